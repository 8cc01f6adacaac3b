namespace LocalitySim.Simulation;

/// <summary>
/// Uniform on [a, b). Mean: (a + b)/2; variance: (b − a)²/12. Length-biased: √(a² + U(b² − a²)), by inversion.
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" vol. 2 (2nd ed. 1995), ch. 26.
/// </summary>
public sealed class UniformDistribution : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="minimum">The least value a, zero or more.</param>
    /// <param name="maximum">The bound b, <paramref name="minimum"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range or not finite.</exception>
    public UniformDistribution(double minimum, double maximum)
    {
        Minimum = NumberGuard.NonNegative(minimum);
        Maximum = NumberGuard.AtLeast(maximum, minimum);
        _ = FiniteMoment(maximum * maximum, "second moment of a uniform distribution", "use a smaller maximum");
    }

    /// <summary>The least value.</summary>
    public double Minimum { get; }

    /// <summary>The bound above.</summary>
    public double Maximum { get; }

    /// <inheritdoc/>
    public override double Mean => 0.5 * (Minimum + Maximum);

    /// <inheritdoc/>
    public override double Variance => (Maximum - Minimum) * (Maximum - Minimum) / 12;

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => Minimum + (random.NextUniform() * (Maximum - Minimum));

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random)
    {
        RequireLength();
        double spread = (Maximum - Minimum) * (Maximum + Minimum);
        return Math.Sqrt((Minimum * Minimum) + (random.NextUniform() * spread));
    }
}
