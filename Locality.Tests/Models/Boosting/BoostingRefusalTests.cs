using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What cannot be fitted is refused with its place.</summary>
public sealed class BoostingRefusalTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Targets_that_are_no_numbers_are_refused(double target) =>
        Assert.StartsWith("targets[1]: found", Message(() => new TreeData(["x"], [[1, 2, 3]], [1, target, 3])), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(1.5)]
    [InlineData(1e15)]
    public void Counts_that_are_none_are_refused(double count) =>
        Assert.Contains("targets[1]: found " + count.ToString(System.Globalization.CultureInfo.InvariantCulture) + "; expected a whole number", Message(() => Fit([1, count, 3])), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    public void Exposures_that_are_not_above_zero_are_refused(double exposure) =>
        Assert.Contains("exposures[2]: found", Message(() => new TreeData(["x"], [[1, 2, 3]], [1, 2, 3], exposures: [1, 1, exposure])), StringComparison.Ordinal);

    [Fact]
    public void Lists_that_do_not_fit_together_are_refused()
    {
        Assert.Contains("values: found 1; expected 2", Message(() => new TreeData(["x", "y"], [[1]], [1])), StringComparison.Ordinal);
        Assert.Contains("y: found 1; expected 2", Message(() => new TreeData(["x", "y"], [[1, 2], [1]], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("y[1]: found ∞; expected a finite number, or NaN", Message(() => new TreeData(["x", "y"], [[1, 2], [1, double.PositiveInfinity]], [1, 2])).Replace("Infinity", "∞", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("columns: found 'x'", Message(() => new TreeData(["x", "x"], [[1], [1]], [1])), StringComparison.Ordinal);
        Assert.Contains("groups[0]: found -1", Message(() => new TreeData(["x"], [[1, 2]], [1, 2], groups: [-1, 0])), StringComparison.Ordinal);
        Assert.Contains("weights: found zeros alone", Message(() => new TreeData(["x"], [[1, 2]], [1, 2], weights: [0, 0])), StringComparison.Ordinal);
        Assert.Contains("targets: found none", Message(() => new TreeData(["x"], [[]], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        BoostingOptions options = new();
        foreach ((BoostingOptions wrong, string name) in new[]
        {
            (options with { Rounds = 0 }, "Rounds: found 0"),
            (options with { Shrinkage = 0 }, "Shrinkage: found 0"),
            (options with { Shrinkage = double.NaN }, "Shrinkage: found NaN"),
            (options with { MaximumDepth = 11 }, "MaximumDepth: found 11"),
            (options with { L2 = -1 }, "L2: found -1"),
            (options with { MinimumChildWeight = double.NaN }, "MinimumChildWeight: found NaN"),
            (options with { MinimumGain = -1 }, "MinimumGain: found -1"),
            (options with { RowShare = 1.1 }, "RowShare: found 1.1"),
            (options with { ColumnShare = 0 }, "ColumnShare: found 0"),
            (options with { ValidationShare = 1 }, "ValidationShare: found 1"),
            (options with { Patience = 0 }, "Patience: found 0"),
            (options with { MostBins = 256 }, "MostBins: found 256"),
            (options with { Dispersion = 1 }, "Dispersion: found 1; expected none"),
            (options with { Loss = BoostingLoss.NegativeBinomial, Dispersion = -1 }, "Dispersion: found -1"),
            (options with { Monotone = ImmutableSortedDictionary<string, MonotoneDirection>.Empty.Add("y", MonotoneDirection.Increasing) }, "Monotone['y']: found no such column; expected one of x"),
        })
        {
            Assert.StartsWith(name, Message(() => Fit([1, 2, 3], wrong)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Targets_without_a_finite_constant_are_refused()
    {
        Assert.Contains("targets: found none above zero", Message(() => Fit([0, 0, 0])), StringComparison.Ordinal);
        Assert.Contains("targets: found none under one", Message(() => Fit([1, 1, 1], new BoostingOptions { Loss = BoostingLoss.Logistic })), StringComparison.Ordinal);
        Assert.Contains("targets[0]: found 2; expected a number from 0 to 1", Message(() => Fit([2, 1, 0], new BoostingOptions { Loss = BoostingLoss.Logistic })), StringComparison.Ordinal);
        Assert.Contains("exposures: found some", Message(() => BoostingDraws.Fit(new TreeData(["x"], [[1, 2]], [1, 2], [1, 2]), new BoostingOptions { Loss = BoostingLoss.SquaredError })), StringComparison.Ordinal);
        Assert.Contains("groups: found 1", Message(() => BoostingDraws.Fit(new TreeData(["x"], [[1, 2]], [1, 2], groups: [4, 4]), new BoostingOptions { ValidationShare = 0.5 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_of_other_columns_are_refused()
    {
        TreeEnsemble fit = Fit([1, 2, 3]);
        Assert.Contains("values: found 2; expected 1", Message(() => fit.Link(1, 2)), StringComparison.Ordinal);
        Assert.StartsWith("x: found", Message(() => fit.Link(double.NegativeInfinity)), StringComparison.Ordinal);
        Assert.Contains("exposure: found 0", Message(() => fit.Predict([1.0], 0)), StringComparison.Ordinal);
        Assert.Contains("columns: found y; expected x", Message(() => fit.Predict(new TreeData(["y"], [[1]], [1]))), StringComparison.Ordinal);
    }

    private static TreeEnsemble Fit(double[] targets, BoostingOptions? options = null) =>
        BoostingDraws.Fit(new TreeData(["x"], [[1, 2, 3]], targets), options ?? new BoostingOptions { Rounds = 3 });

    private static string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
