using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>What a selection has found.</summary>
public sealed record SelectionResult
{
    /// <summary>The system selected.</summary>
    public required int Best { get; init; }

    /// <summary>What was seen of each system, in their order.</summary>
    public required ImmutableArray<SystemEvidence> Systems { get; init; }

    /// <summary>How many observations were used in all.</summary>
    public required long Observations { get; init; }

    /// <summary>How many stages there were, as <see cref="SelectionProgress.Stage"/> counts.</summary>
    public required int Stages { get; init; }

    /// <summary>What the selection promises; null if it promises nothing.</summary>
    public required SelectionGuarantee? Guarantee { get; init; }
}
