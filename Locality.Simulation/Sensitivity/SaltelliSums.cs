namespace LocalitySim.Simulation;

/// <summary>The estimators of Sobol indices. Source: Saltelli et al. (2010), table 2 (b) and (f).</summary>
/// <param name="values">The centred responses, row after row: A, B and then A_B⁽ⁱ⁾ of each parameter.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="count">The number of parameters.</param>
internal sealed class SaltelliSums(double[] values, int rows, int count)
{
    /// <summary>
    /// Estimates from the rows that a function chooses: the first order of each parameter, the total of each, and the variance. Without
    /// variance the indices are 0.
    /// </summary>
    internal double[] Estimate(Func<int, int> choose)
    {
        double[] sums = new double[(2 * count) + 1];
        double total = 0;
        double squares = 0;
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<double> row = values.AsSpan(choose(i) * (count + 2), count + 2);
            (double a, double b) = (row[0], row[1]);
            total += a + b;
            squares += (a * a) + (b * b);
            for (int j = 0; j < count; j++)
            {
                double step = row[j + 2] - a;
                sums[j] += b * step;
                sums[count + j] += step * step;
            }
        }

        double mean = total / (2.0 * rows);
        double variance = Math.Max(0, (squares / (2.0 * rows)) - (mean * mean));
        for (int j = 0; j < count; j++)
        {
            sums[j] = variance > 0 ? sums[j] / rows / variance : 0;
            sums[count + j] = variance > 0 ? sums[count + j] / (2.0 * rows) / variance : 0;
        }

        sums[^1] = variance;
        return sums;
    }
}
