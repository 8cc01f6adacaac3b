using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>
/// Negative binomial with mean m and dispersion size k: Poisson with a gamma-distributed mean (shape k, scale m/k), and drawn
/// so. Mean: m; variance: m + m²/k, so that a large k is nearly Poisson.
/// Source: Johnson, Kemp and Kotz, "Univariate Discrete Distributions" (3rd ed. 2005), ch. 5.
/// </summary>
public sealed class NegativeBinomialDistribution : DiscreteDistribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">The mean m, zero or more.</param>
    /// <param name="size">The dispersion size k, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A parameter is out of range or not finite, or the two together allow draws of over 10⁹.
    /// </exception>
    public NegativeBinomialDistribution(double mean, double size)
    {
        Mean = NumberGuard.NonNegative(mean);
        Size = NumberGuard.Positive(size);

        // A gamma number of shape k exceeds k + 10√k + 50 with a probability under 10⁻²⁰.
        double largest = mean * (1 + (10 / Math.Sqrt(size)) + (50 / size));
        if (!(largest <= PoissonDistribution.LargestMean))
        {
            string message = string.Create(
                CultureInfo.InvariantCulture,
                $"Negative binomial with mean {mean} and size {size} allows draws of about {largest:G3}; expected at most 1E+09: use a smaller mean or a larger size.");
            throw new ArgumentOutOfRangeException(nameof(mean), mean, message);
        }
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <summary>The dispersion size k.</summary>
    public double Size { get; }

    /// <inheritdoc/>
    public override double Variance => Mean + (Mean * Mean / Size);

    /// <inheritdoc/>
    public override int Sample(ref RandomStream random)
    {
        double mean = GammaDistribution.Standard(ref random, Size) / Size * Mean;
        return PoissonDistribution.Sample(ref random, mean);
    }
}
