namespace LocalitySim.Models;

/// <summary>Is a further service that a case may want beside its lead: from the allocation on, its worker helps at the same time.</summary>
public sealed record SupportService
{
    /// <summary>Gets the id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the share of the pathway's accepted cases that want it.</summary>
    public required Share Share { get; init; }

    /// <summary>Gets the length of the service's own assessment at the nominal pace. A shared assessment makes it needless.</summary>
    [Sourced(Standing.Judged, "Two working weeks.")]
    public WorkingDays AssessmentLength { get; init; } = new(10);

    /// <summary>Gets the mean length of the help at the nominal pace, in calendar days, exponentially distributed.</summary>
    [Sourced(Standing.Judged, "Three to six months.")]
    public Days MeanLength { get; init; } = new(135);

    /// <summary>Gets the hours a week that the help takes, its road apart.</summary>
    [Sourced(Standing.Judged, "A fortnightly session of an hour and a half, with its record.")]
    public HoursPerWeek HoursPerWeek { get; init; } = new(1);

    /// <summary>Gets the contacts a week, which decide the road.</summary>
    [Sourced(Standing.Judged, "Fortnightly.")]
    public double ContactsPerWeek { get; init; } = 0.5;

    /// <summary>Gets the points that the help takes of its worker's limit.</summary>
    [Sourced(Standing.Literature, "Local schemes: 4 to 10 points a case.")]
    public Points Points { get; init; } = new(5);

    /// <summary>Gets the place in the service's list: a lower number goes first.</summary>
    [Sourced(Standing.Judged, "The same for all unless the scenario says so.")]
    public int Priority { get; init; } = 5;
}
