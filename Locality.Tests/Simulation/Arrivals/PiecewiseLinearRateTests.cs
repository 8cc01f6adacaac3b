using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class PiecewiseLinearRateTests
{
    /// <summary>Up from 0 at 1 to 4 at 3, level to 5, nothing from 6 to 8, then up to 2 at 9.</summary>
    private readonly PiecewiseLinearRate rate = new([1, 3, 5, 6, 8, 9], [0, 4, 4, 0, 0, 2]);

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 3, 4)]
    [InlineData(2, 4, 7)]
    [InlineData(5, 6, 2)]
    [InlineData(5.5, 8.5, 0.75)]
    [InlineData(0, 100, 15)]
    [InlineData(9, 100, 0)]
    public void The_integral_is_the_expected_number_of_arrivals(double from, double to, double expected) =>
        Assert.Equal(expected, rate.Integral(from, to));

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5.75, 1)]
    [InlineData(7, 0)]
    [InlineData(9, 2)]
    [InlineData(9.5, 0)]
    public void The_rate_lies_on_the_line_between_its_knots(double time, double expected) => Assert.Equal(expected, rate.At(time));

    [Fact]
    public void Arrivals_stand_where_the_integral_reaches_the_sum_of_the_exponentials()
    {
        PoissonArrivals arrivals = new(rate);

        // The integral from 1 is (t − 1)²: 1 at 2, 2.25 at 2.5, 4 at 3; then four a time unit.
        Assert.Equal(2.0, arrivals.Next(1));
        Assert.Equal(2.5, arrivals.Next(1.25));
        Assert.Equal(3.25, arrivals.Next(2.75));

        // 7 to 5, and then 4x − 2x²: 1.5 at a half.
        Assert.Equal(5.5, arrivals.Next(8.5));

        // A half is left to 6; from 8 the integral is (t − 8)².
        Assert.Equal(8.5, arrivals.Next(0.75));
        Assert.Null(arrivals.Next(1));
        Assert.Null(arrivals.Next(1e-9));
    }

    [Fact]
    public void A_nearly_level_line_loses_no_digits()
    {
        PiecewiseLinearRate level = new([0, 1e6], [1, 1 + 1e-12]);
        double found = new PoissonArrivals(level).Next(12345.678)!.Value;

        // x + ½ s x² = a, s = 10⁻¹⁸: x = a − ½ s a² to many more digits than are printed.
        Assert.Equal(12345.678 - (0.5e-18 * 12345.678 * 12345.678), found, 1e-11);
    }

    [Fact]
    public void A_long_gap_is_crossed_in_one_draw()
    {
        PoissonArrivals arrivals = new(new PiecewiseLinearRate([0, 1, 2, 1e9, 1e9 + 1], [1, 1, 0, 0, 2]));

        Assert.Equal(0.75, arrivals.Next(0.75));
        Assert.Equal(1e9 + 0.5, arrivals.Next(1));
    }

    [Fact]
    public void A_line_that_is_level_gives_the_arrivals_of_a_constant_rate()
    {
        PoissonArrivals line = new(new PiecewiseLinearRate([2, 50], [0.25, 0.25]));
        PoissonArrivals constant = new(new PiecewiseConstantRate([2], [0.25], end: 50));
        RandomStream random = Streams.Any(31);
        for (int i = 0; i < 20; i++)
        {
            double draw = random.NextExponential();
            Assert.Equal(constant.Next(draw), line.Next(draw));
        }
    }

    [Fact]
    public void As_many_arrive_in_every_interval_as_are_expected()
    {
        // Counts of Poisson: 4000 runs, five standard deviations; and a variance that is the mean.
        const int Runs = 4000;
        Tally[] counts = [.. Enumerable.Range(0, 9).Select(_ => new Tally())];
        RandomStream random = Streams.Any(32);
        for (int run = 0; run < Runs; run++)
        {
            int[] count = new int[counts.Length];
            PoissonArrivals arrivals = new(rate);
            while (arrivals.Next(random.NextExponential()) is { } time)
            {
                count[(int)time]++;
            }

            for (int i = 0; i < count.Length; i++)
            {
                counts[i].Add(count[i]);
            }
        }

        for (int i = 0; i < counts.Length; i++)
        {
            double expected = rate.Integral(i, i + 1);
            Assert.InRange(counts[i].Mean!.Value, expected - (5 * Math.Sqrt(expected / Runs)), expected + (5 * Math.Sqrt(expected / Runs)));
            Assert.InRange(counts[i].Variance!.Value, 0.85 * expected, 1.15 * expected);
        }
    }

    [Fact]
    public void Numbers_that_are_no_rate_are_refused()
    {
        ArgumentException one = Assert.Throws<ArgumentException>(() => new PiecewiseLinearRate([1], [1]));
        Assert.StartsWith("Found 1 times and 1 rates; expected one rate for each time, and at least two.", one.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PiecewiseLinearRate([0, 1], [1]));
        ArgumentException falling = Assert.Throws<ArgumentException>(() => new PiecewiseLinearRate([0, 1, 1], [1, 1, 1]));
        Assert.StartsWith("Expected finite times that rise, the first zero or more.", falling.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PiecewiseLinearRate([-1, 0], [1, 1]));
        Assert.Throws<ArgumentException>(() => new PiecewiseLinearRate([0, double.PositiveInfinity], [1, 1]));
        ArgumentOutOfRangeException rates = Assert.Throws<ArgumentOutOfRangeException>(() => new PiecewiseLinearRate([0, 1], [1, -1]));
        Assert.StartsWith("Expected a finite rate, zero or more.", rates.Message, StringComparison.Ordinal);
        ArgumentOutOfRangeException draw = Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonArrivals(rate).Next(0));
        Assert.StartsWith("exponential: found 0; expected a finite number above zero.", draw.Message, StringComparison.Ordinal);
    }
}
