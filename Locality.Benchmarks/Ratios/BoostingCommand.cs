using System.Diagnostics;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>Times boosted trees of counts, and beside them trees that sort every column again at each node.</summary>
internal static class BoostingCommand
{
    /// <summary>The seconds that a million rows and 200 trees may take on two quiet processors.</summary>
    internal const double MostSeconds = 60;

    private const int Columns = 20;
    private const int Depth = 6;
    private const int ReferenceRows = 50_000;
    private const int ReferenceTrees = 10;

    /// <summary>Fits and prints.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="trees">The number of trees.</param>
    /// <param name="threads">The number of threads.</param>
    /// <returns>The exit code: 0, for a busy machine fails nothing.</returns>
    internal static int Run(int rows, int trees, int threads)
    {
        // Once, so that the just-in-time compiler is done.
        (double[][] values, double[] counts) = Draw(ReferenceRows);
        Fit(values, counts, 20, threads);
        (double seconds, double processor, TreeEnsemble small) = Fit(values, counts, ReferenceTrees, 1);
        (double reference, double[] means) = Reference(values, counts);
        double deviance = Enumerable.Range(0, counts.Length).Average(row => 2 * CountProbability.HalfDeviance(counts[row], means[row]));
        Print($"{ReferenceRows} rows, {Columns} columns, {ReferenceTrees} trees of depth {Depth}, one thread, processor time:");
        Print($"  histograms {processor:F2} s, mean deviance {small.MeanDeviance(Data(values, counts)):F4}");
        Print($"  sorting again {reference:F2} s, mean deviance {deviance:F4}: ratio {reference / processor:F1}");

        (values, counts) = Draw(rows);
        (seconds, processor, TreeEnsemble fit) = Fit(values, counts, trees, threads);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Print($"{rows} rows, {Columns} columns, {fit.Trees.Length} trees of depth {Depth}, {threads} threads:");
        Print($"  {seconds:F1} s (to be under {MostSeconds} for 1000000 rows and 200 trees on two quiet processors), {processor:F1} s of processor time, at most {process.PeakWorkingSet64 / 1048576.0:F0} MB");
        Print($"  {1e9 * processor / rows / Columns / fit.Trees.Length:F1} ns of processor time a row, column and tree");
        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static (double[][] Values, double[] Counts) Draw(int rows)
    {
        double[][] values = [.. Enumerable.Range(0, Columns).Select(_ => new double[rows])];
        double[] counts = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            RandomStream random = new RandomStreams(1, 0).Stream(new Purpose(1, "row"), entity: (uint)row);
            foreach (double[] column in values)
            {
                column[row] = random.NextUniform();
            }

            double mean = 0.2 + values[0][row] + (values[1][row] > 0.5 ? values[2][row] : 0) + (values[3][row] * values[4][row]);
            counts[row] = new PoissonDistribution(mean).Sample(ref random);
        }

        return (values, counts);
    }

    private static TreeData Data(double[][] values, double[] counts) => new([.. Enumerable.Range(0, Columns).Select(column => $"x{column}")], values, counts);

    private static (double Seconds, double Processor, TreeEnsemble Fit) Fit(double[][] values, double[] counts, int trees, int threads)
    {
        TreeData data = Data(values, counts);
        BoostingOptions options = new() { Rounds = trees, MaximumDepth = Depth, Shrinkage = 0.1 };
        TimeSpan before = Processor();
        var watch = Stopwatch.StartNew();
        TreeEnsemble fit = BoostedTrees.Fit(data, options, threads);
        return (watch.Elapsed.TotalSeconds, (Processor() - before).TotalSeconds, fit);
    }

    private static (double Processor, double[] Means) Reference(double[][] values, double[] counts)
    {
        SortingTrees trees = new(values, counts, Depth);
        TimeSpan before = Processor();
        for (int tree = 0; tree < ReferenceTrees; tree++)
        {
            trees.Grow();
        }

        return ((Processor() - before).TotalSeconds, trees.Means);
    }

    private static TimeSpan Processor()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
