namespace LocalitySim.Simulation;

/// <summary>
/// How much the observations of a series resemble those a number of places later. Thread-safe.
/// Source: Box, Jenkins and Reinsel, "Time Series Analysis" (4th ed. 2008), section 2.1.5: r(k) = c(k) / c(0) with c(k) the sum
/// of (x(i) − mean)(x(i + k) − mean) over all pairs, both divided by n. Biased towards zero by about k/n of itself, and downward
/// by about (1 + ρ)/(1 − ρ)/n where neighbours are correlated ρ^k.
/// </summary>
public static class Autocorrelation
{
    /// <summary>The autocorrelation of lag k, from −1 to 1; <c>null</c> if all observations are the same.</summary>
    /// <param name="values">The observations in order, finite, more than <paramref name="lag"/> of them.</param>
    /// <param name="lag">The lag k, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lag is out of range, or an observation is not finite.</exception>
    public static double? AtLag(ReadOnlySpan<double> values, int lag)
    {
        if (lag < 0 || lag >= values.Length)
        {
            throw NumberGuard.Refusal(lag, nameof(lag), $"a whole number, zero or more, below the number of observations, {values.Length}");
        }

        Tally tally = Of(values);
        return tally.Min < tally.Max ? Sum(values, tally.Mean!.Value, lag) / Sum(values, tally.Mean!.Value, 0) : null;
    }

    /// <summary>The autocorrelations of lags 0, 1, …, up to the greatest; <c>null</c> if all observations are the same.</summary>
    /// <param name="values">The observations in order, finite, more than <paramref name="greatestLag"/> of them.</param>
    /// <param name="greatestLag">The greatest lag, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lag is out of range, or an observation is not finite.</exception>
    public static double[]? UpToLag(ReadOnlySpan<double> values, int greatestLag)
    {
        if (greatestLag < 0 || greatestLag >= values.Length)
        {
            throw NumberGuard.Refusal(
                greatestLag, nameof(greatestLag), $"a whole number, zero or more, below the number of observations, {values.Length}");
        }

        Tally tally = Of(values);
        if (!(tally.Min < tally.Max))
        {
            return null;
        }

        double mean = tally.Mean!.Value;
        double whole = Sum(values, mean, 0);
        double[] correlations = new double[greatestLag + 1];
        for (int lag = 0; lag <= greatestLag; lag++)
        {
            correlations[lag] = Sum(values, mean, lag) / whole;
        }

        return correlations;
    }

    private static Tally Of(ReadOnlySpan<double> values)
    {
        Tally tally = new();
        for (int i = 0; i < values.Length; i++)
        {
            tally.Add(NumberGuard.Finite(values[i], $"values[{i}]"));
        }

        return tally;
    }

    private static double Sum(ReadOnlySpan<double> values, double mean, int lag)
    {
        double sum = 0;
        for (int i = lag; i < values.Length; i++)
        {
            sum += (values[i - lag] - mean) * (values[i] - mean);
        }

        return sum;
    }
}
