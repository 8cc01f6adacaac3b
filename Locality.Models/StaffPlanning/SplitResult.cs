using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the best split found of the posts of each service asked about.</summary>
public sealed record SplitResult
{
    /// <summary>Gets the scenario as it was given.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets the structure.</summary>
    public required Structure Structure { get; init; }

    /// <summary>Gets the question.</summary>
    public required SplitRequest Request { get; init; }

    /// <summary>Gets how long was simulated, and from which seed.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets the services in order.</summary>
    public required ImmutableArray<ServiceSplit> Services { get; init; }

    /// <summary>Gets the scenario with the split found written in, as its one structure.</summary>
    public required Scenario Split { get; init; }

    /// <summary>Gets whether it was stopped before the fresh futures were done.</summary>
    public required bool WasStopped { get; init; }
}
