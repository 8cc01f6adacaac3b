using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What cannot be fitted is refused with what is wrong, and never with a number.</summary>
public sealed class CountRefusalTests
{
    [Fact]
    public void Columns_that_determine_one_another_are_named()
    {
        CountData data = new(["adults", "children", "people", "other"], [[1, 2, 3, 0], [2, 2, 4, 1], [5, 1, 6, 0], [3, 3, 6, 1], [2, 7, 9, 5]], [1, 2, 3, 4, 5]);
        Refused(data, "people: found a combination of adults, children; expected");
        Refused(new CountData(["one"], [[2], [2], [2]], [1, 2, 3]), "one: found a combination of (intercept)");
        Refused(new CountData(["none"], [[0], [0], [0]], [1, 2, 3]), "none: found zeros alone");
    }

    [Fact]
    public void A_column_whose_side_counts_nothing_is_named()
    {
        Refused(new CountData(["x", "far"], [[1, 0], [2, 0], [3, 0], [4, 1], [5, 1]], [1, 2, 1, 0, 0]), "far: found counts of zero alone on one side");

        // A slope that separates: zeros from where x is above the single x of all that count something.
        Refused(new CountData(["x"], [[1], [1], [2], [3]], [1, 2, 0, 0]), "(intercept), x: found counts of zero alone");
    }

    [Fact]
    public void Zeros_on_both_sides_are_fitted()
    {
        // The rows that count have x = 1; zeros lie on both sides of it, so that no slope takes all of them to nothing.
        CountFit fit = CountRegression.Poisson(new CountData(["x"], [[1], [1], [2], [0]], [1, 2, 0, 0]));
        CountRegressionReferenceTests.ScoreIsZero(fit);
        Assert.Equal(0, fit.Coefficient("x").Estimate, 1e-9);
    }

    [Fact]
    public void Zeros_alone_are_refused()
    {
        Refused(new CountData(["x"], [[1], [2], [3]], [0, 0, 0]), "counts: found zeros alone");
        Refused(new CountData(["x"], [[1], [2], [3]], [0, 0, 4], weights: [1, 1, 0]), "counts: found zeros alone");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e15)]
    public void Counts_that_are_none_are_refused(double count) =>
        Assert.Contains("counts[1]: found", Message(() => new CountData(["x"], [[1], [2], [3]], [1, count, 3])), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Exposures_that_are_not_above_zero_are_refused(double exposure) =>
        Assert.Contains("exposures[2]: found", Message(() => new CountData(["x"], [[1], [2], [3]], [1, 2, 3], exposures: [1, 1, exposure])), StringComparison.Ordinal);

    [Fact]
    public void Other_inputs_out_of_range_are_refused_where_they_stand()
    {
        Assert.Contains("offsets[0]", Message(() => new CountData(["x"], [[1], [2]], [1, 2], offsets: [double.NaN, 0])), StringComparison.Ordinal);
        Assert.Contains("weights[1]: found -1", Message(() => new CountData(["x"], [[1], [2]], [1, 2], weights: [1, -1])), StringComparison.Ordinal);
        Assert.Contains("x[1]: found", Message(() => new CountData(["x"], [[1], [double.NaN]], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("rows[1]: found 2; expected 1", Message(() => new CountData(["x"], [[1], [2, 3]], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("counts: found 1; expected 2", Message(() => new CountData(["x"], [[1], [2]], [1])), StringComparison.Ordinal);
        Assert.Contains("found 'x'", Message(() => new CountData(["x", "x"], [[1, 1], [2, 3]], [1, 1])), StringComparison.Ordinal);
        Assert.Contains("rows: found 1 of a weight above zero; expected at least one for each of the 2 columns", Message(() => CountRegression.Poisson(new CountData(["x"], [[1]], [1]))), StringComparison.Ordinal);
        Assert.Contains("rows: found none of a weight above zero", Message(() => new CountData(["x"], [[1]], [1], weights: [0])), StringComparison.Ordinal);
        Assert.Contains("dispersion", Message(() => CountRegression.NegativeBinomial(CountDataSets.Dobson(), -1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Fits_that_are_not_nested_are_not_compared()
    {
        CountData drawn = CountRegressionTests.Drawn(7, 40, 0.4);
        CountFit x = CountRegression.Poisson(new CountData(["x"], [.. drawn.Design[1].Select(value => (double[])[value])], drawn.Counts));
        CountFit both = CountRegression.Poisson(drawn);
        CountFit square = CountRegression.Poisson(new CountData(["square", "side"], [.. drawn.Design[1].Zip(drawn.Design[2], (value, side) => (double[])[value * value, side])], drawn.Counts));
        Assert.Equal(1, LikelihoodRatio.Of(x, both).DegreesOfFreedom);
        Assert.Contains("column x", Message(() => LikelihoodRatio.Of(x, square)), StringComparison.Ordinal);
        Assert.Contains("expected more", Message(() => LikelihoodRatio.Of(both, x)), StringComparison.Ordinal);
        Assert.Contains("other counts", Message(() => LikelihoodRatio.Of(x, CountRegression.Poisson(CountRegressionTests.Drawn(8, 40, 0.4)))), StringComparison.Ordinal);
    }

    private static void Refused(CountData data, string expected)
    {
        Assert.Contains(expected, Message(() => CountRegression.Poisson(data)), StringComparison.Ordinal);
        Assert.Contains(expected, Message(() => CountRegression.NegativeBinomial(data)), StringComparison.Ordinal);
    }

    private static string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
