namespace LocalitySim.Simulation;

/// <summary>How much a calibration simulates, and when it ends.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CalibrationOptions
{
    /// <summary>How many replications every point of the search meets, the same for all: 2 or more.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>How many points a parameter the first design has, which covers the whole ranges: 3 or more. With six a full quadratic surface can be fitted to up to eight parameters.</summary>
    public int PointsPerParameter { get; init; } = 6;

    /// <summary>How many points a parameter each refinement adds around the best point: 2 or more.</summary>
    public int RefinementPointsPerParameter { get; init; } = 3;

    /// <summary>The most refinements: 1 or more.</summary>
    public int MostRefinements { get; init; } = 6;

    /// <summary>In how many further replications the best point is simulated at the end: 2 or more. The search has not seen them.</summary>
    public int FreshReplications { get; init; } = 20;

    /// <summary>The search ends when its last step, and what the surrogate missed at its end, is this share of a standard error or less: above 0.</summary>
    public double StepTolerance { get; init; } = 0.1;

    /// <summary>The level of all intervals: above 0, below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The seed of the designs; any value. The response draws its own numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>On how many threads, 1 or more. The result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The most evaluations of the response that a calibration may take.</summary>
    /// <param name="parameters">How many parameters, 1 or more.</param>
    public int MostEvaluations(int parameters) =>
        checked((((PointsPerParameter * parameters) + 2 + (MostRefinements * ((RefinementPointsPerParameter * parameters) + 1))) * Replications) + FreshReplications);

    internal CalibrationOptions Checked()
    {
        Least(Replications, 2, nameof(Replications));
        Least(PointsPerParameter, 3, nameof(PointsPerParameter));
        Least(RefinementPointsPerParameter, 2, nameof(RefinementPointsPerParameter));
        Least(MostRefinements, 1, nameof(MostRefinements));
        Least(FreshReplications, 2, nameof(FreshReplications));
        Least(Threads, 1, nameof(Threads));
        NumberGuard.Positive(StepTolerance, nameof(StepTolerance));
        NumberGuard.OpenShare(Level, nameof(Level));
        return this;
    }

    private static void Least(int value, int least, string name)
    {
        if (value < least)
        {
            throw NumberGuard.Refusal(value, name, $"a whole number, {least} or more");
        }
    }
}
