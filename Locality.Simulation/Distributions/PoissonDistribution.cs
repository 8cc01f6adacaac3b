namespace LocalitySim.Simulation;

/// <summary>
/// Poisson with mean m. Mean: m; variance: m. Under 10 it is drawn by inversion, from one uniform number; from 10 by Hörmann's
/// transformed rejection, or by inversion up to 500 where draws have to be monotone in a uniform number.
/// Sources: Johnson, Kemp and Kotz, "Univariate Discrete Distributions" (3rd ed. 2005), ch. 4; Hörmann, "The transformed
/// rejection method for generating Poisson random variables", Insurance: Mathematics and Economics 12 (1993), algorithm PTRS;
/// probabilities by Loader, "Fast and accurate computation of binomial probabilities" (2000).
/// </summary>
public sealed class PoissonDistribution : DiscreteDistribution
{
    /// <summary>The largest mean allowed.</summary>
    internal const double LargestMean = 1e9;

    private const double InversionBelow = 10;
    private const double MonotoneBelow = 500;
    private const double LogTwoPi = 1.8378770664093456;

    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">The mean, from 0 to 10⁹.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is out of range or NaN.</exception>
    public PoissonDistribution(double mean)
    {
        if (!(mean >= 0 && mean <= LargestMean))
        {
            throw NumberGuard.Refusal(mean, nameof(mean), "a number from 0 to 1000000000");
        }

        Mean = mean;
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance => Mean;

    /// <inheritdoc/>
    public override int Sample(ref RandomStream random) => Sample(ref random, Mean);

    internal static int Sample(ref RandomStream random, double mean) =>
        mean < InversionBelow || (mean < MonotoneBelow && random.ByInversion) ? SampleByInversion(ref random, mean) : SampleByRejection(ref random, mean);

    private static int SampleByInversion(ref RandomStream random, double mean)
    {
        double left = random.NextUniform();
        double probability = PortableMath.Exp(-mean);
        double last = mean < InversionBelow ? 150 : mean + (40 * Math.Sqrt(mean));
        int k = 0;

        // The bound (under 10⁻⁷⁰ beyond it) ends the search where rounding leaves a crumb of the uniform number.
        while (left >= probability && k < last)
        {
            left -= probability;
            k++;
            probability *= mean / k;
        }

        return k;
    }

    private static int SampleByRejection(ref RandomStream random, double mean)
    {
        double b = 0.931 + (2.53 * Math.Sqrt(mean));
        double a = -0.059 + (0.02483 * b);
        double inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        double sure = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            double u = random.NextUniform() - 0.5;
            double v = random.NextOpenUniform();
            double us = 0.5 - Math.Abs(u);
            if (us == 0)
            {
                continue;
            }

            double k = Math.Floor((((2 * a / us) + b) * u) + mean + 0.43);
            if (us >= 0.07 && v <= sure)
            {
                return (int)k;
            }

            if (k >= 0 && k <= int.MaxValue && (us >= 0.013 || v <= us)
                && PortableMath.Log(v * inverseAlpha / ((a / (us * us)) + b)) <= LogProbability(k, mean))
            {
                return (int)k;
            }
        }
    }

    /// <summary>ln P(X = k) = −m((1 + d) ln(1 + d) − d) − ½ ln 2πk − correction(k), d = (k − m)/m, without cancellation.</summary>
    private static double LogProbability(double k, double mean)
    {
        if (k < 16)
        {
            return (k * PortableMath.Log(mean)) - mean - PortableMath.LogGamma(k + 1);
        }

        double d = (k - mean) / mean;
        double deviance = mean * (((1 + d) * PortableMath.Log1p(d)) - d);
        return -deviance - (0.5 * (LogTwoPi + PortableMath.Log(k))) - PortableMath.StirlingCorrection(k);
    }
}
