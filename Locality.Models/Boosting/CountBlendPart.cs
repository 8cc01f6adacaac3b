namespace LocalitySim.Models;

/// <summary>A part of a blend. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Weight">Its weight in the blend, 0 to 1; those of all parts add up to 1.</param>
/// <param name="LeastDevianceWeight">Its weight of least deviance on the rows left out, whether or not the gain is clear; null where none could be left out.</param>
/// <param name="LeftOutDeviance">
/// The mean Poisson deviance, for each unit of weight, of its predictions of rows left out; null where none could be. It has no interval: that of
/// what matters, the difference from the constant, is in <see cref="CountBlendFit.Gain"/>.
/// </param>
/// <param name="Refusal">Why it could not be fitted to all the rows, so that the constant stands in for it; null where it could.</param>
public sealed record CountBlendPart(CountBlendPartKind Kind, double Weight, double? LeastDevianceWeight, double? LeftOutDeviance, string? Refusal);
