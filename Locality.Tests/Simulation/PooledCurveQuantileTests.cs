using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class PooledCurveQuantileTests
{
    // Three lines with slopes 4, 5 and 6 %: mean 5 %, half-width 4.302653 × 1 % / √3 = 2.484138 %.
    private const double HalfWidth = 0.02484138;
    private static readonly double[] s_slopes = [0.04, 0.05, 0.06];

    [Fact]
    public void Lines_are_inverted_exactly()
    {
        PooledCurveQuantile quantile = PooledCurveQuantile.Of([0, 1, 3, 5, 9, 20], Lines([0, 1, 3, 5, 9, 20]), 0.3);
        Assert.Equal(6, quantile.Value!.Value, 1e-12);
        Assert.Equal(0.3 / (0.05 + HalfWidth), quantile.Lower!.Value, 1e-5);
        Assert.Equal(0.3 / (0.05 - HalfWidth), quantile.Upper!.Value, 1e-4);
    }

    [Fact]
    public void What_is_not_reached_by_the_end_of_the_grid_is_null()
    {
        double[] grid = [0, 5, 10];
        PooledCurveQuantile upper = PooledCurveQuantile.Of(grid, Lines(grid), 0.3);
        Assert.Equal((6.0, null), (Math.Round(upper.Value!.Value, 12), upper.Upper));
        PooledCurveQuantile value = PooledCurveQuantile.Of(grid, Lines(grid), 0.6);
        Assert.Null(value.Value);
        Assert.Equal(0.6 / (0.05 + HalfWidth), value.Lower!.Value, 1e-5);
        Assert.Equal(new PooledCurveQuantile(null, null, null), PooledCurveQuantile.Of(grid, Lines(grid), 0.9));
    }

    [Fact]
    public void Equal_curves_give_a_point()
    {
        double[] curve = [0, 0.2, 0.6, 0.6];
        PooledCurveQuantile quantile = PooledCurveQuantile.Of([0, 10, 20, 30], [curve, curve, curve], 0.5);
        Assert.Equal(new PooledCurveQuantile(17.5, 17.5, 17.5), quantile);
    }

    [Fact]
    public void A_share_reached_at_the_first_time_is_reached_there() =>
        Assert.Equal(new PooledCurveQuantile(2, 2, 2), PooledCurveQuantile.Of([2, 3], [[0.5, 0.6], [0.5, 0.6]], 0.5));

    [Fact]
    public void One_curve_says_nothing_of_the_spread() =>
        Assert.Equal(new PooledCurveQuantile(15, 0, null), PooledCurveQuantile.Of([0, 10, 20], [[0, 0.25, 0.75]], 0.5));

    [Fact]
    public void A_lower_edge_that_dips_again_puts_the_upper_bound_after_the_dip()
    {
        // The curves part at time 2 and meet again at 3.
        double[] grid = [0, 1, 2, 3];
        PooledCurveQuantile quantile = PooledCurveQuantile.Of(grid, [[0, 0.6, 0.6, 0.9], [0, 0.6, 0.8, 0.9]], 0.5);
        Assert.InRange(quantile.Upper!.Value, 2, 3);
        Assert.InRange(quantile.Value!.Value, 0, 1);
    }

    [Fact]
    public void What_cannot_be_inverted_is_refused()
    {
        Message(() => PooledCurveQuantile.Of([0, 1], [], 0.5), "Found 2 times and 0 curves; expected one or more of each.");
        Message(() => PooledCurveQuantile.Of([0, 0], [[0, 1]], 0.5), "grid[1]: found 0 after 0; expected strictly rising times.");
        Message(() => PooledCurveQuantile.Of([0, 1], [[0, 1], [0]], 0.5), "curves[1]: found length 1; expected 2");
        Message(() => PooledCurveQuantile.Of([0, 1], [[0, double.NaN]], 0.5), "curves[0][1]: found NaN; expected a finite number.");
        Message(() => PooledCurveQuantile.Of([0, 1], [[0, 1]], 0), "share: found 0; expected a number above 0, at most 1.");
    }

    private static double[][] Lines(double[] grid) => [.. s_slopes.Select(slope => grid.Select(t => slope * t).ToArray())];

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
