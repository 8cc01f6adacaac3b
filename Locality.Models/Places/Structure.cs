using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a candidate way of drawing the localities: a partition of the areas, and how staff are shared among its parts.</summary>
public sealed record Structure
{
    /// <summary>Gets the short name used in files, options and results, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read. The default is the id.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>Gets how posts are shared among the localities.</summary>
    [Sourced(Standing.Judged, "Share by need is what a reorganisation aims at; today's shares are rarely published.")]
    public StaffingRule Staffing { get; init; } = StaffingRule.ByNeed;

    /// <summary>Gets the one-off cost of moving to this structure. It stands apart from the yearly cost.</summary>
    [Sourced(Standing.Judged, "No figure is published; zero shows that none was given.")]
    public Pounds SetUpCost { get; init; }

    /// <summary>Gets posts given to single localities on top of the rule. They are new money: the equal budget leaves them out.</summary>
    public ImmutableArray<ExtraPosts> ExtraPosts { get; init; } = [];

    /// <summary>Gets the localities: every area of the place in exactly one.</summary>
    public required ImmutableArray<Locality> Localities { get; init; }
}
