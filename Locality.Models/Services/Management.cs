namespace LocalitySim.Models;

/// <summary>Is what managers and coordinators do, how many there are, and what they cost. Merging localities frees their posts.</summary>
public sealed record Management
{
    /// <summary>Gets the area managers of one locality.</summary>
    [Sourced(Standing.Literature, "Derby 2007 and Stockton 2005: one manager for each area.")]
    public Fte AreaManagersPerLocality { get; init; } = new(1);

    /// <summary>Gets the coordinators of one locality.</summary>
    [Sourced(Standing.Literature, "Oxfordshire 2005: two days a week in each locality.")]
    public Fte CoordinatorsPerLocality { get; init; } = new(0.4);

    /// <summary>Gets the administrators of one locality.</summary>
    [Sourced(Standing.Judged, "None unless the scenario says so; Oxfordshire 2005 gives each coordinator administrative support.")]
    public Fte AdministratorsPerLocality { get; init; }

    /// <summary>Gets the area managers of one upper-tier area, whose hours its localities share. They come on top of those of localities.</summary>
    [Sourced(Standing.Judged, "None unless the scenario says so.")]
    public Fte AreaManagersPerUpperTierArea { get; init; }

    /// <summary>Gets how many full-time workers one team manager supervises: above zero.</summary>
    [Sourced(Standing.Literature, "A span of about one to seven.")]
    public double WorkersPerTeamManager { get; init; } = 7;

    /// <summary>Gets the hours a week that a manager has for the work below, of a paid week.</summary>
    [Sourced(Standing.Judged, "37 paid hours less leave, meetings, panels and personnel matters.")]
    public HoursPerWeek ManagerHours { get; init; } = new(20);

    /// <summary>Gets the hours a week that links with partner agencies take in one locality, before coordinators help.</summary>
    [Sourced(Standing.Judged, "Core groups, forums and school clusters: a day and a half a week.")]
    public HoursPerWeek LinkHoursPerLocality { get; init; } = new(12);

    /// <summary>Gets the manager's hours to read and sign one assessment.</summary>
    [Sourced(Standing.Judged, "Three quarters of an hour.")]
    public Hours SignOffHours { get; init; } = new(0.75);

    /// <summary>Gets the manager's hours to allocate one case.</summary>
    [Sourced(Standing.Judged, "Half an hour: choosing, a word with the worker, the record.")]
    public Hours AllocationHours { get; init; } = new(0.5);

    /// <summary>Gets the manager's hours to close one case.</summary>
    [Sourced(Standing.Judged, "Half an hour.")]
    public Hours ClosureHours { get; init; } = new(0.5);

    /// <summary>Gets the yearly cost of a full-time area manager, with on-costs.</summary>
    [Sourced(Standing.Judged, "A senior salary with a third added for on-costs.")]
    public Pounds AreaManagerCost { get; init; } = new(82_000);

    /// <summary>Gets the yearly cost of a full-time coordinator, with on-costs.</summary>
    [Sourced(Standing.Judged, "A coordinator's salary with a third added for on-costs.")]
    public Pounds CoordinatorCost { get; init; } = new(45_000);

    /// <summary>Gets the yearly cost of a full-time administrator, with on-costs.</summary>
    [Sourced(Standing.Judged, "An administrator's salary with a third added for on-costs.")]
    public Pounds AdministratorCost { get; init; } = new(32_000);

    /// <summary>Gets the yearly cost of a full-time team manager, with on-costs.</summary>
    [Sourced(Standing.Judged, "A team manager's salary with a third added for on-costs.")]
    public Pounds TeamManagerCost { get; init; } = new(68_000);

    /// <summary>Gets the yearly cost of one base.</summary>
    [Sourced(Standing.Judged, "Rent and running of a small office.")]
    public Pounds BaseCost { get; init; } = new(60_000);
}
