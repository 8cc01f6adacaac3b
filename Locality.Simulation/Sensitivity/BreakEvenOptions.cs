namespace LocalitySim.Simulation;

/// <summary>How a break-even value is searched.</summary>
public sealed record BreakEvenOptions
{
    /// <summary>How many replications are compared at each value, 2 or more.</summary>
    public required int Replications { get; init; }

    /// <summary>
    /// The most evaluations of the difference, replications × grid points or more; <c>null</c> for no limit. The search then needs about
    /// twenty to forty times the replications.
    /// </summary>
    public int? MaximumEvaluations { get; init; }

    /// <summary>How many evenly spaced values, both ends of the range among them, are looked at first; 2 or more.</summary>
    public int GridPoints { get; init; } = 7;

    /// <summary>
    /// To within what distance, in the parameter's unit, roots are found, above 0; <c>null</c> for a ten-thousandth of the range.
    /// </summary>
    public double? Tolerance { get; init; }

    /// <summary>The confidence level, between 0 and 1, exclusive.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>On how many threads, 1 or more. The result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
