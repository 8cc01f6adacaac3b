namespace LocalitySim.Simulation;

/// <summary>
/// A choice among n indices with given weights, in constant time.
/// Sources: Walker, "An efficient method for generating discrete random variables with general distributions", ACM TOMS 3(3),
/// 1977; set up by Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE Trans. Softw. Eng.
/// 17(9), 1991. Where draws have to be monotone in a uniform number, the choice is by inversion, in logarithmic time.
/// </summary>
internal sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _alias;
    private readonly double[] _probabilities;
    private readonly int[] _order;
    private readonly double[] _cumulative;

    /// <summary>Makes a table.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="name">What messages call them.</param>
    /// <param name="values">What choices by inversion rise in, one value an index; without it they rise in the index.</param>
    internal AliasTable(ReadOnlySpan<double> weights, string name, double[]? values = null)
    {
        double total = 0;
        int largest = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            NumberGuard.NonNegative(weights[i], $"{name}[{i}]");
            total += weights[i];
            largest = weights[i] > weights[largest] ? i : largest;
        }

        if (!(total > 0) || !double.IsFinite(total))
        {
            throw NumberGuard.Refusal(total, $"sum of {name}", "a finite number above zero");
        }

        int n = weights.Length;
        _probabilities = new double[n];
        _keep = new double[n];
        _alias = new int[n];
        Stack<int> small = new(n);
        Stack<int> large = new(n);
        for (int i = 0; i < n; i++)
        {
            _probabilities[i] = weights[i] / total;
            _keep[i] = _probabilities[i] * n;
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int under = small.Pop();
            int over = large.Pop();
            _alias[under] = over;
            _keep[over] -= 1 - _keep[under];
            (_keep[over] < 1 ? small : large).Push(over);
        }

        // What rounding left over is kept whole, except that an index without weight is never drawn.
        foreach (int i in small.Concat(large))
        {
            _keep[i] = weights[i] > 0 ? 1 : 0;
            _alias[i] = largest;
        }

        _order = [.. Enumerable.Range(0, n).Where(i => _probabilities[i] > 0)];
        _order = values is null ? _order : [.. _order.OrderBy(i => values[i])];
        _cumulative = new double[_order.Length];
        double sum = 0;
        for (int i = 0; i < _order.Length; i++)
        {
            sum += _probabilities[_order[i]];
            _cumulative[i] = sum;
        }
    }

    internal ReadOnlySpan<double> Probabilities => _probabilities;

    /// <summary>Draws an index from one 64-bit number; the column's share is off by less than n × 2⁻⁶⁴.</summary>
    internal int Sample(ref RandomStream random)
    {
        if (random.ByInversion)
        {
            return SampleByInversion(random.NextUniform());
        }

        int column = (int)Math.BigMul(random.NextUInt64(), (ulong)_keep.Length, out ulong fraction);
        return (fraction >> 11) * (1.0 / (1UL << 53)) < _keep[column] ? column : _alias[column];
    }

    /// <summary>The first index, in order, whose cumulative probability is above u; the last one where rounding leaves none.</summary>
    private int SampleByInversion(double u)
    {
        int low = 0;
        int high = _cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _cumulative[middle] > u ? (low, middle) : (middle + 1, high);
        }

        return _order[low];
    }
}
