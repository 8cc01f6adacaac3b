using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a profession that holds cases: its posts, their hours, their limit and how posts turn over.</summary>
public sealed record Service
{
    /// <summary>Gets the short name used in files and results, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read. The default is the id.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>Gets the level of need at which the service works.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Gets the partner agency that employs the staff and pays for them.</summary>
    [Sourced(Standing.Judged, "The local authority unless the scenario says so.")]
    public string Agency { get; init; } = "council";

    /// <summary>Gets how widely one team works, unless a structure places the service otherwise.</summary>
    [Sourced(Standing.Judged, "A team in each locality is what a locality structure is about.")]
    public Deployment Deployment { get; init; } = Deployment.Locality;

    /// <summary>Gets how posts are shared among the teams; absent means by the structure's own rule.</summary>
    public StaffingRule? Sharing { get; init; }

    /// <summary>Gets the posts that hold cases, in the whole authority.</summary>
    public required Fte Fte { get; init; }

    /// <summary>Gets the size of one post: above zero. The service has <see cref="Fte"/> over this number of posts, rounded up, the last one smaller.</summary>
    [Sourced(Standing.Judged, "Whole posts; half posts let a small service be shared among many localities.")]
    public Fte PostSize { get; init; } = new(1);

    /// <summary>Gets how many of the posts are part-time; absent means none.</summary>
    public PartTime? PartTime { get; init; }

    /// <summary>Gets the points that one full-time worker may hold.</summary>
    [Sourced(Standing.Literature, "Local workload-management schemes: 100 points a worker, 4 to 10 points a case.")]
    public Points PointsPerFte { get; init; } = new(100);

    /// <summary>Gets the limit of a worker in the first year in post, as a share of the full limit.</summary>
    [Sourced(Standing.Literature, "Newly qualified workers hold 90 of 100 points.")]
    public Share FirstYearLimit { get; init; } = new(0.90);

    /// <summary>Gets the paid hours of a full-time week.</summary>
    [Sourced(Standing.Literature, "National Joint Council terms: 37 hours.")]
    public HoursPerWeek PaidHours { get; init; } = new(37);

    /// <summary>Gets the share of paid hours that no case gets: training, meetings, breaks in the day.</summary>
    [Sourced(Standing.Judged, "No national figure; direct contact is 26 % of a social worker's time, so most of the week is something else.")]
    public Share FixedShare { get; init; } = new(0.20);

    /// <summary>Gets the hours a week that a full-time worker spends on duty.</summary>
    [Sourced(Standing.Judged, "About half a day a fortnight.")]
    public HoursPerWeek DutyHours { get; init; } = new(2);

    /// <summary>Gets whether those hours are worked as a rota, in which one worker of the team is on duty for each working day and does no casework. A small team is on duty more often.</summary>
    [Sourced(Standing.Judged, "An average; with the rota, the duty hours above are not used.")]
    public bool DutyRota { get; init; }

    /// <summary>Gets regular work outside cases: groups, consultation, support of schools.</summary>
    public ImmutableArray<OtherWork> OtherWork { get; init; } = [];

    /// <summary>Gets the hours a week of supervision that a full-time worker receives, and a team manager gives.</summary>
    [Sourced(Standing.Literature, "Fortnightly sessions of about an hour and a half.")]
    public HoursPerWeek SupervisionHours { get; init; } = new(0.75);

    /// <summary>Gets the share of posts whose holder leaves in a year.</summary>
    [Sourced(Standing.Verified, "DfE Children's social work workforce 2025, England: 11.8 %.")]
    public Share YearlyTurnover { get; init; } = new(0.118);

    /// <summary>Gets the mean time for which a post that was left holds nobody.</summary>
    [Sourced(Standing.Judged, "Vacancy 14.2 % less agency cover 13.0 % over turnover 11.8 % gives 37 days (DfE workforce 2025); doubled for the time before cover comes.")]
    public Days MeanVacancy { get; init; } = new(74);

    /// <summary>Gets how vacancies are covered by agency workers; absent means that they are not.</summary>
    public AgencyCover? AgencyCover { get; init; }

    /// <summary>Gets the share of working time lost to sickness.</summary>
    [Sourced(Standing.Verified, "DfE Children's social work workforce 2025, England: 3.5 %.")]
    public Share AbsenceShare { get; init; } = new(0.035);

    /// <summary>Gets the mean length of a spell of sickness, in working days.</summary>
    [Sourced(Standing.Judged, "Few long spells and many short ones; the mean matters little to waits.")]
    public WorkingDays MeanAbsence { get; init; } = new(8);

    /// <summary>Gets the weeks of leave that a worker takes in a year, one at a time: a whole number from 0 to 26.</summary>
    [Sourced(Standing.Literature, "National Joint Council terms: 26 to 31 days with service, near six weeks.")]
    public int LeaveWeeks { get; init; } = 6;

    /// <summary>Gets the share of posts with a term-time contract: their holders are away while schools are closed, and take no other leave.</summary>
    [Sourced(Standing.Judged, "None unless the scenario says so.")]
    public Share TermTimeOnly { get; init; }

    /// <summary>Gets the progress lost by a case when its worker changes, in working days at the nominal pace.</summary>
    [Sourced(Standing.Judged, "One to two weeks of lost progress at a handover.")]
    public WorkingDays HandoverLoss { get; init; } = new(7);

    /// <summary>Gets the yearly cost of one full-time post, with on-costs.</summary>
    [Sourced(Standing.Judged, "A main-grade salary with a third added for on-costs.")]
    public Pounds CostPerFte { get; init; } = new(55_000);
}
