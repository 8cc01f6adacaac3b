using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the result of comparing structures in the same futures.</summary>
public sealed record StructureComparison
{
    /// <summary>Gets the scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets how long and how often was simulated.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets the structures in the order asked for. The first is the baseline.</summary>
    public required ImmutableArray<StructureResult> Structures { get; init; }

    /// <summary>Gets how each other structure differs from the first.</summary>
    public required ImmutableArray<StructureDifference> Differences { get; init; }

    /// <summary>Gets the same structures with the freed money released, for those that free any while the plan spends it.</summary>
    public required ImmutableArray<StructureDifference> CashReleased { get; init; }

    /// <summary>Returns how a structure differs from the baseline.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">The structure is not among those compared, or is the baseline.</exception>
    public StructureDifference Difference(string structureId) =>
        Differences.FirstOrDefault(difference => string.Equals(difference.Structure.Structure.Id, structureId, StringComparison.Ordinal))
        ?? throw new ArgumentException($"'{structureId}' is not compared with the baseline here.", nameof(structureId));
}
