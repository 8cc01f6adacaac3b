using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Forecasts of areas are made to add up to that of their total.</summary>
public sealed class HierarchicalReconciliationTests
{
    private static readonly HierarchicalForecast Base = new(100, [30, 50]);

    [Fact]
    public void Bottom_up_keeps_the_areas_and_top_down_the_total()
    {
        Assert.Equal(80, HierarchicalReconciliation.BottomUp(Base).Total);
        Assert.Equal([37.5, 62.5], HierarchicalReconciliation.TopDown(Base).Areas);
        Assert.Equal([25.0, 75], HierarchicalReconciliation.TopDown(Base, [1, 3]).Areas);
        Assert.Equal(100, HierarchicalReconciliation.TopDown(Base, [1, 3]).Total);
    }

    [Fact]
    public void Least_squares_shares_out_what_is_missing_by_variance()
    {
        // Missing: 20. Variances 4, 1, 5: the total falls by 8, the areas rise by 2 and 10.
        HierarchicalForecast found = HierarchicalReconciliation.WeightedLeastSquares(Base, 4, [1, 5]);
        Assert.Equal(92, found.Total, 1e-12);
        Assert.Equal(32, found.Areas[0], 1e-12);
        Assert.Equal(60, found.Areas[1], 1e-12);

        // With equal variances each moves by a third: ordinary least squares (Hyndman and others, CSDA 55(9), 2011).
        HierarchicalForecast equal = HierarchicalReconciliation.WeightedLeastSquares(Base, 1, [1, 1]);
        Assert.Equal(100 - (20.0 / 3), equal.Total, 1e-12);

        // A total without error is kept; areas without error give theirs up to nobody.
        Assert.Equal(100, HierarchicalReconciliation.WeightedLeastSquares(Base, 0, [1, 5]).Total, 1e-12);
        Assert.Equal(80, HierarchicalReconciliation.WeightedLeastSquares(Base, 3, [0, 0]).Total, 1e-12);
    }

    [Fact]
    public void Minimum_trace_is_the_generalised_least_squares_worked_out_by_hand()
    {
        // W = [3 1 1; 1 2 0; 1 0 2], u = (1, −1, −1): Wu = (1, −1, −1), uᵀWu = 3; each moves by 20/3. By S (SᵀW⁻¹S)⁻¹ SᵀW⁻¹ŷ the same:
        // W⁻¹ = [4 −2 −2; −2 5 1; −2 1 5]/8, SᵀW⁻¹ = [2 3 −1; 2 −1 3]/8, SᵀW⁻¹S = [5 1; 1 5]/8, whose inverse is [5 −1; −1 5]/3.
        double[][] w = [[3, 1, 1], [1, 2, 0], [1, 0, 2]];
        HierarchicalForecast found = HierarchicalReconciliation.MinimumTrace(Base, w);
        double first = ((2 * 100) + (3 * 30) - 50) / 8.0;
        double second = ((2 * 100) - 30 + (3 * 50)) / 8.0;
        Assert.Equal(((5 * first) - second) / 3, found.Areas[0], 1e-12);
        Assert.Equal(((5 * second) - first) / 3, found.Areas[1], 1e-12);
        Assert.Equal(30 + (20 / 3.0), found.Areas[0], 1e-12);
    }

    [Fact]
    public void Forecasts_that_add_up_are_left_as_they_are()
    {
        HierarchicalForecast coherent = new(80, [30, 50]);
        Assert.Equal(coherent.Areas, HierarchicalReconciliation.WeightedLeastSquares(coherent, 4, [1, 5]).Areas);
        Assert.Equal(coherent.Areas, HierarchicalReconciliation.TopDown(coherent).Areas);
        Assert.Equal(0, coherent.Discrepancy);
    }

    [Fact]
    public void Draws_add_up_one_by_one_and_err_less_than_before()
    {
        // True values 10 and 20; the total's error has variance 1, the areas' 4 and 9.
        RandomStream random = new RandomStreams(5, 0).Stream(new Purpose(6, "forecasts of a test"));
        HierarchicalForecast[] draws = new HierarchicalForecast[4000];
        for (int draw = 0; draw < draws.Length; draw++)
        {
            draws[draw] = new HierarchicalForecast(30 + random.NextNormal(), [10 + (2 * random.NextNormal()), 20 + (3 * random.NextNormal())]);
        }

        IReadOnlyList<HierarchicalForecast> found = HierarchicalReconciliation.DrawByDraw(draws, draw => HierarchicalReconciliation.WeightedLeastSquares(draw, 1, [4, 9]));
        Assert.All(found, draw => Assert.Equal(0, draw.Discrepancy));

        // In theory 1 − 1/14, 4 − 16/14 and 9 − 81/14.
        Near(1 - (1 / 14.0), found.Select(draw => draw.Total - 30));
        Near(4 - (16 / 14.0), found.Select(draw => draw.Areas[0] - 10));
        Near(9 - (81 / 14.0), found.Select(draw => draw.Areas[1] - 20));
    }

    [Fact]
    public void What_cannot_be_reconciled_is_refused()
    {
        Assert.Contains("areas[1]: found NaN", Refused(() => HierarchicalReconciliation.BottomUp(new HierarchicalForecast(1, [1, double.NaN]))), StringComparison.Ordinal);
        Assert.Contains("proportions[0]: found -1", Refused(() => HierarchicalReconciliation.TopDown(Base, [-1, 2])), StringComparison.Ordinal);
        Assert.Contains("without variance", Refused(() => HierarchicalReconciliation.WeightedLeastSquares(Base, 0, [0, 0])), StringComparison.Ordinal);
        Assert.Contains("areaVariances: found 1; expected 2", Refused(() => HierarchicalReconciliation.WeightedLeastSquares(Base, 0, [1])), StringComparison.Ordinal);
        Assert.Contains("covariance[0][1]: found 1", Refused(() => HierarchicalReconciliation.MinimumTrace(Base, [[1, 1, 0], [0, 1, 0], [0, 0, 1]])), StringComparison.Ordinal);
        Assert.Contains("expected 3 of 3", Refused(() => HierarchicalReconciliation.MinimumTrace(Base, [[1]])), StringComparison.Ordinal);
    }

    private static void Near(double variance, IEnumerable<double> errors)
    {
        Interval interval = Confidence.Mean([.. errors.Select(error => error * error)], 0.999);
        Assert.True(interval.Contains(variance) && interval.HalfWidth < 0.1 * variance, $"{variance}: {interval}");
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
