using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is how many referrals are expected from an area in a month, or in the year.</summary>
/// <param name="Area">The area; null for the whole.</param>
/// <param name="Month">The first day of the month; null for the year.</param>
/// <param name="Likely">The number expected, with bounds that hold its level in 80 of 100 cases.</param>
/// <param name="Wide">The same, in 95 of 100.</param>
public sealed record NeedRate(string? Area, DateOnly? Month, Interval Likely, Interval Wide);
