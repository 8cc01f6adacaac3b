using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class PiecewiseConstantRateTests
{
    /// <summary>One a day from 1 to 3, none from 3 to 5, four a day from 5 to 6.</summary>
    private readonly PiecewiseConstantRate rate = new([1, 3, 5], [1, 0, 4], end: 6);

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 2, 1)]
    [InlineData(1.5, 2.75, 1.25)]
    [InlineData(3, 5, 0)]
    [InlineData(2.5, 5.25, 1.5)]
    [InlineData(0, 6, 6)]
    [InlineData(5.5, 100, 2)]
    [InlineData(4, 4, 0)]
    public void The_integral_is_the_expected_number_of_arrivals(double from, double to, double expected) =>
        Assert.Equal(expected, rate.Integral(from, to));

    [Fact]
    public void Arrivals_stand_where_the_integral_reaches_the_sum_of_the_exponentials()
    {
        PoissonArrivals arrivals = new(rate);

        Assert.Equal(1.5, arrivals.Next(0.5));
        Assert.Equal(2.75, arrivals.Next(1.25));

        // A quarter up to 3, nothing to 5, the second quarter at four a day.
        Assert.Equal(5.0625, arrivals.Next(0.5));
        Assert.Equal(5.5625, arrivals.Next(2));
        Assert.Null(arrivals.Next(2));
        Assert.Null(arrivals.Next(0.001));
    }

    [Fact]
    public void An_arrival_may_stand_at_the_very_end_of_a_piece()
    {
        PoissonArrivals arrivals = new(rate);

        Assert.Equal(3.0, arrivals.Next(2));
        Assert.Equal(6.0, arrivals.Next(4));
        Assert.Null(arrivals.Next(1e-300));
    }

    [Fact]
    public void A_long_gap_is_crossed_in_one_draw()
    {
        PoissonArrivals arrivals = new(new PiecewiseConstantRate([0, 1, 1e9], [1, 0, 1], end: 2e9));

        Assert.Equal(0.75, arrivals.Next(0.75));
        Assert.Equal(1e9 + 0.5, arrivals.Next(0.75));
    }

    [Fact]
    public void Many_pieces_are_crossed_in_one_draw()
    {
        double[] starts = [.. Enumerable.Range(0, 1000).Select(k => (double)k)];
        double[] rates = [.. Enumerable.Range(0, 1000).Select(k => k % 2 == 0 ? 0.5 : 0)];
        PoissonArrivals arrivals = new(new PiecewiseConstantRate(starts, rates, end: 1000));

        // Each even day holds a half: 100.25 halves in 200 whole days and a half of day 400's half.
        Assert.Equal(400.5, arrivals.Next(100.25));
    }

    [Fact]
    public void A_rate_that_is_never_above_zero_gives_no_arrival()
    {
        PoissonArrivals arrivals = new(new PiecewiseConstantRate([0], [0], end: 10));

        Assert.Null(arrivals.Next(1));
    }

    [Fact]
    public void Numbers_that_are_no_rate_are_refused()
    {
        ArgumentException none = Assert.Throws<ArgumentException>(() => new PiecewiseConstantRate([], [], 1));
        Assert.StartsWith("Expected one rate for each start, and at least one.", none.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PiecewiseConstantRate([0, 1], [1], 2));
        ArgumentException falling = Assert.Throws<ArgumentException>(() => new PiecewiseConstantRate([0, 1, 1], [1, 1, 1], 2));
        Assert.StartsWith("Expected finite times that rise, the first zero or more.", falling.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PiecewiseConstantRate([-1], [1], 2));
        Assert.Throws<ArgumentException>(() => new PiecewiseConstantRate([3], [1], 3));
        Assert.Throws<ArgumentException>(() => new PiecewiseConstantRate([3], [1], double.PositiveInfinity));
        ArgumentOutOfRangeException rates = Assert.Throws<ArgumentOutOfRangeException>(() => new PiecewiseConstantRate([0], [-1], 3));
        Assert.StartsWith("Expected a finite rate, zero or more.", rates.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PiecewiseConstantRate([0], [double.NaN], 3));
    }
}
