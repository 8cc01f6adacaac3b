namespace LocalitySim.Models;

/// <summary>Says how long and how often to simulate.</summary>
public sealed record RunPlan
{
    /// <summary>Gets the years simulated, warm-up included: above zero.</summary>
    [Sourced(Standing.Judged, "Three years: a plan's horizon.")]
    public double Years { get; init; } = 3;

    /// <summary>Gets the years at the start that no measure counts: zero or more, and below <see cref="Years"/>.</summary>
    [Sourced(Standing.Judged, "The run starts from today's cases; half a year takes off the worst of the start.")]
    public double WarmUpYears { get; init; } = 0.5;

    /// <summary>Gets the years for which the first structure runs before the others branch off from its state, all with the same cases and workers. Zero means that every structure starts from <see cref="Pathway.OpenCases"/>. They come before <see cref="Years"/>.</summary>
    [Sourced(Standing.Judged, "Today's stock is a good start where it is known.")]
    public double BranchAfterYears { get; init; }

    /// <summary>Gets the number of replications: 2 or more for an interval.</summary>
    [Sourced(Standing.Judged, "Enough for intervals that a planner can read.")]
    public int Replications { get; init; } = 100;

    /// <summary>Gets the seed of all draws.</summary>
    [Sourced(Standing.Judged, "Any number will do; the same number gives the same results.")]
    public ulong Seed { get; init; } = 1;
}
