namespace LocalitySim.Simulation;

/// <summary>Estimates a quantile of a population from a sample, with an interval that assumes nothing of its shape.</summary>
/// <param name="Value">The sample quantile: the smallest value that at least the share p of the sample does not exceed.</param>
/// <param name="Lower">The interval's lower end; null where the sample is too small to give one.</param>
/// <param name="Upper">The interval's upper end; null where the sample is too small to give one.</param>
public readonly record struct OrderStatistics(double Value, double? Lower, double? Upper)
{
    /// <summary>Estimates a quantile.</summary>
    /// <remarks>
    /// The number of sample values below the quantile is binomial, so two order statistics bracket it with a known chance, at
    /// least the level (David and Nagaraja, Order Statistics, 3rd edition, 2003, section 7.1).
    /// </remarks>
    /// <param name="values">The sample: one or more values, in any order.</param>
    /// <param name="p">The quantile: above 0, below 1.</param>
    /// <param name="level">The confidence level: above 0, below 1.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantile or the level is out of range.</exception>
    public static OrderStatistics Quantile(ReadOnlySpan<double> values, double p, double level = 0.95)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("Expected one or more values.", nameof(values));
        }

        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "Expected a quantile above 0, below 1.");
        }

        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a level above 0, below 1.");
        }

        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int count = sorted.Length;
        double tail = (1 - level) / 2;

        // The r-th smallest lies above the quantile with the chance that fewer than r values lie below it.
        double[] below = BinomialProbabilities.Cumulative(count, p);
        int lower = 0;
        while (lower < count && below[lower] <= tail)
        {
            lower++;
        }

        int upper = count + 1;
        while (upper > 1 && 1 - below[upper - 2] <= tail)
        {
            upper--;
        }

        double value = sorted[Math.Clamp((int)Math.Ceiling(p * count) - 1, 0, count - 1)];
        return new OrderStatistics(value, lower >= 1 ? sorted[lower - 1] : null, upper <= count ? sorted[upper - 1] : null);
    }
}
