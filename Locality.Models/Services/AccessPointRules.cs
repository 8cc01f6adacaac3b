namespace LocalitySim.Models;

/// <summary>Is one of several ways in: how many contacts come through it, and how many of them should have gone elsewhere.</summary>
/// <remarks>A misdirected contact is screened here, waits to be passed on, and is screened again at the primary access point.</remarks>
public sealed record AccessPointRules
{
    /// <summary>Gets what sort of door it is.</summary>
    public required AccessPointKind Kind { get; init; }

    /// <summary>Gets the share of contacts that come through it; the shares of a front door's access points add up to 1.</summary>
    public required Share Share { get; init; }

    /// <summary>Gets the share of its contacts that should have gone to the primary access point.</summary>
    [Sourced(Standing.Judged, "No published figure; none unless the scenario says so.")]
    public Share Misdirected { get; init; }

    /// <summary>Gets the mean time until a misdirected contact has been passed on, exponentially distributed.</summary>
    [Sourced(Standing.Judged, "A working week: the allocation lag of two to five working days that local procedures give.")]
    public WorkingDays RedirectionDelay { get; init; } = new(5);

    /// <summary>Gets the share of misdirected contacts that are assessed here before they are passed on: the family tells its story twice.</summary>
    [Sourced(Standing.Judged, "No published figure.")]
    public Share RepeatsAssessment { get; init; } = new(0.5);

    /// <summary>Gets the hours that such an assessment takes of this access point.</summary>
    [Sourced(Standing.Judged, "A common assessment: half a day.")]
    public Hours RepeatedAssessmentHours { get; init; } = new(4);

    /// <summary>Gets the work on a contact here over that at the primary access point: above zero.</summary>
    [Sourced(Standing.Judged, "The same work wherever it is done.")]
    public double HoursFactor { get; init; } = 1;
}
