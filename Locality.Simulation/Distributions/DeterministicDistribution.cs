namespace LocalitySim.Simulation;

/// <summary>Always the same value. Mean: the value; variance: 0. Source: Law, "Simulation Modeling and Analysis" (5th ed. 2015), ch. 6.</summary>
public sealed class DeterministicDistribution : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="value">The value, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative or not finite.</exception>
    public DeterministicDistribution(double value) => Mean = NumberGuard.NonNegative(value);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance => 0;

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => Mean;

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random)
    {
        RequireLength();
        return Mean;
    }
}
