using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Rows drawn from a known law, by number of row.</summary>
internal static class BoostingDraws
{
    internal static string[] Names(int columns) => [.. Enumerable.Range(0, columns).Select(column => $"x{column}")];

    /// <summary>Values uniform on [0, 1), in steps of a thousandth so that some are equal; a share of them missing.</summary>
    internal static double[][] Values(int rows, int columns, uint seed, double missing = 0)
    {
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            RandomStream random = Stream(1, seed, row);
            for (int column = 0; column < columns; column++)
            {
                double value = Math.Floor(1000 * random.NextUniform()) / 1000;
                values[column][row] = random.NextUniform() < missing ? double.NaN : value;
            }
        }

        return values;
    }

    /// <summary>Counts of a mean by row, times the exposure where there is one; Poisson, or negative binomial with a dispersion.</summary>
    internal static double[] Counts(double[][] values, uint seed, Func<double[], double> mean, double dispersion = 0, double[]? exposures = null) =>
        [.. Enumerable.Range(0, values[0].Length).Select(row =>
        {
            double mu = mean([.. values.Select(column => column[row])]) * (exposures?[row] ?? 1);
            RandomStream random = Stream(2, seed, row);
            return dispersion > 0 ? (double)new NegativeBinomialDistribution(mu, 1 / dispersion).Sample(ref random) : new PoissonDistribution(mu).Sample(ref random);
        })];

    internal static TreeData Data(int rows, int columns, uint seed, Func<double[], double> mean, double dispersion = 0, double missing = 0)
    {
        double[][] values = Values(rows, columns, seed, missing);
        return new TreeData(Names(columns), values, Counts(values, seed, mean, dispersion));
    }

    /// <summary>Fits, unless the run of the tests is cancelled.</summary>
    internal static TreeEnsemble Fit(TreeData data, BoostingOptions? options = null, int? threads = null) =>
        BoostedTrees.Fit(data, options, threads, cancellation: TestContext.Current.CancellationToken);

    /// <summary>Works out importance, unless the run of the tests is cancelled.</summary>
    internal static PermutationImportance Importance(TreeEnsemble ensemble, TreeData data, int repeats = 10, ulong seed = 0, int? threads = null) =>
        PermutationImportance.Of(ensemble, data, repeats, seed, threads: threads, cancellation: TestContext.Current.CancellationToken);

    /// <summary>One tree without penalty or shrinkage.</summary>
    internal static BoostingOptions OneTree(int depth = 1, BoostingLoss loss = BoostingLoss.Poisson) =>
        new() { Loss = loss, Rounds = 1, Shrinkage = 1, L2 = 0, MinimumChildWeight = 0, MaximumDepth = depth };

    /// <summary>A value, or the middle where it is missing.</summary>
    internal static double Known(double value) => double.IsNaN(value) ? 0.5 : value;

    internal static double[] Row(TreeData data, int row) => [.. data.Values.Select(column => column[row])];

    internal static RandomStream Stream(ushort purpose, uint seed, int row) => new RandomStreams(20261123, seed).Stream(new Purpose(purpose, "test"), entity: (uint)row);
}
