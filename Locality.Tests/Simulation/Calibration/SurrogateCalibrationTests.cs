using System.Text.Json;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Planted parameters are found again with intervals that are right, and what the observations do not say is named.</summary>
public sealed class SurrogateCalibrationTests
{
    // NIST Statistical Reference Datasets, nonlinear regression, Misra1a (Misra, Dental Research Monomolecular Adsorption Study, 1978):
    // y = b1 (1 − exp(−b2 x)); certified values below. https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml
    private static readonly (double X, double Y)[] Misra1a =
    [
        (77.6, 10.07), (114.9, 14.73), (141.1, 17.94), (190.8, 23.93), (239.9, 29.61), (289.0, 35.18), (332.8, 40.02),
        (378.4, 44.82), (434.8, 50.76), (477.3, 55.05), (536.8, 61.01), (593.1, 66.40), (689.1, 75.47), (760.0, 81.78),
    ];

    private static readonly int[] s_threads = [1, 3];

    private static readonly ParameterRange[] TwoWide = [new("a", -10, 10, 0), new("b", -10, 10, 0)];

    private static readonly ParameterRange[] QueueRanges = [new("rate", 0.3, 0.6, 0.4), new("service", 0.7, 1.3, 0.8)];

    [Fact]
    public void A_linear_model_has_the_least_squares_answer_with_its_errors_and_correlation()
    {
        // (a − 1)² + (b − 2)² + (a + b − 4)² is least at a = 4/3, b = 7/3; the inverse of JᵀJ is a third of [2 −1; −1 2].
        CalibrationResult result = Fit(
            TwoWide, [new("one", 1, 1), new("two", 2, 1), new("sum", 4, 1)], (p, _) => [p[0], p[1], p[0] + p[1]], new CalibrationOptions { Replications = 2 });
        Assert.Equal(CalibrationEnd.Settled, result.End);
        Assert.Equal(4.0 / 3, result.Parameters[0].Value, 4);
        Assert.Equal(7.0 / 3, result.Parameters[1].Value, 4);
        Assert.All(result.Parameters, item => Assert.Equal(Math.Sqrt(2.0 / 3), item.StandardError!.Value, 4));
        Assert.Equal((4.0 / 3) - (1.959964 * Math.Sqrt(2.0 / 3)), result.Parameters[0].Lower!.Value, 4);
        Assert.Equal(-0.5, result.Correlations[0][1]!.Value, 4);
        Assert.Equal(1, result.DegreesOfFreedom);
        Assert.Equal(1.0 / 3, result.SumOfSquares, 4);
        Assert.Equal(21, result.SumOfSquaresAtBase, 9);

        // Columns (1, 0, 1) and (0, 1, 1) have a cosine of a half: the least eigenvalue is a half.
        Assert.Equal(Math.Sqrt(2), result.CollinearityIndex!.Value, 6);
        Assert.Empty(result.Loose);
    }

    [Fact]
    public void A_published_data_set_has_its_certified_values_and_standard_deviations()
    {
        double residual = Math.Sqrt(1.2455138894E-01 / 12);
        CalibrationResult result = Fit(
            [new("b1", 200, 280, 210), new("b2", 4e-4, 7e-4, 6e-4)],
            [.. Misra1a.Select((item, index) => new ObservedOutput($"y{index}", item.Y, residual))],
            (p, _) =>
            {
                (double b1, double b2) = (p[0], p[1]);
                return [.. Misra1a.Select(item => b1 * (1 - Math.Exp(-b2 * item.X)))];
            },
            new CalibrationOptions { Replications = 2, StepTolerance = 1e-5, MostRefinements = 20 });
        Assert.Equal(CalibrationEnd.Settled, result.End);
        Assert.Equal(1, result.Parameters[0].Value / 2.3894212918E+02, 4);
        Assert.Equal(1, result.Parameters[1].Value / 5.5015643181E-04, 4);
        Assert.Equal(1, result.Parameters[0].StandardError!.Value / 2.7070075241E+00, 2);
        Assert.Equal(1, result.Parameters[1].StandardError!.Value / 7.2668688436E-06, 2);
        Assert.Equal(12, result.DegreesOfFreedom);
        Assert.Equal(12, result.SumOfSquares, 2);
        Assert.Empty(result.Loose);
    }

    [Fact]
    public void The_rates_of_a_queue_are_found_from_its_mean_wait_and_throughput()
    {
        CalibrationResult result = Fit(
            QueueRanges, [new("wait", PlantedModels.MeanWait(0.5, 1), 0.05), new("throughput", 0.5, 0.005)], PlantedModels.Queue(0, 20_000));
        Assert.Equal(CalibrationEnd.Settled, result.End);
        Assert.Equal(0.5, result.Parameters[0].Value, 0.01);
        Assert.Equal(1, result.Parameters[1].Value, 0.05);
        Assert.All(result.Parameters.Zip([0.5, 1.0]), pair => Assert.InRange(pair.Second, pair.First.Lower!.Value, pair.First.Upper!.Value));
        Assert.All(result.Parameters, item => Assert.True(item.Upper - item.Lower < 0.12));
        Assert.Equal(0, result.DegreesOfFreedom);
        Assert.All(result.Outputs, output => Assert.True(Math.Abs(output.StandardizedResidual) < 1.5));
        Assert.True(result.SumOfSquaresAtBase > 100);
        Assert.True(result.Evaluations <= new CalibrationOptions().MostEvaluations(2));
    }

    [Fact]
    public void The_noise_of_simulation_stands_in_the_standard_error()
    {
        // The mean of ten replications is subtracted from a value that is as good as exact: the error is that of the mean. What pulls towards the
        // base, a thousandth of a squared residual for half a range, moves the value by a millionth of its distance from there.
        double[] noise = [.. Enumerable.Range(0, 10).Select(replication => PlantedModels.Noise(0, replication, 0))];
        CalibrationResult result = Fit([new("a", -10, 10, 0)], [new("y", 3, 1e-6)], (p, replication) => [p[0] + noise[replication % 10]]);
        Interval mean = Confidence.Mean(noise);
        Assert.Equal(3 - mean.Mean, result.Parameters[0].Value, 4);
        Assert.Equal(mean.HalfWidth, result.Parameters[0].Upper!.Value - result.Parameters[0].Value, 6);
        Assert.Equal(mean.HalfWidth, result.Parameters[0].Value - result.Parameters[0].Lower!.Value, 6);
    }

    [Fact]
    public void Two_parameters_of_which_only_the_product_matters_are_named()
    {
        CalibrationResult result = Fit(
            [new("a", 0.5, 1.5, 1), new("b", 0.5, 1.5, 1), new("c", 0, 4, 1)],
            [new("y", 1.1, 0.02), new("z", 2.2, 0.04), new("c", 2, 0.1)],
            (p, replication) =>
            {
                double product = p[0] * p[1];
                return [product + (0.02 * PlantedModels.Noise(0, replication, 0)), (2 * product) + (0.02 * product * PlantedModels.Noise(0, replication, 1)), p[2]];
            });
        LooseCombination loose = Assert.Single(result.Loose);
        Assert.Equal([0, 1], loose.Parameters.Order());
        Assert.True(loose.Weights[0] * loose.Weights[1] < -0.3);
        Assert.Equal([false, false, true], result.Parameters.Select(item => item.IsPinnedDown));
        Assert.Null(result.Parameters[0].StandardError);
        Assert.Null(result.Correlations[0][1]);
        Assert.Equal(1.1, result.Parameters[0].Value * result.Parameters[1].Value, 0.05);
        Assert.Equal(2, result.Parameters[2].Value, 2);
        Assert.Equal(1, result.DegreesOfFreedom);

        // Of the values that fit alike, those nearest to the base.
        Assert.InRange(result.Parameters[0].Value / result.Parameters[1].Value, 0.8, 1.25);
        Assert.True(result.CollinearityIndex is null or > 10);
    }

    [Fact]
    public void A_parameter_that_moves_nothing_is_named_and_stays_where_it_was()
    {
        CalibrationResult result = Fit(
            TwoWide, [new("y", 3, 0.1), new("z", 6, 0.1)], (p, replication) => [p[0] + (0.1 * PlantedModels.Noise(0, replication, 0)), (2 * p[0]) + (0.1 * PlantedModels.Noise(0, replication, 1))]);
        LooseCombination loose = Assert.Single(result.Loose);
        Assert.Equal([1], loose.Parameters);
        Assert.Equal([true, false], result.Parameters.Select(item => item.IsPinnedDown));
        Assert.Null(result.Parameters[1].Lower);
        Assert.Null(result.Parameters[1].Upper);
        Assert.True(result.Parameters[1].BaseFits);
        Assert.False(result.Parameters[0].BaseFits);
    }

    [Fact]
    public void A_truth_beyond_the_range_ends_at_its_end()
    {
        CalibrationResult result = Fit([new("a", 0, 2, 1)], [new("y", 3, 0.1)], (p, _) => [p[0]]);
        Assert.Equal(RangeEnd.High, result.Parameters[0].End);
        Assert.Equal(2, result.Parameters[0].Value);
        Assert.Null(result.Parameters[0].Upper);
        Assert.True(result.Outputs[0].IsImplausible);
    }

    [Fact]
    public void Observations_that_contradict_each_other_are_implausible_and_a_tolerance_makes_room()
    {
        CalibrationResult strict = Fit([new("a", 0, 3, 1)], [new("y", 1, 0.1), new("z", 2, 0.1)], (p, _) => [p[0], p[0]]);
        Assert.Equal(1.5, strict.Parameters[0].Value, 4);
        Assert.All(strict.Outputs, output => Assert.True(output.IsImplausible));
        Assert.All(strict.Outputs, output => Assert.Null(output.IsWithinTolerance));
        CalibrationResult roomy = Fit([new("a", 0, 3, 1)], [new("y", 1, 0.1, 0.6), new("z", 2, 0.1, 0.4)], (p, _) => [p[0], p[0]]);
        Assert.All(roomy.Outputs, output => Assert.False(output.IsImplausible));

        // Variances are 0.01 + (0.6 / 1.96)² = 0.103714 and 0.01 + (0.4 / 1.96)² = 0.051651: the nearer tolerance pulls more.
        Assert.Equal(((1 / 0.103714) + (2 / 0.051651)) / ((1 / 0.103714) + (1 / 0.051651)), roomy.Parameters[0].Value, 3);
        Assert.Equal([false, true], roomy.Outputs.Select(output => output.IsWithinTolerance!.Value));
    }

    [Fact]
    public void The_result_is_the_same_for_any_number_of_threads()
    {
        string[] results = [.. s_threads.Select(threads => JsonSerializer.Serialize(Fit(
            QueueRanges, [new("wait", 1, 0.05), new("throughput", 0.5, 0.01)], PlantedModels.Queue(5, 500), new CalibrationOptions { Threads = threads })))];
        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void Progress_counts_up_and_a_stop_keeps_the_rounds_finished()
    {
        List<int> news = [];
        using CancellationTokenSource source = new();
        const int FirstRound = ((6 * 2) + 2) * 10;
        int asked = 0;
        VectorResponse queue = PlantedModels.Queue(6, 500);
        CalibrationResult result = SurrogateCalibration.Fit(
            QueueRanges,
            [new("wait", 1, 0.05), new("throughput", 0.5, 0.01)],
            (parameters, replication) =>
            {
                if (++asked > FirstRound)
                {
                    source.Cancel();
                }

                return queue(parameters, replication);
            },
            progress: new Listener(news.Add),
            cancellation: source.Token);
        Assert.Equal(CalibrationEnd.Stopped, result.End);
        Assert.Equal(0, result.FreshReplications);
        Assert.Single(result.Rounds);
        Assert.Equal(FirstRound, result.Evaluations);
        Assert.Equal(Enumerable.Range(1, news.Count), news);
        Assert.True(news.Count >= FirstRound);
        using CancellationTokenSource early = new();
        early.Cancel();
        Assert.Throws<OperationCanceledException>(() => SurrogateCalibration.Fit([new("a", 0, 1, 0)], [new("y", 1, 1)], (p, _) => [p[0]], cancellation: early.Token));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        VectorResponse one = (p, _) => [p[0]];
        ParameterRange[] a = [new("a", 0, 1, 0)];
        ObservedOutput[] y = [new("y", 1, 1)];
        Assert.Contains("found none", Assert.Throws<ArgumentException>(() => Fit([], y, one)).Message, StringComparison.Ordinal);
        Assert.Contains("found none", Assert.Throws<ArgumentException>(() => Fit(a, [], one)).Message, StringComparison.Ordinal);
        Assert.Contains("'a' twice", Assert.Throws<ArgumentException>(() => Fit([.. a, .. a], [.. y, new("z", 1, 1)], one)).Message, StringComparison.Ordinal);
        Assert.Contains("found 2 for 1 observations", Assert.Throws<ArgumentException>(() => Fit(TwoWide, y, one)).Message, StringComparison.Ordinal);
        Assert.Contains("found 2 outputs; expected 1", Assert.Throws<ArgumentException>(() => Fit(a, y, (_, _) => [1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("output 0 at a = 0 in replication 0", Assert.Throws<ArgumentOutOfRangeException>(() => Fit(a, y, (_, _) => [double.NaN])).Message, StringComparison.Ordinal);
        ReplicationException thrown = Assert.Throws<ReplicationException>(() => Fit(a, y, (_, _) => throw new InvalidOperationException("no")));
        Assert.Contains("At a = 0: no", thrown.InnerException!.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(a, y, one, new CalibrationOptions { Replications = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ObservedOutput("y", 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ObservedOutput("y", 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ObservedOutput("y", double.NaN, 1));
    }

    private static CalibrationResult Fit(IReadOnlyList<ParameterRange> parameters, IReadOnlyList<ObservedOutput> observations, VectorResponse response, CalibrationOptions? options = null) =>
        SurrogateCalibration.Fit(parameters, observations, response, options, progress: null, TestContext.Current.CancellationToken);

    private sealed class Listener(Action<int> hear) : IProgress<int>
    {
        public void Report(int value) => hear(value);
    }
}
