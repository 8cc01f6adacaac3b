namespace LocalitySim.Models;

/// <summary>Is what one future came to in one part of a structure.</summary>
/// <param name="Values">Each measure's value, in the order of <see cref="Measure.OfLevels"/>; null where nothing was there to measure.</param>
/// <param name="AllocatedCurve">The share allocated by each coarse time of <see cref="WaitGrid"/>; empty for an area or a month, null where nobody waited.</param>
internal sealed record LevelOutcome(double?[] Values, double[]? AllocatedCurve);
