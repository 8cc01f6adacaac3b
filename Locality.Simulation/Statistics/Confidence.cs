namespace LocalitySim.Simulation;

/// <summary>Confidence intervals. Thread-safe, the same bits on every platform.</summary>
public static class Confidence
{
    /// <summary>
    /// Student's interval for the mean of independent observations: mean ± t s/√n with n − 1 degrees of freedom.
    /// Source: "Student", "The probable error of a mean", Biometrika 6(1), 1908.
    /// </summary>
    /// <param name="values">The observations, one or more, finite. A single one gives infinite bounds.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no observation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An observation is NaN or infinite, or the level is out of range.</exception>
    public static Interval Mean(ReadOnlySpan<double> values, double level = 0.95)
    {
        if (values.Length == 0)
        {
            throw new ArgumentException("values: found none; expected one or more.", nameof(values));
        }

        Tally tally = new();
        for (int i = 0; i < values.Length; i++)
        {
            tally.Add(NumberGuard.Finite(values[i], nameof(values), i));
        }

        return Mean(tally, level);
    }

    /// <summary>Student's interval for the mean of the observations in a tally: mean ± t s/√n with n − 1 degrees of freedom.</summary>
    /// <param name="tally">The observations, one or more, independent. A single one gives infinite bounds.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no observation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static Interval Mean(Tally tally, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (tally.Mean is not double mean)
        {
            throw new ArgumentException("tally: found no observation; expected one or more.", nameof(tally));
        }

        double half = TimesStandardError(tally.Count, level) is double t
            ? t * Math.Sqrt(tally.Variance!.Value / tally.Count)
            : double.PositiveInfinity;
        return new Interval(mean, mean - half, mean + half);
    }

    /// <summary>How many standard errors the bounds are from the mean; <c>null</c> for a single observation.</summary>
    internal static double? TimesStandardError(long count, double level)
    {
        NumberGuard.OpenShare(level);
        return count > 1 ? StudentT.UpperQuantile(0.5 * (1 - level), count - 1) : null;
    }
}
