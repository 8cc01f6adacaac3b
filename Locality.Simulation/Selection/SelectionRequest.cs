namespace LocalitySim.Simulation;

/// <summary>What is asked of a selection with an indifference zone.</summary>
public sealed record SelectionRequest
{
    /// <summary>Whether the smallest or the largest mean is the best.</summary>
    public required Objective Objective { get; init; }

    /// <summary>The indifference zone δ, above zero, in the unit of the observations: the least difference of means that is worth finding.</summary>
    public required double IndifferenceZone { get; init; }

    /// <summary>The probability with which the best system shall be selected; above 1/k for k systems and below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The number n₀ of observations of each system from which variances are first estimated, two or more.</summary>
    public int FirstStage { get; init; } = 20;

    /// <summary>Refuses what cannot be asked of a number of systems.</summary>
    internal void Check(int systems)
    {
        SelectionGuard.Systems(systems, "sampler.SystemCount");
        SelectionGuard.Direction(Objective);
        NumberGuard.Positive(IndifferenceZone);
        SelectionGuard.Confidence(Confidence, systems);
        if (FirstStage < 2)
        {
            throw NumberGuard.Refusal(FirstStage, nameof(FirstStage), "two observations or more, or there is no variance");
        }
    }
}
