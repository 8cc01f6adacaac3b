using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Checks that selection procedures and their constants share.</summary>
internal static class SelectionGuard
{
    /// <summary>Refuses fewer than two systems, for among one there is nothing to select.</summary>
    internal static int Systems(int systems, string name = "systems") =>
        systems >= 2 ? systems : throw NumberGuard.Refusal(systems, name, "two or more, or there is nothing to select");

    /// <summary>Refuses a confidence outside (1/k, 1): a pick by lot has 1/k.</summary>
    internal static double Confidence(double confidence, int systems)
    {
        NumberGuard.OpenShare(confidence, "confidence");
        return confidence * systems > 1
            ? confidence
            : throw NumberGuard.Refusal(
                confidence,
                nameof(confidence),
                string.Create(CultureInfo.InvariantCulture, $"more than 1/{systems}, the chance of a pick by lot among {systems}"));
    }

    /// <summary>Gives what a mean is multiplied by so that greater is better.</summary>
    internal static int Direction(Objective objective) => objective switch
    {
        Objective.Smallest => -1,
        Objective.Largest => 1,
        _ => throw NumberGuard.Refusal((int)objective, nameof(objective), "smallest (0) or largest (1)"),
    };

    internal static double DegreesOfFreedom(double degreesOfFreedom) =>
        degreesOfFreedom >= 1
            ? degreesOfFreedom
            : throw NumberGuard.Refusal(degreesOfFreedom, nameof(degreesOfFreedom), "1 or more; infinity for a known variance");
}
