namespace LocalitySim.Simulation;

/// <summary>
/// A draw from one of several distributions, chosen by weight w. Mean: Σwμ/Σw; variance: Σw(σ² + (μ − mean)²)/Σw. Length-biased:
/// the component is chosen by wμ and drawn length-biased.
/// Source: McLachlan and Peel, "Finite Mixture Models" (2000), ch. 1.
/// </summary>
public sealed class MixtureDistribution : Distribution
{
    private readonly Distribution[] _components;
    private readonly AliasTable _table;
    private readonly AliasTable? _lengthBiased;

    /// <summary>Makes the distribution.</summary>
    /// <param name="components">The components, one or more, each with its weight: zero or more, not all zero.</param>
    /// <exception cref="ArgumentException">There is no component.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite, or all are zero.</exception>
    public MixtureDistribution(params ReadOnlySpan<(double Weight, Distribution Component)> components)
    {
        if (components.Length == 0)
        {
            throw new ArgumentException("Mixture distribution: found no component; expected one or more.", nameof(components));
        }

        int n = components.Length;
        _components = new Distribution[n];
        double[] weights = new double[n];
        double[] means = new double[n];
        for (int i = 0; i < n; i++)
        {
            ArgumentNullException.ThrowIfNull(components[i].Component, $"components[{i}]");
            _components[i] = components[i].Component;
            weights[i] = components[i].Weight;
            means[i] = components[i].Component.Mean;
        }

        _table = new AliasTable(weights, "weights", means);
        ReadOnlySpan<double> probabilities = _table.Probabilities;
        double[] lengths = new double[n];
        (Mean, double variance) = EmpiricalDistribution.Moments(weights, means);
        for (int i = 0; i < n; i++)
        {
            variance += probabilities[i] * _components[i].Variance;
            lengths[i] = probabilities[i] * means[i];
        }

        Variance = FiniteMoment(variance, "variance of a mixture", "use components with smaller values");
        _lengthBiased = Mean > 0 ? new AliasTable(lengths, "weights × means", means) : null;
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => _components[_table.Sample(ref random)].Sample(ref random);

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random)
    {
        RequireLength();
        return _components[_lengthBiased!.Sample(ref random)].SampleLengthBiased(ref random);
    }
}
