namespace LocalitySim.Simulation;

/// <summary>
/// Fisher's F distribution, portable to the bit.
/// Source: NIST Digital Library of Mathematical Functions, 8.17(i), with x = d₁f/(d₁f + d₂), parameters d₁/2 and d₂/2.
/// </summary>
internal static class FisherF
{
    /// <summary>P(F ≤ f) for f of zero or more and degrees of freedom above zero.</summary>
    internal static double Cdf(double f, double degrees1, double degrees2)
    {
        double odds = degrees1 * f / degrees2;
        return IncompleteBeta.Regularized(0.5 * degrees1, 0.5 * degrees2, odds / (1 + odds), 1 / (1 + odds));
    }

    /// <summary>The f with P(F ≤ f) = <paramref name="share"/>, between 0 and 1, exclusive.</summary>
    internal static double Quantile(double share, double degrees1, double degrees2)
    {
        double low = 0;
        double high = 1;
        while (high < double.MaxValue / 4 && Cdf(high, degrees1, degrees2) < share)
        {
            low = high;
            high *= 2;
        }

        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (Cdf(middle, degrees1, degrees2) < share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }
}
