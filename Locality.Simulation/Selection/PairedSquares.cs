namespace LocalitySim.Simulation;

/// <summary>For every two systems, the sum of squares of their paired differences about the mean difference.</summary>
/// <remarks>
/// Updated one replication at a time (Welford, Technometrics 4(3), 1962), with d = e(i) − e(l), where e is how far an observation lies
/// from the mean of those before. Takes 4 k² bytes for k systems.
/// </remarks>
internal sealed class PairedSquares
{
    /// <summary>The most systems for which the memory is taken: about 1.6 GB.</summary>
    internal const int MostSystems = 20_000;

    private readonly double[][] _rows;

    internal PairedSquares(int systems)
    {
        _rows = new double[systems][];
        for (int system = 0; system < systems; system++)
        {
            _rows[system] = new double[system];
        }
    }

    /// <summary>The sums of squares of a system with each of a lower number.</summary>
    internal double[] Row(int system) => _rows[system];

    /// <summary>Adds a replication of the systems still in play, in ascending order.</summary>
    /// <param name="systems">The systems.</param>
    /// <param name="deviations">How far each observation lies from the mean of those before it.</param>
    /// <param name="count">How many observations each has, with this one.</param>
    internal void Add(ReadOnlySpan<int> systems, ReadOnlySpan<double> deviations, int count)
    {
        double weight = (count - 1.0) / count;
        for (int i = 1; i < systems.Length; i++)
        {
            double[] row = _rows[systems[i]];
            double own = deviations[i];
            for (int l = 0; l < i; l++)
            {
                double difference = own - deviations[l];
                row[systems[l]] += weight * difference * difference;
            }
        }
    }
}
