using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a ranking of structures, with what it promises.</summary>
public sealed record StructureRanking
{
    /// <summary>Gets the scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets how long was simulated, and from which seed.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets what was asked.</summary>
    public required RankingPlan Ranking { get; init; }

    /// <summary>Gets the structures by rank.</summary>
    public required ImmutableArray<RankedStructure> Candidates { get; init; }

    /// <summary>Gets how many futures every structure met. All means and intervals are over these.</summary>
    public required int CommonFutures { get; init; }

    /// <summary>Gets how many futures were simulated over all structures.</summary>
    public required int Simulated { get; init; }

    /// <summary>Gets what the choice promises; null if it was stopped before it could promise anything.</summary>
    public required SelectionGuarantee? Guarantee { get; init; }

    /// <summary>Gets why the ranking ended.</summary>
    public required RankingEnd End { get; init; }
}
