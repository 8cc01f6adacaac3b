using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Drawn data for penalised fits, and the conditions of their optimum worked out from what a fit reports.</summary>
internal static class PenalizedCases
{
    /// <summary>Rows with columns of all kinds: alike, doubled, nearly alike, on great and small scales, constant.</summary>
    internal static double[][] Rows(int seed, int rows, int columns)
    {
        double[][] drawn = new double[rows][];
        for (int row = 0; row < rows; row++)
        {
            RandomStream random = Stream(seed, 1, row);
            double[] values = new double[columns];
            for (int column = 0; column < columns; column++)
            {
                double fresh = random.NextNormal();
                values[column] = (column % 7) switch
                {
                    1 => 1e4 * fresh,
                    2 => 1e-3 * fresh,
                    3 => values[0],
                    4 => values[0] + (1e-4 * fresh),
                    5 => fresh > 1 ? 1 : 0,
                    6 => seed % 3 == 0 ? 4 : (2 * values[0]) - values[5],
                    _ => fresh,
                };
            }

            drawn[row] = values;
        }

        return drawn;
    }

    internal static RandomStream Stream(int seed, ushort purpose, int row) =>
        new RandomStreams((ulong)seed, 0).Stream(new Purpose(purpose, "penalised"), entity: (uint)row);

    internal static string[] Names(int columns) => [.. Enumerable.Range(0, columns).Select(column => $"x{column}")];

    /// <summary>Karush, Kuhn and Tucker's conditions at every λ, as a share of the steepest derivative at the start; for given derivatives of the likelihood in each row's linear predictor.</summary>
    internal static double Worst(PenalizedPath path, IReadOnlyList<IReadOnlyList<double>> rows, double[] weights, Func<PenalizedFit, int, double> score, double steepest)
    {
        int free = string.Equals(path.Columns[0], CountData.Intercept, StringComparison.Ordinal) ? 1 : 0;
        double whole = weights.Sum();
        double worst = 0;
        foreach (PenalizedFit fit in path.Fits)
        {
            double[] scores = [.. rows.Select((_, row) => weights[row] == 0 ? 0 : weights[row] * score(fit, row) / whole)];
            if (free > 0)
            {
                worst = Math.Max(worst, Math.Abs(scores.Sum()));
            }

            for (int column = free; column < path.Columns.Count; column++)
            {
                double[] values = [.. rows.Select(row => row[column - free])];
                double mean = free == 0 ? 0 : values.Select((value, row) => value * weights[row] / whole).Sum();
                double spread = Math.Sqrt(values.Select((value, row) => (value - mean) * (value - mean) * weights[row] / whole).Sum());
                if (spread < 1e-12)
                {
                    Assert.Equal(0, fit.Coefficients[column]);
                    continue;
                }

                double gradient = values.Select((value, row) => (value - mean) / spread * scores[row]).Sum();
                double coefficient = fit.Coefficients[column] * spread;
                double sparsity = fit.Penalty * path.Penalty.Mixing;
                double off = coefficient == 0
                    ? Math.Max(0, Math.Abs(gradient) - sparsity)
                    : Math.Abs(gradient - (fit.Penalty * (1 - path.Penalty.Mixing) * coefficient) - (sparsity * Math.Sign(coefficient)));
                worst = Math.Max(worst, off / steepest);
            }
        }

        return worst;
    }
}
