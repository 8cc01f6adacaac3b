using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Simultaneous confidence intervals for the mean of each system less that of the best of the others.</summary>
/// <remarks>
/// <para>
/// Sources: Hsu, "Constrained simultaneous confidence intervals for multiple comparisons with the best", Annals of Statistics 12(3), 1984;
/// under common random numbers Nelson and Matejcik, "Using common random numbers for indifference-zone selection and multiple comparisons
/// in simulation", Management Science 41(12), 1995. With D the mean of a system less the best mean of the others, the interval is
/// [min(0, D − w), max(0, D + w)]: it never leaves both signs out, for it says only what is needed to find the best.
/// </para>
/// <para>
/// With independent systems, which must have equal variances, w = d s √(2/n), where s² is the pooled variance with k(n − 1) degrees of
/// freedom. Under common random numbers w = d √(S²/n), where S² = 2 ΣΣ (X(i, j) − X̄(i) − X̄(j) + X̄)²/((k − 1)(n − 1)) is the variance of a
/// difference once what replications have in common is taken out, with (k − 1)(n − 1) degrees of freedom. That assumes sphericity: the same
/// variance for every difference of two systems. The source finds it robust where correlations are positive. In both, d is
/// <see cref="DunnettCriticalValue"/>, one-sided, for k − 1 treatments.
/// </para>
/// </remarks>
public sealed record MultipleComparisonsWithBest
{
    private MultipleComparisonsWithBest()
    {
    }

    /// <summary>The system with the best mean; the lowest-numbered of equals.</summary>
    public required int Best { get; init; }

    /// <summary>For each system, its mean less the best mean of the others, with its interval; together they hold with the confidence.</summary>
    public required ImmutableArray<Interval> Differences { get; init; }

    /// <summary>The half-width w, in the unit of the observations.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The probability that all intervals hold at once.</summary>
    public required double Confidence { get; init; }

    /// <summary>Which mean is the best.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Whether the intervals leave it open that a system is the best.</summary>
    /// <param name="system">The system, from 0 to k − 1.</param>
    public bool MayBeBest(int system) => Objective == Objective.Largest ? Differences[system].Upper > 0 : Differences[system].Lower < 0;

    /// <summary>Compares systems.</summary>
    /// <param name="values">The outcomes by system and replication, finite; two systems or more, with as many replications each, two or more.</param>
    /// <param name="objective">Which mean is the best.</param>
    /// <param name="commonRandomNumbers">Whether the systems met the same chances in replications of the same number.</param>
    /// <param name="confidence">The confidence, above 1/k and below 1.</param>
    /// <exception cref="ArgumentException">There are too few outcomes, or not as many of each system.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is not finite, or the confidence is out of range.</exception>
    public static MultipleComparisonsWithBest Of(
        IReadOnlyList<IReadOnlyList<double>> values, Objective objective, bool commonRandomNumbers, double confidence = 0.95)
    {
        OutcomeTable table = new(values, objective);
        int k = table.Systems;
        int n = table.Replications;
        SelectionGuard.Confidence(confidence, k);
        double variance = commonRandomNumbers ? ResidualVariance(table) : PooledVariance(table);
        double degreesOfFreedom = (commonRandomNumbers ? k - 1.0 : k) * (n - 1.0);
        double halfWidth = DunnettCriticalValue.Of(k - 1, degreesOfFreedom, confidence) * Math.Sqrt(2 * variance / n);
        int second = table.Best == 0 ? 1 : 0;
        for (int i = 0; i < k; i++)
        {
            second = i != table.Best && table.Direction * table.Means[i] > table.Direction * table.Means[second] ? i : second;
        }

        ImmutableArray<Interval>.Builder differences = ImmutableArray.CreateBuilder<Interval>(k);
        for (int i = 0; i < k; i++)
        {
            double difference = table.Means[i] - table.Means[i == table.Best ? second : table.Best];
            differences.Add(new Interval(difference, Math.Min(0, difference - halfWidth), Math.Max(0, difference + halfWidth)));
        }

        return new MultipleComparisonsWithBest
        {
            Best = table.Best,
            Differences = differences.MoveToImmutable(),
            HalfWidth = halfWidth,
            Confidence = confidence,
            Objective = objective,
        };
    }

    private static double PooledVariance(OutcomeTable table)
    {
        double sum = 0;
        foreach (double variance in table.Variances)
        {
            sum += variance;
        }

        return sum / table.Systems;
    }

    /// <summary>The variance that is left once the effects of systems and of replications are taken out.</summary>
    private static double ResidualVariance(OutcomeTable table)
    {
        (int k, int n) = (table.Systems, table.Replications);
        double mean = 0;
        foreach (double systemMean in table.Means)
        {
            mean += systemMean / k;
        }

        double sum = 0;
        for (int j = 0; j < n; j++)
        {
            double replicationMean = 0;
            for (int i = 0; i < k; i++)
            {
                replicationMean += table[i, j] / k;
            }

            for (int i = 0; i < k; i++)
            {
                double residual = table[i, j] - table.Means[i] - replicationMean + mean;
                sum += residual * residual;
            }
        }

        return sum / ((k - 1.0) * (n - 1.0));
    }
}
