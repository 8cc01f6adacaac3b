using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Says on which days work is done and when schools are closed.</summary>
public sealed record CalendarRules
{
    /// <summary>Gets whether every day is a working day, as the analytic cases need.</summary>
    [Sourced(Standing.Judged, "Offices close at weekends and on bank holidays.")]
    public bool AlwaysOpen { get; init; }

    /// <summary>Gets the bank holidays of the run's years.</summary>
    public ImmutableArray<DateOnly> BankHolidays { get; init; } = [];

    /// <summary>Gets the spans in which schools are closed.</summary>
    public ImmutableArray<DateSpan> SchoolHolidays { get; init; } = [];
}
