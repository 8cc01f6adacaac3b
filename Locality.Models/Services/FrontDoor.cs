using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the access point: who screens a contact, and how long that takes.</summary>
public sealed record FrontDoor
{
    /// <summary>Gets how many localities share one front door.</summary>
    [Sourced(Standing.Literature, "Derby 2007: a duty system in each area.")]
    public Deployment Scope { get; init; } = Deployment.Locality;

    /// <summary>Gets the screening posts in the whole authority.</summary>
    public required Fte Fte { get; init; }

    /// <summary>Gets the hours to screen one contact, exponentially distributed.</summary>
    [Sourced(Standing.Judged, "A decision is due within one working day; the work on it is about an hour and a half.")]
    public Hours HoursPerContact { get; init; } = new(1.5);

    /// <summary>Gets the limit from contact to the screening decision.</summary>
    [Sourced(Standing.Literature, "Working Together: a decision within one working day.")]
    public WorkingDays Limit { get; init; } = new(1);

    /// <summary>Gets the working hours in a week of one screening post.</summary>
    [Sourced(Standing.Judged, "37 paid hours less leave, sickness and meetings.")]
    public HoursPerWeek WorkingHours { get; init; } = new(28);

    /// <summary>Gets the yearly cost of one full-time screening post, with on-costs.</summary>
    [Sourced(Standing.Judged, "A main-grade salary with a third added for on-costs.")]
    public Pounds CostPerFte { get; init; } = new(55_000);

    /// <summary>Gets the ways in; none means one primary access point. Posts are shared among them by the work that they do.</summary>
    public ImmutableArray<AccessPointRules> AccessPoints { get; init; } = [];
}
