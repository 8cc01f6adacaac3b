using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>Is a set of systems whose observations are normal with standard deviation 1, equally correlated within a replication.</summary>
/// <param name="means">The mean of each system.</param>
/// <param name="correlation">The correlation between any two systems in a replication; 0 for independent systems.</param>
/// <param name="seed">The seed.</param>
internal sealed class NormalSystems(double[] means, double correlation, ulong seed) : ISystemSampler
{
    private static readonly Purpose Common = new(1, "common");
    private static readonly Purpose Own = new(2, "own");
    private readonly double shared = Math.Sqrt(correlation);
    private readonly double rest = Math.Sqrt(1 - correlation);

    /// <inheritdoc/>
    public int SystemCount => means.Length;

    /// <inheritdoc/>
    public void Sample(ReadOnlySpan<SystemReplication> wanted, Span<double> values)
    {
        for (int index = 0; index < wanted.Length; index++)
        {
            (int system, int replication) = wanted[index];
            RandomStreams streams = new(seed, (uint)replication);
            RandomStream common = streams.Stream(Common);
            RandomStream own = streams.Stream(Own, entity: (uint)system);
            values[index] = means[system] + (shared * common.NextNormal()) + (rest * own.NextNormal());
        }
    }
}
