using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a structure in a ranking.</summary>
public sealed record RankedStructure
{
    /// <summary>Gets its place: 1 is the structure chosen, then by the mean of the measure.</summary>
    public required int Rank { get; init; }

    /// <summary>Gets what it came to in the futures that all structures met.</summary>
    public required StructureResult Result { get; init; }

    /// <summary>Gets its mean less that of the best, in the measure's unit; for the best itself, less that of the next. All intervals of a ranking hold together with the ranking's confidence, by Bonferroni's inequality over all pairs.</summary>
    public required Interval LessBest { get; init; }

    /// <summary>Gets how often it has the best mean if the futures are drawn again from those simulated, from 0 to 1: how firmly these futures point to it, and no probability of the truth.</summary>
    public required double ProbabilityBest { get; init; }

    /// <summary>Gets whether it is a tie with the best: its interval holds zero, and its mean is within the indifference zone of the best mean. False for the best itself.</summary>
    public required bool IsTied { get; init; }

    /// <summary>Gets whether it is worse than the best by less than the indifference zone, with the ranking's confidence for all structures at once: by too little to matter.</summary>
    public required bool IsWithinZone { get; init; }

    /// <summary>Gets whether no structure is better on one of wait, balance, continuity, travel, disruption and cost without being worse on another.</summary>
    public required bool IsInParetoSet { get; init; }

    /// <summary>Gets the names of those that are better on one and worse on none of these; empty where there are none.</summary>
    public required ImmutableArray<string> DominatedBy { get; init; }

    /// <summary>Gets the share of children whose locality in the end is not one that the scenario's first structure has at the start, from 0 to 1.</summary>
    public required double ChildrenMoved { get; init; }

    /// <summary>Gets the futures of this structure that the choice used.</summary>
    public required int Futures { get; init; }
}
