using System.Diagnostics;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>Measures what a second thread brings to replications of NET.</summary>
internal static class ThreadSpeedup
{
    private const int Replications = 8;
    private const double Days = 2000;
    private const int Rounds = 5;

    /// <summary>Returns the median of the throughput on two threads over that on one.</summary>
    internal static double Measure()
    {
        RunOn(2);
        RunOn(1);
        double[] ratios = [.. Enumerable.Range(0, Rounds).Select(_ => RunOn(1) / RunOn(2)).Order()];
        return ratios[Rounds / 2];
    }

    private static double RunOn(int threads)
    {
        var watch = Stopwatch.StartNew();
        ReplicationRunner.Run(Replications, threads, (replication, _) =>
        {
            NetHandlers model = new(seed: 42, (uint)replication);
            model.Advance(Days);
            return model.Units;
        });
        return watch.Elapsed.TotalSeconds;
    }
}
