namespace LocalitySim.Simulation;

/// <summary>
/// Weibull with shape k and scale λ: P(X > x) = e^(−(x/λ)^k). Mean: λΓ(1 + 1/k); variance: λ²(Γ(1 + 2/k) − Γ(1 + 1/k)²).
/// Length-biased: λY^(1/k), where Y is gamma with shape 1 + 1/k and scale 1.
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" vol. 1 (2nd ed. 1994), ch. 21; the
/// length-biased form follows by substituting y = (x/λ)^k.
/// </summary>
public sealed class WeibullDistribution : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="shape">The shape k, above zero and not so small that the variance is infinite.</param>
    /// <param name="scale">The scale λ, above zero, in the unit of the draws: 63.2 % of them are below it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or the mean or variance is not finite.</exception>
    public WeibullDistribution(double shape, double scale)
    {
        const string Fix = "use a larger shape or a smaller scale";
        Shape = NumberGuard.Positive(shape);
        Scale = NumberGuard.Positive(scale);
        double logGamma1 = PortableMath.LogGamma(1 + (1 / shape));
        double logGamma2 = PortableMath.LogGamma(1 + (2 / shape));
        Mean = FiniteMoment(scale * PortableMath.Exp(logGamma1), "mean of a Weibull distribution", Fix);
        double excess = PortableMath.Expm1(Math.Max(0, logGamma2 - (2 * logGamma1)));
        Variance = FiniteMoment(Mean * Mean * excess, "variance of a Weibull distribution", Fix);
    }

    /// <summary>The shape k.</summary>
    public double Shape { get; }

    /// <summary>The scale λ.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => Scale * PortableMath.Pow(random.NextExponential(), 1 / Shape);

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random) =>
        Scale * PortableMath.Pow(GammaDistribution.Standard(ref random, 1 + (1 / Shape)), 1 / Shape);
}
