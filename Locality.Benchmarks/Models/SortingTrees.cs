using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>
/// Boosted trees of Poisson counts without histograms: each node sorts its rows by every column again. What one writes first, as a yardstick.
/// Penalty 1, shrinkage 0.1, at least 1 expected in a leaf.
/// </summary>
/// <param name="values">The columns.</param>
/// <param name="counts">The counts.</param>
/// <param name="depth">The depth.</param>
internal sealed class SortingTrees(double[][] values, double[] counts, int depth)
{
    /// <summary>Gets each row's mean.</summary>
    internal double[] Means { get; } = [.. Enumerable.Repeat(counts.Average(), counts.Length)];

    /// <summary>Grows a tree and moves the means.</summary>
    internal void Grow() => Grow([.. Enumerable.Range(0, counts.Length)], depth);

    private void Grow(int[] rows, int left)
    {
        double first = rows.Sum(row => Means[row] - counts[row]);
        double second = rows.Sum(row => Means[row]);
        (double gain, int column, double threshold) = (0, 0, 0);
        for (int j = 0; left > 0 && j < values.Length; j++)
        {
            double[] keys = Array.ConvertAll(rows, row => values[j][row]);
            int[] sorted = [.. rows];
            Array.Sort(keys, sorted);
            (double leftFirst, double leftSecond) = (0, 0);
            for (int place = 0; place + 1 < sorted.Length; place++)
            {
                leftFirst += Means[sorted[place]] - counts[sorted[place]];
                leftSecond += Means[sorted[place]];
                if (keys[place] < keys[place + 1] && leftSecond >= 1 && second - leftSecond >= 1)
                {
                    double here = Score(leftFirst, leftSecond) + Score(first - leftFirst, second - leftSecond) - Score(first, second);
                    (gain, column, threshold) = here > gain ? (here, j, keys[place]) : (gain, column, threshold);
                }
            }
        }

        if (gain > 0)
        {
            Grow(Array.FindAll(rows, row => values[column][row] <= threshold), left - 1);
            Grow(Array.FindAll(rows, row => values[column][row] > threshold), left - 1);
            return;
        }

        double value = -first / (second + 1);
        double factor = PortableMath.Exp(0.1 * value);
        foreach (int row in rows)
        {
            Means[row] *= factor;
        }
    }

    private static double Score(double first, double second) => 0.5 * first * first / (second + 1);
}
