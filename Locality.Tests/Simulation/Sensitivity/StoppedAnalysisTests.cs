using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>An analysis that is stopped keeps what is finished, and that is what a smaller one would have given.</summary>
public sealed class StoppedAnalysisTests
{
    private static readonly ParameterRange[] s_parameters = [new("a", 0, 1, 0.5), new("b", 0, 2, 0), new("c", 0, 1, 0.5)];

    [Fact]
    public void A_stopped_tornado_keeps_the_bars_of_finished_parameters_and_names_the_others()
    {
        // Points: the base, a low, a high, b high, c low, c high; two replications each. Nine values finish three points of a and b's end, and half of the next.
        Tornado whole = Tornado.Of(s_parameters, Response, 2, cancellationToken: TestContext.Current.CancellationToken);
        Tornado stopped = StoppedAfter(9, (response, token) => Tornado.Of(s_parameters, response, 2, cancellationToken: token));
        Assert.Empty(whole.Missing);
        Assert.Equal(["c"], stopped.Missing.Select(item => item.Name));
        Assert.Equal(["a", "b"], stopped.Bars.Select(bar => bar.Parameter.Name).Order(StringComparer.Ordinal));
        Assert.All(stopped.Bars, bar => Assert.Contains(bar, whole.Bars));
        Assert.Equal(whole.Base, stopped.Base);
        Assert.Equal(9, stopped.Evaluations);
    }

    [Fact]
    public void A_stopped_screening_is_that_of_its_finished_trajectories()
    {
        // Four points of two replications a trajectory: 30 values finish three trajectories and part of a fourth.
        MorrisScreening three = MorrisScreening.Of(s_parameters, Response, 3, 5, replications: 2, cancellationToken: TestContext.Current.CancellationToken);
        MorrisScreening stopped = StoppedAfter(30, (response, token) => MorrisScreening.Of(s_parameters, response, 50, 5, replications: 2, cancellationToken: token));
        Assert.Equal(three.Effects, stopped.Effects);
        Assert.Equal((3, 24), (stopped.Trajectories, stopped.Evaluations));
    }

    [Fact]
    public void Stopped_shares_are_those_of_the_largest_finished_power_of_two_of_rows()
    {
        // Five points a row: 79 values finish fifteen rows, of which eight are used; the 80th would finish sixteen.
        SobolIndices eight = SobolIndices.Of(s_parameters, Response, 8, 5, cancellationToken: TestContext.Current.CancellationToken);
        SobolIndices stopped = StoppedAfter(79, (response, token) => SobolIndices.Of(s_parameters, response, 64, 5, cancellationToken: token));
        Assert.Equal(eight.Indices, stopped.Indices);
        Assert.Equal((8, 40, eight.Variance), (stopped.Rows, stopped.Evaluations, stopped.Variance));
        Assert.Equal(16, StoppedAfter(80, (response, token) => SobolIndices.Of(s_parameters, response, 64, 5, cancellationToken: token)).Rows);
    }

    [Fact]
    public void A_stopped_search_shows_the_values_that_it_knows_and_tells_nothing()
    {
        BreakEven stopped = StoppedAfter(7, (response, token) => BreakEven.Find(
            0, 1, (value, replication) => response([value], replication) - 0.5, new BreakEvenOptions { Replications = 3, GridPoints = 5 }, token));
        Assert.Equal(BreakEvenVerdict.NotYetTold, stopped.Verdict);
        Assert.Equal([0, 0.25], stopped.Grid.Select(point => point.Value));
        Assert.Equal((null, null, null), (stopped.Value, stopped.Lower, stopped.Upper));
        Assert.False(stopped.IsComplete);
        Assert.Contains("Cancelled before it could tell", stopped.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stopped_before_anything_is_finished_an_analysis_gives_nothing()
    {
        Assert.Throws<OperationCanceledException>(() => StoppedAfter(4, (response, token) => Tornado.Of(s_parameters, response, 2, cancellationToken: token)));
        Assert.Throws<OperationCanceledException>(() => StoppedAfter(7, (response, token) => MorrisScreening.Of(s_parameters, response, 50, 5, cancellationToken: token)));
        Assert.Throws<OperationCanceledException>(() => StoppedAfter(9, (response, token) => SobolIndices.Of(s_parameters, response, 64, 5, cancellationToken: token)));
        Assert.Throws<OperationCanceledException>(() => StoppedAfter(2, (response, token) => BreakEven.Find(
            0, 1, (value, replication) => response([value], replication), new BreakEvenOptions { Replications = 3 }, token)));
    }

    [Fact]
    public void Chance_is_told_from_what_parameters_do_together()
    {
        // Effects of x₁x₂ + noise: the level of the other parameter, whose standard deviation on four levels is √(5/36). Replication noise of a
        // rise, as a sum of two independent ones of standard deviation 0.3, is 0.3√2; averaged over 4 and per Δ = 2/3 it is 0.318.
        ParameterRange[] unit = [new("first", 0, 1, 0), new("second", 0, 1, 0), new("third", 0, 1, 0)];
        MorrisScreening screening = MorrisScreening.Of(
            unit, (x, replication) => (x[0] * x[1]) + x[2] + (0.3 * Noise(x, replication)), 200, 11, replications: 4, cancellationToken: TestContext.Current.CancellationToken);
        double chance = 0.3 * Math.Sqrt(2) / 2 * 1.5;
        Assert.All(screening.Effects, effects => Assert.Equal(chance, effects.ChanceDeviation!.Value, 0.05 * chance));
        Assert.All(screening.Effects.Take(2), effects => Assert.InRange(effects.ChanceProbability!.Value, 0, 1e-6));
        Assert.Equal(Math.Sqrt((5.0 / 36) + (chance * chance)), screening.Effects[0].StandardDeviation.Mean, 0.05);
        Assert.InRange(screening.Effects[2].ChanceProbability!.Value, 0.01, 0.99);
        MorrisScreening single = MorrisScreening.Of(unit, (x, _) => x[0], 3, 11, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(single.Effects, effects => Assert.Equal((null, null), (effects.ChanceDeviation, effects.ChanceProbability)));
    }

    [Fact]
    public void A_spread_that_chance_alone_makes_is_called_more_in_five_of_a_hundred_screenings()
    {
        // The F-test is exact for normal chance: 400 screenings of two parameters, 800 tests; the standard error of a share of 0.05 is 0.008.
        ParameterRange[] unit = [new("first", 0, 1, 0), new("second", 0, 1, 0)];
        int called = Enumerable.Range(0, 400).Sum(trial => MorrisScreening.Of(
            unit, (x, replication) => x[0] + Noise(x, (10_000 * trial) + replication), 6, (ulong)trial, replications: 3, cancellationToken: TestContext.Current.CancellationToken)
            .Effects.Count(effects => effects.ChanceProbability < 0.05));
        Assert.InRange(called / 800.0, 0.05 - (4 * 0.008), 0.05 + (4 * 0.008));
    }

    [Fact]
    public void The_chance_left_in_an_average_is_its_variance()
    {
        // Two replications, one over the mean and one below it by 1: their variance is 2, that of their average 1, and the average itself does not vary with them.
        SobolIndices indices = SobolIndices.Of(
            s_parameters, (x, replication) => x[0] + (replication % 2 == 0 ? 1 : -1), 512, 5, replications: 2, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, indices.ChanceVariance!.Value, 1e-12);
        Assert.Equal(1.0 / 12, indices.Variance, 0.001);
        Assert.Null(SobolIndices.Of(s_parameters, Response, 8, 5, cancellationToken: TestContext.Current.CancellationToken).ChanceVariance);
    }

    private static double Response(ReadOnlySpan<double> x, int replication) => x[0] + (x.Length > 2 ? x[1] * x[2] : 0) + (0.1 * Noise([], replication));

    /// <summary>A standard normal draw that belongs to a point and a replication.</summary>
    private static double Noise(ReadOnlySpan<double> x, int replication)
    {
        uint point = 0;
        foreach (double value in x)
        {
            point = (point * 64) + (uint)Math.Round(21 * value);
        }

        return new RandomStreams(17, (uint)replication).Stream(new Purpose(1, "noise"), entity: point).NextNormal();
    }

    private static T StoppedAfter<T>(int evaluations, Func<Response, CancellationToken, T> analyse)
    {
        using CancellationTokenSource source = new();
        int done = 0;
        return analyse(
            (x, replication) =>
            {
                if (++done == evaluations)
                {
                    source.Cancel();
                }

                return Response(x, replication);
            },
            source.Token);
    }
}
