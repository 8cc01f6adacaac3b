using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a candidate way of organising: a partition of the areas into localities, where services sit, how they work together, and what changes when.</summary>
public sealed record Structure
{
    /// <summary>Gets the short name used in files, options and results, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read. The default is the id.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>Gets how posts are shared among teams, where neither the service nor its placement says otherwise.</summary>
    [Sourced(Standing.Judged, "Share by need is what a reorganisation aims at; today's shares are rarely published.")]
    public StaffingRule Staffing { get; init; } = StaffingRule.ByNeed;

    /// <summary>Gets the one-off cost of moving to this structure. It stands apart from the yearly cost.</summary>
    [Sourced(Standing.Judged, "No figure is published; zero shows that none was given.")]
    public Pounds SetUpCost { get; init; }

    /// <summary>Gets posts given to single localities on top of the rule. They are new money: the equal budget leaves them out.</summary>
    public ImmutableArray<ExtraPosts> ExtraPosts { get; init; } = [];

    /// <summary>Gets the localities: every area of the place in exactly one. A scenario's file may draw them from another structure instead.</summary>
    public ImmutableArray<Locality> Localities { get; init; } = [];

    /// <summary>Gets the id of an earlier structure whose localities this one has, but for <see cref="Merges"/>. Absent means that <see cref="Localities"/> lists them.</summary>
    public string? LocalitiesFrom { get; init; }

    /// <summary>Gets the localities of <see cref="LocalitiesFrom"/> that are joined; those that are not named stay.</summary>
    public ImmutableArray<Merge> Merges { get; init; } = [];

    /// <summary>Gets the services that are placed otherwise than they say themselves.</summary>
    public ImmutableArray<ServicePlacement> Services { get; init; } = [];

    /// <summary>Gets the front door, where it differs from the scenario's.</summary>
    public FrontDoor? FrontDoor { get; init; }

    /// <summary>Gets the id of the delivery model of all localities that <see cref="Delivery"/> does not name; absent means one without any mechanism.</summary>
    public string? DeliveryModel { get; init; }

    /// <summary>Gets the localities with another delivery model.</summary>
    public ImmutableArray<DeliveryChoice> Delivery { get; init; } = [];

    /// <summary>Gets the dated changes.</summary>
    public ImmutableArray<PlanStep> Steps { get; init; } = [];

    /// <summary>Gets the roll-out of a delivery model, phase by phase; absent means none.</summary>
    public RollOut? RollOut { get; init; }

    /// <summary>Gets what this structure borrows from others; null, but for the hybrids of an attribution.</summary>
    internal StructureVariation? Variation { get; init; }
}
