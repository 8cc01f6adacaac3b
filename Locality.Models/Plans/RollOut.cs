using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a delivery model brought to localities phase by phase, those with the most need first.</summary>
public sealed record RollOut
{
    /// <summary>Gets the id of the delivery model.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the day of the first phase: after the scenario's start.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the time between phases: above zero.</summary>
    [Sourced(Standing.Judged, "A quarter of a year.")]
    public Days PhaseLength { get; init; } = new(91);

    /// <summary>Gets the localities of one phase: above zero.</summary>
    [Sourced(Standing.Judged, "A few at a time.")]
    public int LocalitiesPerPhase { get; init; } = 4;

    /// <summary>Gets localities that cannot be ready before a day.</summary>
    public ImmutableArray<Readiness> Ready { get; init; } = [];

    /// <summary>Gets the mean time by which each opening comes late, exponentially distributed and drawn for each future. Absent means in time.</summary>
    public Days? MeanLateness { get; init; }
}
