using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what a part of the difference contributes.</summary>
/// <param name="Parts">The part; several where they cannot be taken apart.</param>
/// <param name="Contribution">The contribution, in the measure's unit. In their order the contributions add up to the difference to the last bit.</param>
/// <param name="Interval">The mean contribution over futures with its 95 % interval; its mean is the contribution, but for rounding.</param>
public sealed record WaterfallFactor(DifferenceParts Parts, double Contribution, Interval Interval);
