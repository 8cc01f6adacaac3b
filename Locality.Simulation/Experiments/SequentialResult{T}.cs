using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>What a sequence of replications gave, why it ended, and how precise each measure was by then.</summary>
/// <typeparam name="T">What a replication gives.</typeparam>
public sealed record SequentialResult<T>
{
    internal SequentialResult()
    {
    }

    /// <summary>Why the run ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>The results used, in replication order: those of replications 0, 1, ….</summary>
    public required ImmutableArray<T> Results { get; init; }

    /// <summary>
    /// The number of replications that were enough: from here on every target was met without a break, so what follows is look-ahead.
    /// The intervals are over all the results, not over these alone. <c>null</c> if the precision was not reached.
    /// </summary>
    public required int? Enough { get; init; }

    /// <summary>The precision of each measure over all the results, in the order of the targets.</summary>
    public required ImmutableArray<MeasurePrecision> Measures { get; init; }
}
