namespace LocalitySim.Models;

/// <summary>Is a run of days, both ends included.</summary>
public sealed record DateSpan
{
    /// <summary>Gets the first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last day, on or after the first.</summary>
    public required DateOnly To { get; init; }
}
