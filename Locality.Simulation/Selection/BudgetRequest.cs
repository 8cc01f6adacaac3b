namespace LocalitySim.Simulation;

/// <summary>What is asked of a selection within a fixed number of observations.</summary>
public sealed record BudgetRequest
{
    /// <summary>Whether the smallest or the largest mean is the best.</summary>
    public required Objective Objective { get; init; }

    /// <summary>The number of observations to be used in all: enough for the first stage of every system, or more.</summary>
    public required int Budget { get; init; }

    /// <summary>The number n₀ of observations of each system before the first allocation, two or more.</summary>
    public int FirstStage { get; init; } = 10;

    /// <summary>How many observations are allocated at a time, one or more: more make fewer requests, fewer follow the means more closely.</summary>
    public int Increment { get; init; } = 20;

    /// <summary>The level of the intervals of the means, between 0 and 1, exclusive.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Refuses what cannot be asked of a number of systems.</summary>
    internal void Check(int systems)
    {
        SelectionGuard.Systems(systems, "sampler.SystemCount");
        SelectionGuard.Direction(Objective);
        if (FirstStage < 2)
        {
            throw NumberGuard.Refusal(FirstStage, nameof(FirstStage), "two observations or more, or there is no variance");
        }

        if (Increment < 1)
        {
            throw NumberGuard.Refusal(Increment, nameof(Increment), "one observation or more");
        }

        NumberGuard.OpenShare(Level);
        if (Budget < (long)systems * FirstStage)
        {
            throw NumberGuard.Refusal(
                Budget, nameof(Budget), $"{(long)systems * FirstStage} or more, {FirstStage} observations for each of {systems} systems");
        }
    }
}
