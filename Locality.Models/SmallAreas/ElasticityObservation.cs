namespace LocalitySim.Models;

/// <summary>A unit's count in a period, with its index. Immutable.</summary>
/// <param name="Unit">The unit, not blank; its observations of several periods may depend on one another.</param>
/// <param name="Count">The count: a whole number from 0 to under 10¹⁵.</param>
/// <param name="Exposure">What the count is proportional to, such as a population: finite, above zero.</param>
/// <param name="Index">The index: finite, above zero, for its logarithm explains the count.</param>
/// <param name="Period">The period, such as a year, where levels may differ between periods; null where there is one period or they do not.</param>
public sealed record ElasticityObservation(string Unit, double Count, double Exposure, double Index, string? Period = null);
