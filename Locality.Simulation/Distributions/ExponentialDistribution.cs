namespace LocalitySim.Simulation;

/// <summary>
/// Exponential: density e^(−x/m)/m. Mean: m; variance: m². Length-biased: gamma with shape 2.
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" vol. 1 (2nd ed. 1994), ch. 19.
/// </summary>
public sealed class ExponentialDistribution : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">The mean, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is zero, negative or not finite.</exception>
    public ExponentialDistribution(double mean) => Mean = NumberGuard.Positive(mean);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance => Mean * Mean;

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => Mean * random.NextExponential();

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random) => Mean * (random.NextExponential() + random.NextExponential());
}
