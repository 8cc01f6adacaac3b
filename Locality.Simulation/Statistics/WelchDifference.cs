namespace LocalitySim.Simulation;

/// <summary>
/// The difference between the means of a candidate and a baseline whose replications are independent of each other; their variances may
/// differ, and so may their numbers. Where both met the same chances, <see cref="PairedDifference"/> is the sharper comparison.
/// </summary>
/// <remarks>
/// Sources: Welch, "The generalization of 'Student's' problem when several different population variances are involved", Biometrika
/// 34(1–2), 1947; degrees of freedom by Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics
/// Bulletin 2(6), 1946: (v₁ + v₂)² / (v₁²/(n₁ − 1) + v₂²/(n₂ − 1)) with v = s²/n.
/// </remarks>
public sealed record WelchDifference
{
    private WelchDifference()
    {
    }

    /// <summary>The mean of the candidate less that of the baseline, with its interval; infinite bounds if either has one observation.</summary>
    public required Interval Mean { get; init; }

    /// <summary>The standard error of the difference; <c>null</c> if either has one observation.</summary>
    public required double? StandardError { get; init; }

    /// <summary>
    /// The approximate degrees of freedom, a fraction as a rule; <c>null</c> if either has one observation, or neither varies.
    /// </summary>
    public required double? DegreesOfFreedom { get; init; }

    /// <summary>Welch's t: the difference over its standard error; <c>null</c> if there are no degrees of freedom.</summary>
    public double? Statistic => DegreesOfFreedom is null ? null : Mean.Mean / StandardError;

    /// <summary>
    /// The two-sided p-value of the hypothesis that the means are equal; <c>null</c> if there are no degrees of freedom.
    /// </summary>
    public double? PValue => DegreesOfFreedom is double degrees ? 2 * StudentT.Cdf(-Math.Abs(Statistic!.Value), degrees) : null;

    /// <summary>Compares two independent samples.</summary>
    /// <param name="baseline">The baseline's outcomes, finite; one or more.</param>
    /// <param name="candidate">The candidate's outcomes, finite; one or more.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is NaN or infinite, or the level is out of range.</exception>
    public static WelchDifference Of(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate, double level = 0.95)
    {
        NumberGuard.OpenShare(level);
        Tally first = Sample(baseline, nameof(baseline));
        Tally second = Sample(candidate, nameof(candidate));
        double difference = second.Mean!.Value - first.Mean!.Value;
        double? share1 = first.Variance / first.Count;
        double? share2 = second.Variance / second.Count;
        double? variance = share1 + share2;

        // As shares of the whole, so that no square is out of range.
        double? part1 = share1 / variance;
        double? part2 = share2 / variance;
        double? degrees = variance > 0 ? 1 / ((part1 * part1 / (first.Count - 1)) + (part2 * part2 / (second.Count - 1))) : null;
        double? standardError = variance is double known ? Math.Sqrt(known) : null;
        double half = degrees is double freedom
            ? StudentT.UpperQuantile(0.5 * (1 - level), freedom) * standardError!.Value
            : standardError ?? double.PositiveInfinity;
        return new WelchDifference
        {
            Mean = new Interval(difference, difference - half, difference + half),
            StandardError = standardError,
            DegreesOfFreedom = degrees,
        };
    }

    private static Tally Sample(ReadOnlySpan<double> values, string name)
    {
        if (values.Length == 0)
        {
            throw new ArgumentException($"{name}: found no outcome; expected one or more.", name);
        }

        Tally tally = new();
        for (int i = 0; i < values.Length; i++)
        {
            tally.Add(NumberGuard.Finite(values[i], name, i));
        }

        return tally;
    }
}
