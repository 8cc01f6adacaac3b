namespace LocalitySim.Simulation;

/// <summary>
/// Probabilities of counts under the Poisson and the negative binomial distribution, with no cancellation between large terms. The negative
/// binomial has a mean μ and a dispersion α: its variance is μ + αμ². Thread-safe, the same bits on every platform.
/// Source: Loader, "Fast and accurate computation of binomial probabilities", 2000 (the saddle-point expansion and the deviance part).
/// </summary>
public static class CountProbability
{
    private const double HalfLogTwoPi = 0.9189385332046728;

    /// <summary>
    /// y ln(y/μ) − (y − μ): half the deviance of a Poisson count; 0 where y = μ, else above it. ∞ where μ is 0 and y is not.
    /// </summary>
    /// <param name="y">A number, zero or more.</param>
    /// <param name="mean">A number, zero or more.</param>
    public static double HalfDeviance(double y, double mean) => Half(y, mean, y - mean);

    /// <summary>
    /// The same for a negative binomial count: y ln(y/μ) − (y + 1/α) ln((1 + αy)/(1 + αμ)).
    /// Source: Hilbe, Negative Binomial Regression, 2nd ed. 2011, table 8.2; written as a difference of two Poisson ones, or of two logarithms, whichever loses less.
    /// </summary>
    /// <param name="y">A number, zero or more.</param>
    /// <param name="mean">A number, zero or more.</param>
    /// <param name="dispersion">α, zero or more; 0 is the Poisson distribution.</param>
    public static double HalfDeviance(double y, double mean, double dispersion)
    {
        double size = 1 / dispersion;
        double gap = y - mean;
        if (y == 0 && dispersion > 0)
        {
            return size * PortableMath.Log1p(dispersion * mean);
        }

        if (!(dispersion > 0) || !(dispersion * Math.Abs(gap) > 1) || !(mean > 0) || double.IsPositiveInfinity(mean))
        {
            return dispersion > 0 ? Math.Max(0, Half(y, mean, gap) - Half(y + size, mean + size, gap)) : Half(y, mean, gap);
        }

        // Far apart for the dispersion the two are nearly one another: then by the logarithms of their ratios.
        double first = size * gap / (mean * (y + size));
        double second = gap / (mean + size);
        double near = Math.Abs(first) < 0.5 ? PortableMath.Log1p(first) : PortableMath.Log(y / mean * ((mean + size) / (y + size)));
        double far = Math.Abs(second) < 0.5 ? PortableMath.Log1p(second) : PortableMath.Log((y + size) / (mean + size));
        return Math.Max(0, (y * near) - (size * far));
    }

    /// <summary>ln P(Y = <paramref name="count"/>) for a Poisson Y: −∞ where the mean is 0 and the count is not.</summary>
    /// <param name="count">A whole number, zero or more.</param>
    /// <param name="mean">A number, zero or more.</param>
    public static double LogPoisson(double count, double mean) =>
        count == 0 ? -mean : -HalfLogTwoPi - (0.5 * PortableMath.Log(count)) - StirlingRest(count) - HalfDeviance(count, mean);

    /// <summary>ln P(Y = <paramref name="count"/>) for a negative binomial Y.</summary>
    /// <param name="count">A whole number, zero or more.</param>
    /// <param name="mean">A number above zero.</param>
    /// <param name="dispersion">α, zero or more; 0 is the Poisson distribution.</param>
    public static double LogNegativeBinomial(double count, double mean, double dispersion)
    {
        if (dispersion == 0)
        {
            return LogPoisson(count, mean);
        }

        double size = 1 / dispersion;
        if (count == 0)
        {
            return -size * PortableMath.Log1p(dispersion * mean);
        }

        double all = count + size;
        double share = mean / (mean + size);
        double rest = size / (mean + size);
        double gap = rest * (count - mean);
        return PortableMath.Log(size / all) - HalfLogTwoPi - (0.5 * PortableMath.Log(size / all * count))
            + StirlingRest(all) - StirlingRest(size) - StirlingRest(count)
            - Half(count, all * share, gap) - Half(size, all * rest, -gap);
    }

    /// <summary>P(Y ≤ <paramref name="count"/>) for a Poisson Y, by its terms from the count away from the mean; from a million on by an expansion, to about 10⁻¹².</summary>
    /// <param name="count">A whole number, zero or more.</param>
    /// <param name="mean">A finite number, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static double PoissonAtMost(double count, double mean)
    {
        NumberGuard.NonNegative(count);
        NumberGuard.NonNegative(mean);
        if (mean == 0)
        {
            return 1;
        }

        // Terms near the mean fall slowly: there would be millions.
        if (count >= LargePoissonTail.Least && mean >= LargePoissonTail.Least)
        {
            return LargePoissonTail.AtMost(count, mean);
        }

        bool isBelow = count < mean;
        double at = isBelow ? count : count + 1;
        double first = PortableMath.Exp(LogPoisson(at, mean));
        double term = 1;
        double sum = 1;
        while (term > sum * 1e-17)
        {
            term *= isBelow ? at / mean : mean / (at + 1);
            at += isBelow ? -1 : 1;
            sum += term;
        }

        return isBelow ? Math.Min(1, first * sum) : Math.Max(0, 1 - (first * sum));
    }

    /// <summary>
    /// P(Y ≤ <paramref name="count"/>) for a negative binomial Y: an incomplete beta function.
    /// Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed. 2005, equation 5.31.
    /// </summary>
    /// <param name="count">A whole number, zero or more.</param>
    /// <param name="mean">A finite number, zero or more.</param>
    /// <param name="dispersion">α, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static double NegativeBinomialAtMost(double count, double mean, double dispersion)
    {
        NumberGuard.NonNegative(count);
        NumberGuard.NonNegative(mean);
        NumberGuard.NonNegative(dispersion);
        double odds = dispersion * mean;

        // Next to α = 0 the beta function loses its digits, and the two distributions are one to more digits than that.
        return odds < 1e-9 ? PoissonAtMost(count, mean) : IncompleteBeta.Regularized(1 / dispersion, count + 1, 1 / (1 + odds), odds / (1 + odds));
    }

    // The difference is handed in, for y − μ may be known to more digits than y and μ are.
    private static double Half(double y, double mean, double difference)
    {
        if (y == 0)
        {
            return mean;
        }

        if (!(mean > 0) || double.IsPositiveInfinity(mean))
        {
            return double.PositiveInfinity;
        }

        double x = difference / mean;
        if (Math.Abs(x) > 0.1)
        {
            return (y * PortableMath.Log(y / mean)) - difference;
        }

        // (1 + x) ln(1 + x) − x = x²/2 − x³/6 + x⁴/12 − …, the k-th coefficient being 1/(k (k − 1)).
        double sum = 0;
        double power = x;
        for (int k = 2; k < 24; k++)
        {
            power *= k == 2 ? x : -x;
            sum += power / (k * (k - 1.0));
        }

        return mean * sum;
    }

    // ln Γ(z + 1) less Stirling's formula (z + ½) ln z − z + ½ ln 2π.
    private static double StirlingRest(double z) =>
        z >= 16
            ? PortableMath.StirlingCorrection(z)
            : PortableMath.LogGamma(z + 1) - ((z + 0.5) * PortableMath.Log(z)) + z - HalfLogTwoPi;
}
