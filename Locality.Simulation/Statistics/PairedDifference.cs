namespace LocalitySim.Simulation;

/// <summary>
/// The difference between a candidate and a baseline, replication by replication, both having met the same chances.
/// Sources: Law, "Simulation Modeling and Analysis" (5th ed. 2015), section 10.2.1 (the paired-t interval); the posterior of the
/// mean under the standard reference prior is Student's t (Gelman et al., "Bayesian Data Analysis", 3rd ed. 2013, section 3.2).
/// </summary>
public sealed record PairedDifference
{
    private PairedDifference()
    {
    }

    /// <summary>The mean of candidate − baseline, with its interval; infinite bounds for one replication.</summary>
    public required Interval Mean { get; init; }

    /// <summary>The sample variance of the differences; <c>null</c> for one replication.</summary>
    public required double? Variance { get; init; }

    /// <summary>How many replications were compared.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// The posterior probability that the mean difference is below zero. Where all differences are the same: 0 or 1, or ½ if
    /// they are exactly zero. ½ for one replication, which says nothing of the spread.
    /// </summary>
    public required double ProbabilityBelowZero { get; init; }

    /// <summary>The share of replications whose difference is below zero.</summary>
    public required double ShareBelowZero { get; init; }

    /// <summary>The share of replications whose difference is above zero. With <see cref="ShareBelowZero"/> it leaves the ties.</summary>
    public required double ShareAboveZero { get; init; }

    /// <summary>Compares two outcomes of the same replications.</summary>
    /// <param name="baseline">The baseline's outcome of each replication, finite; one or more.</param>
    /// <param name="candidate">The candidate's outcome of the same replications, in the same order.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no replication, or the numbers differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is NaN or infinite, or the level is out of range.</exception>
    public static PairedDifference Of(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate, double level = 0.95)
    {
        if (baseline.Length == 0 || baseline.Length != candidate.Length)
        {
            throw new ArgumentException(
                $"Paired difference: found {baseline.Length} baseline and {candidate.Length} candidate outcomes; expected one or more, and as many of each.",
                nameof(candidate));
        }

        Tally differences = new();
        int below = 0;
        int above = 0;
        for (int i = 0; i < baseline.Length; i++)
        {
            double difference = NumberGuard.Finite(candidate[i], nameof(candidate), i) - NumberGuard.Finite(baseline[i], nameof(baseline), i);
            differences.Add(difference);
            below += difference < 0 ? 1 : 0;
            above += difference > 0 ? 1 : 0;
        }

        int n = baseline.Length;
        return new PairedDifference
        {
            Mean = Confidence.Mean(differences, level),
            Variance = differences.Variance,
            Count = n,
            ProbabilityBelowZero = Posterior(differences),
            ShareBelowZero = (double)below / n,
            ShareAboveZero = (double)above / n,
        };
    }

    private static double Posterior(Tally differences)
    {
        double mean = differences.Mean!.Value;
        if (differences.Variance is not double variance || (variance == 0 && mean == 0))
        {
            return 0.5;
        }

        double standardError = Math.Sqrt(variance / differences.Count);
        return standardError == 0
            ? mean < 0 ? 1 : 0
            : StudentT.Cdf(-mean / standardError, differences.Count - 1);
    }
}
