namespace LocalitySim.Simulation;

/// <summary>
/// Another distribution's draws times a factor c. Mean: c × mean; variance: c² × variance. Length-biased: c × length-biased.
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" vol. 1 (2nd ed. 1994), ch. 12.
/// </summary>
public sealed class ScaledDistribution : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="factor">The factor c, above zero.</param>
    /// <param name="inner">The distribution to scale.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is zero, negative or not finite, or the variance overflows.</exception>
    public ScaledDistribution(double factor, Distribution inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Factor = NumberGuard.Positive(factor);
        Inner = inner;
        Mean = FiniteMoment(factor * inner.Mean, "mean of a scaled distribution", "use a smaller factor");
        Variance = FiniteMoment(factor * factor * inner.Variance, "variance of a scaled distribution", "use a smaller factor");
    }

    /// <summary>The factor c.</summary>
    public double Factor { get; }

    /// <summary>The distribution that is scaled.</summary>
    public Distribution Inner { get; }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => Factor * Inner.Sample(ref random);

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random)
    {
        RequireLength();
        return Factor * Inner.SampleLengthBiased(ref random);
    }
}
