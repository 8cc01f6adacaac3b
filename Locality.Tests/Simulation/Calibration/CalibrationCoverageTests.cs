using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Of many calibrations to observations with errors, as many intervals hold the planted parameters as their level says.</summary>
public sealed class CalibrationCoverageTests(ITestOutputHelper output)
{
    // Of 1,000 at 95 % one expects 950 with a standard deviation of 6.9; of 200, 190 with 3.1: the bounds are three of these on either side.
    [Fact]
    public void Intervals_of_a_curved_model_cover_both_parameters() => Cover(200, 181, 199);

    [Fact]
    [Trait("Needs", "Hours")]
    public void A_thousand_intervals_of_a_curved_model_cover_both_parameters() => Cover(1000, 929, 971);

    [Fact]
    [Trait("Needs", "Hours")]
    public void Intervals_of_a_queue_cover_its_rate_and_service_time()
    {
        int[] hits = new int[2];
        for (uint trial = 0; trial < 1000; trial++)
        {
            uint experiment = 5000 + trial;
            ObservedOutput[] observed =
            [
                new("wait", PlantedModels.MeanWait(0.5, 1) + (0.1 * PlantedModels.Noise(experiment, 1_000_000, 0)), 0.1),
                new("throughput", 0.5 + (0.01 * PlantedModels.Noise(experiment, 1_000_000, 1)), 0.01),
            ];
            CalibrationResult result = SurrogateCalibration.Fit(
                [new("rate", 0.35, 0.65, 0.4), new("service", 0.6, 1.4, 0.8)],
                observed,
                PlantedModels.Queue(experiment, 2000),
                new CalibrationOptions { FreshReplications = 2, Seed = trial, Threads = 2 },
                cancellation: TestContext.Current.CancellationToken);
            hits[0] += Holds(result.Parameters[0], 0.5) ? 1 : 0;
            hits[1] += Holds(result.Parameters[1], 1) ? 1 : 0;
        }

        output.WriteLine($"rate {hits[0]}, service {hits[1]} of 1000");
        Assert.All(hits, count => Assert.InRange(count, 929, 971));
    }

    private void Cover(int trials, int low, int high)
    {
        int[] hits = new int[2];
        for (uint trial = 0; trial < trials; trial++)
        {
            uint experiment = 1000 + trial;

            // Observed with errors of 0.3, 0.2 and 0.4; ten replications add a half and a third of these, unlike at each point.
            double[] truth = [2, 6, 4];
            double[] errors = [0.3, 0.2, 0.4];
            ObservedOutput[] observed = [.. truth.Select((value, index) => new ObservedOutput($"y{index}", value + (errors[index] * PlantedModels.Noise(experiment, 1_000_000, (uint)index)), errors[index]))];
            CalibrationResult result = SurrogateCalibration.Fit(
                [new("a", 0, 4, 1), new("b", 1, 5, 2)],
                observed,
                (p, replication) =>
                [
                    p[0] + (0.5 * PlantedModels.Noise(experiment, replication, 0)),
                    (p[0] * p[1]) + (0.1 * p[0] * PlantedModels.Noise(experiment, replication, 1)),
                    (p[1] * p[1] / 2) - 0.5 + (0.2 * p[1] * PlantedModels.Noise(experiment, replication, 0)),
                ],
                new CalibrationOptions { FreshReplications = 2, Seed = trial },
                cancellation: TestContext.Current.CancellationToken);
            hits[0] += Holds(result.Parameters[0], 2) ? 1 : 0;
            hits[1] += Holds(result.Parameters[1], 3) ? 1 : 0;
        }

        output.WriteLine($"a {hits[0]}, b {hits[1]} of {trials}");
        Assert.All(hits, count => Assert.InRange(count, low, high));
    }

    private static bool Holds(CalibratedParameter parameter, double truth) => !(parameter.Lower > truth) && !(parameter.Upper < truth);
}
