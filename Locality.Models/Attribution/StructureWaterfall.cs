using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Splits the difference of a structure from the scenario's first into its parts.</summary>
public sealed record StructureWaterfall
{
    /// <summary>Gets the scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets how long was simulated, and how many futures were.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets the question.</summary>
    public required DifferenceQuestion Question { get; init; }

    /// <summary>Gets the difference, structure less baseline, over the same futures.</summary>
    public required MeasureDifference Difference { get; init; }

    /// <summary>Gets the baseline's mean.</summary>
    public required double Baseline { get; init; }

    /// <summary>Gets the structure's mean.</summary>
    public required double Structure { get; init; }

    /// <summary>Gets the contributions, in the order of the parts. They add up to <see cref="Structure"/> less <see cref="Baseline"/>.</summary>
    public required ImmutableArray<WaterfallFactor> Factors { get; init; }

    /// <summary>Gets whether the run was stopped before all futures were simulated.</summary>
    public required bool IsStopped { get; init; }
}
