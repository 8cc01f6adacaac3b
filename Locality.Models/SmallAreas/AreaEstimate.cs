using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>What is known of an area's rate: its own count and what the other areas say. Immutable.</summary>
/// <param name="Area">The area.</param>
/// <param name="Raw">The area's count over its exposure.</param>
/// <param name="Rate">The rate's posterior mean with the bounds of equal tails: it covers the rate behind the count, not a new count.</param>
/// <param name="StandardDeviation">The rate's posterior standard deviation.</param>
public sealed record AreaEstimate(string Area, double Raw, Interval Rate, double StandardDeviation);
