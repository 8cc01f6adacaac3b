namespace LocalitySim.Simulation;

/// <summary>Observes systems: the one thing that a selection procedure knows of a model.</summary>
/// <remarks>
/// An observation is a pure function of its system and its replication: asked twice, in any order, in any batch and on any thread, it
/// is the same bits. An implementation may therefore observe what is wanted in parallel, or keep what it has observed. Common random
/// numbers come from equal numbers of replications; a sampler that shall be independent between systems must draw by system too.
/// </remarks>
public interface ISystemSampler
{
    /// <summary>How many systems there are, one or more.</summary>
    int SystemCount { get; }

    /// <summary>Observes.</summary>
    /// <param name="wanted">The observations wanted, in any order.</param>
    /// <param name="values">Where they go, each at the place of its wish; as long as <paramref name="wanted"/>. Each must be finite.</param>
    void Sample(ReadOnlySpan<SystemReplication> wanted, Span<double> values);
}
