namespace LocalitySim.Simulation;

/// <summary>
/// One of the given values, each in proportion to its weight. Mean: Σwx/Σw; variance: Σw(x − mean)²/Σw. Length-biased: weights wx.
/// Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), ch. 4; drawn by Walker's alias method (1977).
/// </summary>
public sealed class EmpiricalDistribution : Distribution
{
    private readonly double[] _values;
    private readonly AliasTable _table;
    private readonly AliasTable? _lengthBiased;

    /// <summary>Makes the distribution of equally likely values.</summary>
    /// <param name="values">The values, one or more, each zero or more; repeats count.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or not finite.</exception>
    public EmpiricalDistribution(ReadOnlySpan<double> values)
        : this(values, Equal(values.Length))
    {
    }

    /// <summary>Makes the distribution of weighted values.</summary>
    /// <param name="values">The values, one or more, each zero or more.</param>
    /// <param name="weights">As many weights, each zero or more, not all zero; they need not add up to 1.</param>
    /// <exception cref="ArgumentException">There is no value, or not as many weights.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or weight is negative or not finite, or all weights are zero.</exception>
    public EmpiricalDistribution(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length == 0 || values.Length != weights.Length)
        {
            throw new ArgumentException(
                $"Empirical distribution: found {values.Length} values and {weights.Length} weights; expected one or more values, and as many weights.",
                nameof(values));
        }

        for (int i = 0; i < values.Length; i++)
        {
            NumberGuard.NonNegative(values[i], $"values[{i}]");
        }

        _values = values.ToArray();
        _table = new AliasTable(weights, nameof(weights), _values);
        (Mean, Variance) = Moments(weights, values);
        _ = FiniteMoment(Variance, "variance of an empirical distribution", "use smaller values");
        if (Mean > 0)
        {
            double[] lengths = new double[values.Length];
            for (int i = 0; i < lengths.Length; i++)
            {
                lengths[i] = _table.Probabilities[i] * values[i];
            }

            _lengthBiased = new AliasTable(lengths, "values × weights", _values);
        }
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random) => _values[_table.Sample(ref random)];

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random)
    {
        RequireLength();
        return _values[_lengthBiased!.Sample(ref random)];
    }

    /// <summary>Mean and variance of values with weights that need not add up to 1.</summary>
    internal static (double Mean, double Variance) Moments(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            total += weights[i];
            sum += weights[i] * values[i];
        }

        double mean = sum / total;
        double squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }

        return (mean, squares / total);
    }

    private static double[] Equal(int length)
    {
        double[] weights = new double[length];
        Array.Fill(weights, 1);
        return weights;
    }
}
