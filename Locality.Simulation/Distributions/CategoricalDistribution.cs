namespace LocalitySim.Simulation;

/// <summary>
/// An index from 0 to n − 1, with probability wᵢ/Σw. Mean: Σiwᵢ/Σw; variance: Σ(i − mean)²wᵢ/Σw, of the index.
/// Source: Walker, "An efficient method for generating discrete random variables with general distributions", ACM TOMS 3(3),
/// 1977 (the alias method).
/// </summary>
public sealed class CategoricalDistribution : DiscreteDistribution
{
    private readonly AliasTable _table;

    /// <summary>Makes the distribution.</summary>
    /// <param name="weights">The weights, one or more, each zero or more, not all zero; they need not add up to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite, or all are zero, or there is none.</exception>
    public CategoricalDistribution(params ReadOnlySpan<double> weights)
    {
        _table = new AliasTable(weights, nameof(weights));
        double[] indices = new double[weights.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = i;
        }

        (Mean, Variance) = EmpiricalDistribution.Moments(weights, indices);
    }

    /// <summary>The number of categories n.</summary>
    public int Count => _table.Probabilities.Length;

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <summary>The probability of an index.</summary>
    /// <param name="index">The index, from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    public double Probability(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _table.Probabilities[index];
    }

    /// <summary>The mean of values given to the categories: Σ pᵢ × valueᵢ.</summary>
    /// <param name="values">One finite value a category.</param>
    /// <exception cref="ArgumentException">There are not as many values as categories.</exception>
    public double MeanOf(ReadOnlySpan<double> values)
    {
        if (values.Length != Count)
        {
            throw new ArgumentException($"values: found {values.Length}; expected {Count}, one a category.", nameof(values));
        }

        return EmpiricalDistribution.Moments(_table.Probabilities, values).Mean;
    }

    /// <inheritdoc/>
    public override int Sample(ref RandomStream random) => _table.Sample(ref random);
}
