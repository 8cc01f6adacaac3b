using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>What a selection promises, and on what conditions.</summary>
/// <param name="Confidence">The probability, over all that chance could have given, that the best system is selected.</param>
/// <param name="IndifferenceZone">By how much the best mean must be better than every other, in the unit of the observations.</param>
/// <param name="Objective">Which mean is the best.</param>
/// <param name="Systems">Among how many systems.</param>
/// <param name="IsAsymptotic">Whether the promise holds only in the limit of small zones, and so of many observations.</param>
public sealed record SelectionGuarantee(double Confidence, double IndifferenceZone, Objective Objective, int Systems, bool IsAsymptotic)
{
    /// <summary>The promise in words, in English, with invariant numbers.</summary>
    public string Statement => string.Create(
        CultureInfo.InvariantCulture,
        $"Among {Systems} systems, the one with the {(Objective == Objective.Smallest ? "smallest" : "largest")} mean is selected with a probability of at least {Confidence}{(IsAsymptotic ? " in the limit of small indifference zones" : "")}, if every other mean is worse by {IndifferenceZone} or more and observations are normal and independent between replications.");
}
