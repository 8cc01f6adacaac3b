namespace LocalitySim.Simulation;

/// <summary>
/// The binomial distribution, portable to the bit.
/// Source: Johnson, Kemp and Kotz, "Univariate Discrete Distributions" (3rd ed. 2005), ch. 3.
/// </summary>
internal static class BinomialProbabilities
{
    /// <summary>P(X ≤ k) for k from 0 to <paramref name="trials"/>, with a probability between 0 and 1, exclusive.</summary>
    internal static double[] Cumulative(int trials, double probability)
    {
        double[] cumulative = new double[trials + 1];
        double log = PortableMath.Log(probability);
        double logOfOther = PortableMath.Log1p(-probability);
        double ways = PortableMath.LogGamma(trials + 1.0);
        double sum = 0;
        for (int k = 0; k < trials; k++)
        {
            double chance = ways - PortableMath.LogGamma(k + 1.0) - PortableMath.LogGamma(trials - k + 1.0) + (k * log) + ((trials - k) * logOfOther);
            sum += PortableMath.Exp(chance);
            cumulative[k] = Math.Min(sum, 1);
        }

        cumulative[trials] = 1;
        return cumulative;
    }
}
