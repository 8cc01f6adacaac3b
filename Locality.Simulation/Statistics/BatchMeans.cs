using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// The mean of one long, stationary series, with an interval from the means of batches side by side, and a check that these
/// batches are long enough to be taken as independent.
/// Sources: Law, "Simulation Modeling and Analysis" (5th ed. 2015), section 9.5.3; Schmeiser, "Batch size effects in the analysis
/// of simulation output", Operations Research 30(3), 1982 (10 to 30 batches); Fishman, "Grouping observations in digital
/// simulation", Management Science 24(5), 1978 (the check).
/// </summary>
public sealed record BatchMeans
{
    private BatchMeans()
    {
    }

    /// <summary>The mean of each batch, in order.</summary>
    public required ImmutableArray<double> Means { get; init; }

    /// <summary>The number of observations in a batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>How many observations were left out at the front, so that all batches have the same size.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The mean of the batches, with Student's interval at b − 1 degrees of freedom for b batches.</summary>
    public required Interval Mean { get; init; }

    /// <summary>The autocorrelation of neighbouring batch means; <c>null</c> if all are the same.</summary>
    public required double? Lag1 { get; init; }

    /// <summary>
    /// Von Neumann's ratio: the mean square of successive differences over the variance, Σ(Yᵢ₊₁ − Yᵢ)² / Σ(Yᵢ − mean)². About 2 if
    /// the batches are independent, less if neighbours resemble each other; <c>null</c> if all are the same.
    /// Source: von Neumann, "Distribution of the ratio of the mean square successive difference to the variance", Annals of
    /// Mathematical Statistics 12(4), 1941.
    /// </summary>
    public required double? VonNeumannRatio { get; init; }

    /// <summary>
    /// (1 − ratio/2) √((b² − 1)/(b − 2)): standard normal for independent normal batches, and greater the more neighbours resemble
    /// each other; <c>null</c> if all are the same.
    /// </summary>
    public required double? IndependenceStatistic { get; init; }

    /// <summary>Whether the check finds no fault: the statistic is at most 1.645, the 95 % point of the normal. <c>null</c> if all are the same.</summary>
    public bool? LooksIndependent => IndependenceStatistic is double statistic ? statistic <= 1.6448536269514722 : null;

    /// <summary>Cuts a series into batches.</summary>
    /// <param name="values">The observations in order, finite, without the warm-up; at least as many as batches.</param>
    /// <param name="batches">The number b of batches, three or more.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There are fewer observations than batches.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An observation is not finite, or another argument is out of range.</exception>
    public static BatchMeans Of(ReadOnlySpan<double> values, int batches = 20, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, 3);
        if (values.Length < batches)
        {
            throw new ArgumentException($"values: found {values.Length} observations; expected {batches} or more, one for each batch.", nameof(values));
        }

        int size = values.Length / batches;
        int leftOut = values.Length - (size * batches);
        double[] means = new double[batches];
        for (int batch = 0; batch < batches; batch++)
        {
            Tally tally = new();
            for (int i = 0; i < size; i++)
            {
                int at = leftOut + (batch * size) + i;
                tally.Add(NumberGuard.Finite(values[at], $"values[{at}]"));
            }

            means[batch] = tally.Mean!.Value;
        }

        double? ratio = Ratio(means);
        return new BatchMeans
        {
            Means = [.. means],
            BatchSize = size,
            LeftOut = leftOut,
            Mean = Confidence.Mean(means, level),
            Lag1 = Autocorrelation.AtLag(means, 1),
            VonNeumannRatio = ratio,
            IndependenceStatistic = (1 - (ratio / 2)) * Math.Sqrt((((double)batches * batches) - 1) / (batches - 2)),
        };
    }

    private static double? Ratio(double[] means)
    {
        Tally tally = new();
        double differences = 0;
        for (int i = 0; i < means.Length; i++)
        {
            tally.Add(means[i]);
            double difference = i > 0 ? means[i] - means[i - 1] : 0;
            differences += difference * difference;
        }

        return tally.Min < tally.Max ? differences / (tally.Variance!.Value * (means.Length - 1)) : null;
    }
}
