namespace LocalitySim.Simulation;

/// <summary>
/// Gamma with shape k and scale θ: density x^(k−1) e^(−x/θ) / (Γ(k) θ^k). Mean: kθ; variance: kθ². Length-biased: shape k + 1.
/// Sources: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" vol. 1 (2nd ed. 1994), ch. 17; drawn by
/// Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000.
/// </summary>
/// <remarks>With a shape under about 0.05 draws may be too small for a double and come out as 0.</remarks>
public sealed class GammaDistribution : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="shape">The shape k, above zero.</param>
    /// <param name="scale">The scale θ, above zero, in the unit of the draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is zero, negative or not finite.</exception>
    public GammaDistribution(double shape, double scale)
    {
        Shape = NumberGuard.Positive(shape);
        Scale = NumberGuard.Positive(scale);
        Variance = FiniteMoment(shape * scale * scale, "variance of a gamma distribution", "use a smaller shape or scale");
    }

    /// <summary>The shape k.</summary>
    public double Shape { get; }

    /// <summary>The scale θ.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Mean => Shape * Scale;

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <summary>The gamma distribution with a given mean and standard deviation: k = (mean/sd)², θ = sd²/mean.</summary>
    /// <param name="mean">The mean, above zero.</param>
    /// <param name="standardDeviation">The standard deviation, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is zero, negative or not finite.</exception>
    public static GammaDistribution FromMeanAndSd(double mean, double standardDeviation)
    {
        double ratio = NumberGuard.Positive(mean) / NumberGuard.Positive(standardDeviation);
        return new(ratio * ratio, standardDeviation / ratio);
    }

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => Scale * Standard(ref random, Shape);

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random) => Scale * Standard(ref random, Shape + 1);

    /// <summary>A gamma number of scale 1.</summary>
    internal static double Standard(ref RandomStream random, double shape)
    {
        if (shape < 1)
        {
            // X U^(1/k), where X has shape k + 1, and −ln U is exponential.
            return Standard(ref random, shape + 1) * PortableMath.Exp(-random.NextExponential() / shape);
        }

        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = random.NextNormal();
            double root = 1 + (c * x);
            if (root <= 0)
            {
                continue;
            }

            double v = root * root * root;
            double u = random.NextOpenUniform();
            double x2 = x * x;
            if (u < 1 - (0.0331 * x2 * x2)
                || PortableMath.Log(u) < (0.5 * x2) + (d * (1 - v + PortableMath.Log(v))))
            {
                return d * v;
            }
        }
    }
}
