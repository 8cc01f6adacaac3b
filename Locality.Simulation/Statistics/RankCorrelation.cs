namespace LocalitySim.Simulation;

/// <summary>
/// Spearman's rank correlation of two paired samples: how far one rises wherever the other does, in a straight line or not. Equal values share
/// the mean of their ranks.
/// </summary>
/// <remarks>
/// Sources: Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15(1), 1904; the interval is
/// that of Fisher's z with the variance (1 + r²/2)/(n − 3) of Bonett and Wright, "Sample size requirements for estimating Pearson, Kendall and
/// Spearman correlations", Psychometrika 65(1), 2000; the test takes r √((n − 2)/(1 − r²)) as Student's t with n − 2 degrees of freedom (Kendall and
/// Gibbons, "Rank Correlation Methods", 5th ed. 1990, section 4.13).
/// </remarks>
public sealed record RankCorrelation
{
    /// <summary>The fewest pairs for which the interval's variance is defined.</summary>
    public const int FewestPairs = 4;

    private RankCorrelation()
    {
    }

    /// <summary>The correlation, from −1 to 1, with its interval. Where it is −1 or 1 itself, the inner bound is that of the next possible value, 1 − 12/(n (n² − 1)).</summary>
    public required Interval Correlation { get; init; }

    /// <summary>The two-sided p-value of the hypothesis that the two are independent, from 0 to 1. Good from about 10 pairs on.</summary>
    public required double PValue { get; init; }

    /// <summary>How many pairs there are.</summary>
    public required int Count { get; init; }

    /// <summary>Correlates two samples.</summary>
    /// <param name="first">The one value of each pair, finite: <see cref="FewestPairs"/> or more.</param>
    /// <param name="second">The other, in the same order.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <returns>The correlation; <c>null</c> where all values of a sample are the same.</returns>
    /// <exception cref="ArgumentException">There are too few pairs, or the numbers differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or the level is out of range.</exception>
    public static RankCorrelation? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95)
    {
        NumberGuard.OpenShare(level);
        if (first.Length < FewestPairs || first.Length != second.Length)
        {
            throw new ArgumentException($"Rank correlation: found {first.Length} and {second.Length} values; expected {FewestPairs} or more, and as many of each.", nameof(second));
        }

        int count = first.Length;
        double[] ranks = Ranks(first, nameof(first));
        double[] others = Ranks(second, nameof(second));
        double middle = 0.5 * (count + 1);
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < count; i++)
        {
            // Ranks are whole or half numbers: the sums are exact.
            product += (ranks[i] - middle) * (others[i] - middle);
            square += (ranks[i] - middle) * (ranks[i] - middle);
            otherSquare += (others[i] - middle) * (others[i] - middle);
        }

        if (square == 0 || otherSquare == 0)
        {
            return null;
        }

        double r = Math.Clamp(product / Math.Sqrt(square * otherSquare), -1, 1);
        return new RankCorrelation
        {
            Correlation = IntervalOf(r, count, level),
            PValue = Math.Abs(r) == 1 ? 0 : Math.Min(1, 2 * StudentT.Cdf(-Math.Abs(r) * Math.Sqrt((count - 2) / ((1 - r) * (1 + r))), count - 2)),
            Count = count,
        };
    }

    private static Interval IntervalOf(double r, int count, double level)
    {
        double next = 1 - (12 / (count * (((double)count * count) - 1)));
        double inner = Math.Clamp(r, -next, next);
        double z = 0.5 * (PortableMath.Log1p(inner) - PortableMath.Log1p(-inner));
        double half = NormalQuantile.Of(0.5 * (1 + level)) * Math.Sqrt((1 + (0.5 * inner * inner)) / (count - 3));
        return new Interval(r, r == -1 ? -1 : Tanh(z - half), r == 1 ? 1 : Tanh(z + half));
    }

    private static double Tanh(double z)
    {
        double part = PortableMath.Expm1(-2 * Math.Abs(z));
        return Math.CopySign(-part / (2 + part), z);
    }

    private static double[] Ranks(ReadOnlySpan<double> values, string name)
    {
        int[] order = new int[values.Length];
        double[] sorted = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            order[i] = i;
            sorted[i] = NumberGuard.Finite(values[i], name, i);
        }

        Array.Sort(sorted, order);
        double[] ranks = new double[values.Length];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from; to < sorted.Length && sorted[to] == sorted[from]; to++)
            {
            }

            for (int place = from; place < to; place++)
            {
                ranks[order[place]] = 0.5 * (from + 1 + to);
            }
        }

        return ranks;
    }
}
