using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the work with a family from allocation to closure.</summary>
public sealed record CaseworkStage
{
    /// <summary>Gets the law of the published duration, in calendar days.</summary>
    public required Distribution Duration { get; init; }

    /// <summary>Gets the nominal duration over the published one. Published durations are stretched by load; this takes the stretch out again.</summary>
    [Sourced(Standing.Judged, "1 takes published durations as they are; a scenario sets it so that the first structure reproduces the published bands.")]
    public double NominalShare { get; init; } = 1;

    /// <summary>Gets the contacts a week.</summary>
    [Sourced(Standing.Literature, "At least fortnightly in early help; children in need are seen every two to four weeks, more at first.")]
    public double ContactsPerWeek { get; init; } = 0.5;

    /// <summary>Gets the hours of one contact.</summary>
    [Sourced(Standing.Judged, "One hour.")]
    public Hours ContactHours { get; init; } = new(1);

    /// <summary>Gets the hours of recording and preparing that go with one contact.</summary>
    [Sourced(Standing.Judged, "One and a half hours: direct contact is 26 % of time, recording takes more.")]
    public Hours RecordingHours { get; init; } = new(1.5);

    /// <summary>Gets the hours a week that an open case takes whether or not it moves on: reviews, calls, reports.</summary>
    [Sourced(Standing.Judged, "A quarter of an hour a week.")]
    public HoursPerWeek UpkeepHours { get; init; } = new(0.25);

    /// <summary>Gets the transfer of long cases to another team; absent means that they stay.</summary>
    public StageTransfer? LongTerm { get; init; }

    /// <summary>Gets the weights of cases and how common they are; the shares add up to 1.</summary>
    public required ImmutableArray<CaseWeight> Weights { get; init; }
}
