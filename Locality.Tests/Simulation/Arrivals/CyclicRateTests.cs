using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class CyclicRateTests
{
    /// <summary>Two an hour from 1 to 3 in a day of eight hours.</summary>
    private readonly CyclicRate rate = new(new PiecewiseConstantRate([1], [2], end: 3), period: 8);

    [Theory]
    [InlineData(0, 8, 4)]
    [InlineData(0, 80, 40)]
    [InlineData(2, 9.5, 3)]
    [InlineData(10, 10.5, 1)]
    [InlineData(2, 26, 12)]
    public void The_integral_counts_every_cycle(double from, double to, double expected) => Assert.Equal(expected, rate.Integral(from, to));

    [Fact]
    public void Arrivals_go_on_from_cycle_to_cycle()
    {
        PoissonArrivals arrivals = new(rate);

        Assert.Equal(1.5, arrivals.Next(1));
        Assert.Equal(3.0, arrivals.Next(3));
        Assert.Equal(9.25, arrivals.Next(0.5));

        // Three and a half are left of the second day; then a thousand days of four, and one more.
        Assert.Equal((8 * 1002) + 1.5, arrivals.Next(3.5 + 4000 + 1));
        Assert.Equal((8 * 1002) + 3.0, arrivals.Next(3));
        Assert.Equal((8 * 1003) + 3.0, arrivals.Next(4));
    }

    [Fact]
    public void Cycles_give_the_arrivals_of_the_same_rate_written_out()
    {
        const int Cycles = 40;
        PiecewiseLinearRate day = new([0, 1, 2.5], [1, 0.5, 3]);
        double[] starts = [.. Enumerable.Range(0, Cycles).SelectMany(cycle => new[] { cycle * 4.0, (cycle * 4.0) + 1, (cycle * 4.0) + 2.5 })];
        double[] rates = [.. Enumerable.Range(0, Cycles).SelectMany(_ => new[] { 1, 0.5, 3.0 })];
        double[] times = [.. Enumerable.Range(0, Cycles).SelectMany(cycle => new[] { cycle * 4.0, (cycle * 4.0) + 1, (cycle * 4.0) + 2.5, (cycle * 4.0) + 2.5 + 1e-9, (cycle * 4.0) + 4 - 1e-9 })];
        double[] knots = [.. Enumerable.Range(0, Cycles).SelectMany(_ => new[] { 1, 0.5, 3, 0, 0.0 })];
        Compare(new CyclicRate(new PiecewiseConstantRate([0, 1, 2.5], rates[..3], end: 4), 4), new PiecewiseConstantRate(starts, rates, Cycles * 4), 1e-11);
        Compare(new CyclicRate(day, 4), new PiecewiseLinearRate(times, knots), 1e-6);

        static void Compare(ArrivalRate cyclic, ArrivalRate written, double within)
        {
            PoissonArrivals found = new(cyclic);
            PoissonArrivals expected = new(written);
            RandomStream random = Streams.Any(33);
            int arrivals = 0;
            for (double draw = random.NextExponential(); expected.Next(draw) is { } time; draw = random.NextExponential())
            {
                Assert.Equal(time, found.Next(draw)!.Value, within);
                arrivals++;
            }

            Assert.InRange(arrivals, 80, 400);
        }
    }

    [Fact]
    public void A_cycle_without_arrivals_has_none()
    {
        CyclicRate none = new(new PiecewiseConstantRate([0], [0], end: 1), 2);

        Assert.Null(new PoissonArrivals(none).Next(1));
        Assert.Equal(0, none.Integral(0, 1e9));
    }

    [Fact]
    public void A_cycle_that_is_longer_than_its_period_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new CyclicRate(new PiecewiseConstantRate([0], [1], end: 9), 8));
        Assert.StartsWith("cycle: found a rate above zero after 8; expected none after the period.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CyclicRate(new PiecewiseConstantRate([0], [1], end: 1), 0));
    }
}
