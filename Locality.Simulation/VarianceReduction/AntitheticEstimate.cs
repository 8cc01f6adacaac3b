namespace LocalitySim.Simulation;

/// <summary>
/// The mean from antithetic pairs of replications, as <see cref="RandomStreams"/> draws them by <see cref="AntitheticPair"/>: each pair
/// counts as one observation.
/// </summary>
/// <remarks>Source: Law, "Simulation Modeling and Analysis" (5th ed. 2015), section 11.3.</remarks>
public sealed record AntitheticEstimate
{
    private AntitheticEstimate()
    {
    }

    /// <summary>The mean, with Student's interval over the pairs; infinite bounds for one pair.</summary>
    public required Interval Mean { get; init; }

    /// <summary>How many pairs there are.</summary>
    public required int Pairs { get; init; }

    /// <summary>
    /// The correlation within pairs, −1 to 1; the further below 0, the better. <c>null</c> for one pair, or where a member does not vary.
    /// </summary>
    public required double? Correlation { get; init; }

    /// <summary>
    /// The variance of the mean over that of as many independent replications, estimated from the same outcomes: 0 to 2; under 1 is a
    /// gain. <c>null</c> for one pair, or where nothing varies.
    /// </summary>
    public required double? VarianceRatio { get; init; }

    /// <summary>Estimates a mean.</summary>
    /// <param name="first">The outcome of each pair's first member, finite; one or more.</param>
    /// <param name="second">The outcome of each pair's second member, in the same order.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no pair, or the numbers differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is NaN or infinite, or the level is out of range.</exception>
    public static AntitheticEstimate Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95)
    {
        if (first.Length == 0 || first.Length != second.Length)
        {
            throw new ArgumentException(
                $"Antithetic pairs: found {first.Length} first and {second.Length} second members; expected one or more, and as many of each.", nameof(second));
        }

        Tally firsts = new();
        Tally seconds = new();
        Tally pairs = new();
        for (int i = 0; i < first.Length; i++)
        {
            double one = NumberGuard.Finite(first[i], nameof(first), i);
            double other = NumberGuard.Finite(second[i], nameof(second), i);
            firsts.Add(one);
            seconds.Add(other);
            pairs.Add(0.5 * (one + other));
        }

        double? correlation = null;
        double? ratio = null;
        if (firsts.Variance is double a && seconds.Variance is double b && pairs.Variance is double ofPairs && a + b > 0)
        {
            // The variance of a pair's mean is (a + b + 2 c)/4, where c is the covariance; without c it is that of independent runs.
            ratio = ofPairs / (0.25 * (a + b));
            if (a > 0 && b > 0)
            {
                correlation = Math.Clamp(((2 * ofPairs) - (0.5 * (a + b))) / Math.Sqrt(a * b), -1, 1);
            }
        }

        return new AntitheticEstimate { Mean = Confidence.Mean(pairs, level), Pairs = first.Length, Correlation = correlation, VarianceRatio = ratio };
    }
}
