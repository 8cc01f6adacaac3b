using System.Globalization;
using LocalitySim.Benchmarks;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Holds the benchmarks' model NET against theory, and its two ways of writing against each other.</summary>
public sealed class NetModelTests(ITestOutputHelper output)
{
    [Fact]
    public void Both_ways_of_writing_give_the_same_waits_to_the_last_bit()
    {
        NetHandlers handlers = new(seed: 5);
        NetProcesses processes = new(seed: 5);

        handlers.Advance(400);
        processes.Advance(400);

        Assert.True(handlers.Units > 100_000);
        Assert.Equal(handlers.Units, processes.Units);
        for (int stage = 0; stage < 3; stage++)
        {
            Assert.Equal(
                (handlers.Waits[stage].Count, handlers.Waits[stage].Mean, handlers.Waits[stage].Variance, handlers.Waits[stage].Max),
                (processes.Waits[stage].Count, processes.Waits[stage].Mean, processes.Waits[stage].Variance, processes.Waits[stage].Max));
        }
    }

    [Fact]
    public void Triage_and_assessment_wait_as_theory_says()
    {
        // Returns come so late that arrivals stay Poisson; what leaves triage is Poisson too (Burke 1956).
        const double Rate = 4 / (1 - 0.22);
        double[][] waits = ReplicationRunner.Run(40, threads: 2, (replication, _) =>
        {
            NetHandlers model = new(seed: 9, (uint)replication);
            model.Advance(600);
            model.Waits[0].Reset();
            model.Waits[1].Reset();
            model.Advance(1400);
            return new[] { model.Waits[0].Mean!.Value, model.Waits[1].Mean!.Value };
        },
        cancellationToken: TestContext.Current.CancellationToken);

        TheoryCheck.Inside(output, "triage", QueueTheory.MeanWait(3, Rate, 0.468), [.. waits.Select(means => means[0])]);
        TheoryCheck.Inside(output, "assessment", QueueTheory.MeanWait(5, Rate, 0.78), [.. waits.Select(means => means[1])]);
        TheoryCheck.Rounds(0.505, QueueTheory.MeanWait(3, Rate, 0.468), 3);
    }

    [Theory]
    [InlineData("handlers")]
    [InlineData("async")]
    public void A_run_ten_times_as_long_raises_the_peak_of_memory_by_a_twentieth_at_most(string api)
    {
        double shorter = PeakMegabytes(api, "600");
        double longer = PeakMegabytes(api, "6000");

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{api}: {shorter:F1} MB, then {longer:F1} MB"));
        Assert.True(longer <= 1.05 * shorter, string.Create(CultureInfo.InvariantCulture, $"{shorter:F1} MB became {longer:F1} MB."));
    }

    [Theory]
    [InlineData("handlers")]
    [InlineData("async")]
    public void Once_warm_an_event_allocates_nothing(string api)
    {
        Dictionary<string, string> run = EngineProcess.Run(new Dictionary<string, string>(StringComparer.Ordinal), "model", "net", api, "2000");

        double perEvent = double.Parse(run["bytes"], CultureInfo.InvariantCulture) / double.Parse(run["events"], CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{api}: {perEvent:G3} bytes an event"));

        // Queues and pools still grow a little when a list is longer than ever before.
        Assert.True(perEvent < 0.05, $"{run["bytes"]} bytes in {run["events"]} events");
    }

    private static double PeakMegabytes(string api, string days) =>
        double.Parse(
            EngineProcess.Run(new Dictionary<string, string>(StringComparer.Ordinal), "model", "net", api, days)["megabytes"],
            CultureInfo.InvariantCulture);
}
