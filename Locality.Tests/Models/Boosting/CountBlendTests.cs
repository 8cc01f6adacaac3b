using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What holds of every blend, and what is refused.</summary>
public sealed class CountBlendTests
{
    private static readonly double[] Row = [0.3, 0.6, 0.2, 0.9];

    [Fact]
    public void The_blend_is_the_geometric_mean_of_its_parts_and_grows_with_the_exposure()
    {
        CountBlendFit fit = BlendCases.Fit(BlendCases.Of("linear"));
        Assert.Equal(CountBlendChoice.LeastDeviance, fit.Choice);
        Assert.True(fit.Gain!.Mean > fit.Gain.StandardError);
        Assert.Equal(10, fit.Folds);
        Assert.Equal(1, fit.Parts.Sum(part => part.Weight), 1e-12);
        Assert.All(fit.Parts, part => Assert.Null(part.Refusal));
        double expected = PortableMath.Exp(fit.Parts.Sum(part => part.Weight * PortableMath.Log(fit.PredictBy(part.Kind, Row))));
        Assert.Equal(expected, fit.Predict(Row), 1e-12);
        Assert.Equal(2.5 * fit.Predict(Row), fit.Predict(Row, 2.5), 1e-12);
        Assert.Equal(fit.Predict(Row, PortableMath.Exp(0.7)), fit.Predict(Row, offset: 0.7), 1e-12);
    }

    [Fact]
    public void The_constant_is_all_counts_over_all_exposures()
    {
        // (3·2 + 1·4)/(3·10·e^0.5 + 1·20·e^0.5).
        TreeData data = new(["x"], [[1, 2, 3]], [2, 4, 9], exposures: [10, 20, 5], offsets: [0.5, 0.5, 0], weights: [3, 1, 0]);
        Assert.Equal(10 / (50 * PortableMath.Exp(0.5)), BlendCases.Fit(data).PredictBy(CountBlendPartKind.Constant, [1]), 1e-12);
    }

    [Fact]
    public void Where_too_few_units_count_something_the_blend_is_the_constant()
    {
        CountBlendFit fit = BlendCases.Fit(new TreeData(["x"], [[1, 2, 3, 4]], [0, 0, 6, 0]));
        Assert.Equal(CountBlendChoice.TooFewUnits, fit.Choice);
        Assert.Equal(1.5, fit.Predict([1]), 1e-12);
        Assert.Null(fit.Gain);
        Assert.Equal(0, fit.Folds);
        Assert.All(fit.Parts, part => Assert.Null(part.LeastDevianceWeight));
        Assert.NotNull(fit.Parts[(int)CountBlendPartKind.Ridge].Refusal);
        CountBlendFit one = BlendCases.Fit(new TreeData(["x"], [[1, 2]], [3, 5], groups: [7, 7]));
        Assert.Equal(CountBlendChoice.TooFewUnits, one.Choice);
        Assert.Equal(4, one.Predict([9]), 1e-12);
    }

    [Fact]
    public void Where_nothing_is_to_be_gained_the_blend_is_the_constant()
    {
        // All columns are the same in all rows.
        CountBlendFit fit = BlendCases.Fit(new TreeData(["x"], [[.. Enumerable.Repeat(1.0, 40)]], [.. Enumerable.Range(0, 40).Select(row => row % 4.0)]));
        Assert.Equal(CountBlendChoice.NoClearGain, fit.Choice);
        Assert.Equal(1.5, fit.Predict([1]), 1e-12);
        Assert.Equal(1, fit.Parts[(int)CountBlendPartKind.Constant].Weight);
    }

    [Fact]
    public void Rows_of_a_unit_are_left_out_together()
    {
        // Each of 30 units has a rate of its own, and a column that only says which unit it is.
        double[] unit = [.. Enumerable.Range(0, 180).Select(row => row / 6.0).Select(Math.Floor)];
        double[] rates = [.. Enumerable.Range(0, 30).Select(one => PortableMath.Exp(1.5 * BoostingDraws.Stream(6, 1, one).NextNormal()))];
        double[] counts = BoostingDraws.Counts([unit], 21, row => 3 * rates[(int)row[0]]);
        CountBlendFit alone = BlendCases.Fit(new TreeData(["x"], [unit], counts));
        CountBlendFit together = BlendCases.Fit(new TreeData(["x"], [unit], counts, groups: [.. unit.Select(one => (int)one)]));
        Assert.Equal(CountBlendChoice.LeastDeviance, alone.Choice);
        Assert.True(together.Gain!.Mean < 0.25 * alone.Gain!.Mean);
        Assert.Equal(CountBlendChoice.NoClearGain, together.Choice);
    }

    [Fact]
    public void A_missing_value_counts_as_its_column_s_mean_and_as_missing()
    {
        // Rows without a value count 12, the others 2: only where the value is missing matters.
        double[] values = [.. Enumerable.Range(0, 120).Select(row => row % 3 == 0 ? double.NaN : row % 7)];
        CountBlendFit fit = BlendCases.Fit(new TreeData(["x"], [values], [.. values.Select((value, row) => double.IsNaN(value) ? 11 + (row % 2 * 2.0) : 1 + (row % 2 * 2))]));
        Assert.InRange(fit.PredictBy(CountBlendPartKind.Ridge, [double.NaN]), 11.5, 12.5);
        Assert.InRange(fit.PredictBy(CountBlendPartKind.Ridge, [3]), 1.8, 2.2);
    }

    [Fact]
    public void The_ridge_part_does_not_run_off_along_the_exponential()
    {
        TreeData data = BlendCases.Of("linear");
        CountBlendFit fit = BlendCases.Fit(data);
        double highest = Enumerable.Range(0, data.Rows).Max(row => fit.PredictBy(CountBlendPartKind.Ridge, data.Row(row)));
        Assert.Equal(highest, fit.PredictBy(CountBlendPartKind.Ridge, [1e6, 0, 0, 0]), 1e-12);
        Assert.True(double.IsFinite(fit.Predict([1e308, -1e308, 1e308, -1e308])));
    }

    [Fact]
    public void Threads_and_rows_of_weight_zero_change_nothing()
    {
        TreeData data = BlendCases.Of("few rows");
        CountBlendFit one = BlendCases.Fit(data, 5, threads: 1);
        CountBlendFit three = BlendCases.Fit(data, 5, threads: 3);
        double[][] longer = [.. data.Values.Select(column => (double[])[.. column, 1e9])];
        CountBlendFit padded = BlendCases.Fit(new TreeData(data.Columns, longer, [.. data.Targets, 77], weights: [.. data.Targets.Select(_ => 1.0), 0]), 5);
        foreach (CountBlendFit other in new[] { three, padded })
        {
            Assert.Equal(one.Gain, other.Gain);
            Assert.Equal(one.Parts, other.Parts);
            Assert.Equal(one.Predict([0.4, 0.1]), other.Predict([0.4, 0.1]));
        }

        Assert.NotEqual(one.Gain, BlendCases.Fit(data, 6).Gain);
    }

    [Fact]
    public void Progress_is_told_fit_by_fit_and_a_cancelled_fit_ends()
    {
        List<CountBlendProgress> told = [];
        TreeData data = BlendCases.Of("few rows");
        BlendCases.Fit(data, folds: 3, progress: new Told(told.Add));
        Assert.Equal([1, 2, 3, 4], told.Select(one => one.Fits));
        Assert.All(told, one => Assert.Equal(4, one.Of));
        using CancellationTokenSource source = new();
        Assert.Throws<OperationCanceledException>(() => CountBlend.Fit(data, threads: 1, progress: new Told(_ => source.Cancel()), cancellation: source.Token));
    }

    [Fact]
    public void What_cannot_be_blended_is_refused()
    {
        TreeData data = new(["x"], [[1, 2, 3, 4]], [1, 2, 3, 4]);
        Assert.StartsWith("targets: found zeros alone", Message(() => BlendCases.Fit(new TreeData(["x"], [[1, 2]], [0, 0]))), StringComparison.Ordinal);
        Assert.StartsWith("targets: found zeros alone", Message(() => BlendCases.Fit(new TreeData(["x"], [[1, 2]], [0, 5], weights: [1, 0]))), StringComparison.Ordinal);
        Assert.StartsWith("targets[1]: found 2.5; expected a whole number", Message(() => BlendCases.Fit(new TreeData(["x"], [[1, 2]], [1, 2.5]))), StringComparison.Ordinal);
        Assert.StartsWith("exposures and offsets: found rows", Message(() => BlendCases.Fit(new TreeData(["x"], [[1, 2]], [1, 2], offsets: [-300, 300]))), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => BlendCases.Fit(data, folds: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlendCases.Fit(data, folds: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlendCases.Fit(data, threads: 0));
        CountBlendFit fit = BlendCases.Fit(data);
        Assert.StartsWith("values: found 2; expected 1", Message(() => fit.Predict([1, 2])), StringComparison.Ordinal);
        Assert.StartsWith("x: found", Message(() => fit.Predict([double.PositiveInfinity])), StringComparison.Ordinal);
        Assert.StartsWith("exposure and offset: found 0 and 0", Message(() => fit.Predict([1], 0)), StringComparison.Ordinal);
        Assert.StartsWith("exposure and offset:", Message(() => fit.Predict([1], offset: double.NaN)), StringComparison.Ordinal);
        Assert.StartsWith("kind: found 9", Message(() => fit.PredictBy((CountBlendPartKind)9, [1])), StringComparison.Ordinal);
    }

    private static string Message(Action act) => Assert.Throws<ArgumentException>(act).Message;

    private sealed class Told(Action<CountBlendProgress> tell) : IProgress<CountBlendProgress>
    {
        public void Report(CountBlendProgress value) => tell(value);
    }
}
