namespace LocalitySim.Models;

/// <summary>Is a quantile of what workers hold.</summary>
/// <param name="Share">The share of filled full-time equivalents that hold this or less: above 0, below 1.</param>
/// <param name="PointsPerFte">Points held per full-time equivalent: zero or more.</param>
public sealed record CaseloadQuantile(double Share, MeanOverFutures PointsPerFte);
