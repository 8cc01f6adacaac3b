namespace LocalitySim.Models;

/// <summary>Is how the services of a locality work together: a set of mechanisms, each of which can be switched on by itself.</summary>
/// <remarks>
/// A panel, a team and a hub are such sets. Nothing else tells them apart: two models with the same mechanisms give the same
/// results, whatever they are called. It governs the services deployed by locality; others are asked for help from outside.
/// </remarks>
public sealed record DeliveryModel
{
    /// <summary>Gets the short name used in files and results, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read. The default is the id.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>Gets the panel that decides on cases that want several services; absent means that they are allocated as they come.</summary>
    public PanelRules? Panel { get; init; }

    /// <summary>Gets the hub under whose roof the services work; absent means that each works from its own base.</summary>
    public HubRules? Hub { get; init; }

    /// <summary>Gets the leaders of a locality's team, beside its managers: they supervise, sign off and allocate as managers do.</summary>
    [Sourced(Standing.Judged, "None; Oxfordshire 2005 names a team leader for the team model.")]
    public Fte LeadersPerLocality { get; init; }

    /// <summary>Gets the hours a week that a full-time worker gives to the home agency: its meetings, its duty, its training.</summary>
    [Sourced(Standing.Judged, "None unless the scenario says so.")]
    public HoursPerWeek HomeAgencyHours { get; init; }

    /// <summary>Gets the hours a week of supervision that a full-time worker receives; absent means the service's own. Where line and professional supervision are split, there is more of it.</summary>
    public HoursPerWeek? SupervisionHours { get; init; }

    /// <summary>Gets the hours a week that links with partner agencies take of a locality's managers, before coordinators help; absent means the scenario's.</summary>
    public HoursPerWeek? LinkHoursPerLocality { get; init; }

    /// <summary>Gets the mean time until another service of the locality takes up a request for help, exponentially distributed.</summary>
    [Sourced(Standing.Literature, "Allocation lags of two to five working days in local procedures.")]
    public WorkingDays RequestDelay { get; init; } = new(3);

    /// <summary>Gets whether one assessment serves every service of the locality; otherwise each assesses for itself.</summary>
    [Sourced(Standing.Judged, "Agencies assess for themselves unless they have agreed to share.")]
    public bool SharedAssessment { get; init; }

    /// <summary>Gets the length of a shared assessment over that of a service's own: above zero. It counts where a case wants several services.</summary>
    [Sourced(Standing.Judged, "A quarter more work, once.")]
    public double SharedAssessmentFactor { get; init; } = 1.25;

    /// <summary>Gets the one-off cost of setting it up in one locality.</summary>
    [Sourced(Standing.Judged, "No figure is published; zero shows that none was given.")]
    public Pounds SetUpCost { get; init; }

    /// <summary>Gets the yearly cost in one locality on top of posts and bases.</summary>
    [Sourced(Standing.Judged, "No figure is published; zero shows that none was given.")]
    public Pounds YearlyCost { get; init; }

    /// <summary>Gets the time from the decision to the opening, which a dated change waits for.</summary>
    [Sourced(Standing.Judged, "None unless the scenario says so.")]
    public Days LeadTime { get; init; }
}
