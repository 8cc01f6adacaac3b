using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class TornadoTests
{
    private static readonly ParameterRange[] s_parameters =
        [new("small", 0, 1, 0.5), new("large", 0, 10, 2), new("turning", -1, 1, 0), new("idle", 0, 1, 0)];

    [Fact]
    public void Bars_worked_out_by_hand_come_longest_first()
    {
        // At the base: 0.5 + 6 − 0. Small: −0.5, +0.5. Large: −6, +24. Turning: −4 at both ends.
        Tornado tornado = Of(s_parameters, Exact, 1);
        Assert.Equal(6.5, tornado.Base.Mean);
        Assert.Equal(["large", "turning", "small", "idle"], tornado.Bars.Select(bar => bar.Parameter.Name));
        Assert.Equal([30.0, 4, 1, 0], tornado.Bars.Select(bar => bar.Swing));
        Assert.Equal([(-6.0, 24.0, 30.0), (-4, -4, 0), (-0.5, 0.5, 1), (0, 0, 0)], tornado.Bars.Select(bar => (bar.Low.Mean.Mean, bar.High.Mean.Mean, bar.HighLessLow.Mean.Mean)));

        // One end of the last parameter is its base, and is not asked for again.
        Assert.Equal(8, tornado.Evaluations);
    }

    [Fact]
    public void Common_chances_cancel_out()
    {
        // Each replication adds the same number everywhere: the base varies, the differences do not.
        Tornado tornado = Of(s_parameters, (parameters, replication) => Exact(parameters, replication) + Noise(replication), 50);
        Assert.True(tornado.Base.HalfWidth > 1);
        Assert.All(tornado.Bars, bar => Assert.InRange(bar.HighLessLow.Mean.HalfWidth, 0, 1e-12));
    }

    [Fact]
    public void Intervals_are_the_paired_ones()
    {
        Tornado tornado = Of(s_parameters, Noisy, 20, 0.9);
        TornadoBar bar = Assert.Single(tornado.Bars, bar => bar.Parameter == s_parameters[1]);
        double[] low = [.. Enumerable.Range(0, 20).Select(r => Noisy([0.5, 0, 0, 0], r))];
        double[] centre = [.. Enumerable.Range(0, 20).Select(r => Noisy([0.5, 2, 0, 0], r))];
        Assert.Equal(PairedDifference.Of(centre, low, 0.9), bar.Low);
        Assert.Equal(Confidence.Mean(centre, 0.9), tornado.Base);
        Assert.True(bar.Low.Mean.HalfWidth > 0.1);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Tornado one = Of(s_parameters, Noisy, 30);
        Tornado three = Of(s_parameters, Noisy, 30, threads: 3);
        Assert.Equal(one.Bars, three.Bars);
        Assert.Equal(one.Base, three.Base);
    }

    private static double Exact(ReadOnlySpan<double> x, int replication) => x[0] + (3 * x[1]) - (4 * x[2] * x[2]);

    private static double Noisy(ReadOnlySpan<double> x, int replication) => Exact(x, replication) + (x[1] * Noise(replication));

    private static double Noise(int replication) => 10 * Streams.Any(31_000 + (uint)replication).NextNormal();

    private static Tornado Of(ParameterRange[] parameters, Response response, int replications, double level = 0.95, int threads = 1) =>
        Tornado.Of(parameters, response, replications, level, threads, TestContext.Current.CancellationToken);
}
