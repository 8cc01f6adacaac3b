namespace LocalitySim.Simulation;

/// <summary>
/// Lognormal: e^Z with Z normal, mean μ and standard deviation σ. Mean: e^(μ + σ²/2); variance: mean² (e^(σ²) − 1).
/// Length-biased: lognormal with μ + σ².
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" vol. 1 (2nd ed. 1994), ch. 14.
/// </summary>
public sealed class LognormalDistribution : Distribution
{
    /// <summary>Makes the distribution from the mean and standard deviation of the logarithm.</summary>
    /// <param name="mu">The mean μ of the logarithm, finite; e^μ is the median.</param>
    /// <param name="sigma">The standard deviation σ of the logarithm, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A parameter is out of range or not finite, or so large that the mean or the variance is not.
    /// </exception>
    public LognormalDistribution(double mu, double sigma)
    {
        const string Fix = "use a smaller mu or sigma";
        Mu = NumberGuard.Finite(mu);
        Sigma = NumberGuard.NonNegative(sigma);
        double s2 = sigma * sigma;
        Mean = FiniteMoment(PortableMath.Exp(mu + (0.5 * s2)), "mean of a lognormal distribution", Fix);
        Variance = FiniteMoment(Mean * Mean * PortableMath.Expm1(s2), "variance of a lognormal distribution", Fix);
    }

    /// <summary>The mean μ of the logarithm.</summary>
    public double Mu { get; }

    /// <summary>The standard deviation σ of the logarithm.</summary>
    public double Sigma { get; }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <summary>
    /// The lognormal distribution with a given mean and standard deviation: σ² = ln(1 + (sd/mean)²), μ = ln(mean) − σ²/2.
    /// </summary>
    /// <param name="mean">The mean, above zero.</param>
    /// <param name="standardDeviation">The standard deviation, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range or not finite.</exception>
    public static LognormalDistribution FromMeanAndSd(double mean, double standardDeviation)
    {
        double variation = NumberGuard.NonNegative(standardDeviation) / NumberGuard.Positive(mean);
        double s2 = PortableMath.Log1p(variation * variation);
        return new(PortableMath.Log(mean) - (0.5 * s2), Math.Sqrt(s2));
    }

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) =>
        PortableMath.Exp(Math.FusedMultiplyAdd(Sigma, random.NextNormal(), Mu));

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random) =>
        PortableMath.Exp(Math.FusedMultiplyAdd(Sigma, random.NextNormal() + Sigma, Mu));
}
