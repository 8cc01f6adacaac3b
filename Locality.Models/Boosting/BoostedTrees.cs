using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Gradient-boosted regression trees, with histograms, missing values, bound directions and random parts of rows and columns.
/// Sources: Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29(5), 2001; Chen and Guestrin,
/// "XGBoost: a scalable tree boosting system", KDD 2016; Ke et al., "LightGBM", NeurIPS 2017.
/// </summary>
public static class BoostedTrees
{
    /// <summary>How many rounds an estimate of α serves.</summary>
    private const int DispersionRounds = 10;

    /// <summary>Fits trees one after another, each to what those before it leave. The result is the same for any number of threads.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="options">How to fit; null takes <see cref="BoostingOptions.For"/> the number of rows.</param>
    /// <param name="threads">The number of threads: above zero. Null means one for each processor.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellation">Ends the fit after the round it is in: the trees finished by then are returned, and <see cref="TreeEnsemble.End"/> says so.</param>
    /// <exception cref="ArgumentException">An option or a target is out of range, or the targets have no finite best constant. The message says which.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is not above zero.</exception>
    public static TreeEnsemble Fit(
        TreeData data, BoostingOptions? options = null, int? threads = null, IProgress<BoostingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= BoostingOptions.For(data.Rows);
        options.Check(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        FixedChunks chunks = new(threads ?? Environment.ProcessorCount);
        ValidationSplit rows = ValidationSplit.Of(data, options);
        BoostingState state = new(data, options, rows, chunks);
        BinnedColumns columns = BinnedColumns.Of(data, options.MostBins, chunks);
        RowSample sample = new(rows.Training, data.Rows, chunks);
        TreeGrower grower = new(data, columns, options, chunks);
        RandomStreams streams = new(options.Seed, 0);
        List<RegressionTree> trees = [];
        List<double> losses = state.ValidationLoss() is double start ? [start] : [];
        (double Loss, int Trees, int Round, double Dispersion) best = (losses.FirstOrDefault(), 0, 0, state.Dispersion);
        BoostingEnd end = BoostingEnd.Rounds;
        for (int round = 1; round <= options.Rounds; round++)
        {
            if (cancellation.IsCancellationRequested)
            {
                end = BoostingEnd.Cancelled;
                break;
            }

            sample.Draw(streams, round, options.RowShare, state.Gradient);
            if (grower.Grow(sample, Columns(streams, round, columns.Bins.Length, options.ColumnShare), state.Loss) is { } tree)
            {
                trees.Add(tree.Unbinned(state.Apply(tree, sample)));
            }
            else if (options.RowShare == 1 && options.ColumnShare == 1)
            {
                // The next round would be this one again.
                end = BoostingEnd.NothingToSplit;
                break;
            }

            if (state.IsDispersionEstimated && round % DispersionRounds == 0)
            {
                state.EstimateDispersion();
            }

            double? loss = state.ValidationLoss();
            progress?.Report(new BoostingProgress(round, options.Rounds, loss));
            if (loss is double value)
            {
                losses.Add(value);
                best = value < best.Loss ? (value, trees.Count, round, state.Dispersion) : best;
                if (round - best.Round >= options.Patience)
                {
                    end = BoostingEnd.Patience;
                    break;
                }
            }
        }

        (int kept, double dispersion) = losses.Count > 0 ? (best.Trees, best.Dispersion) : (trees.Count, state.Dispersion);
        return new TreeEnsemble(
            [.. data.Columns], options.Loss, options.Loss == BoostingLoss.NegativeBinomial ? dispersion : null, state.Origin, [.. trees.Take(kept)], end, [.. losses]);
    }

    // The columns of the least draws, each keyed by its number and the round, in their own order.
    private static int[] Columns(RandomStreams streams, int round, int count, double share)
    {
        int[] columns = [.. Enumerable.Range(0, count)];
        int used = (int)Math.Max(1, Math.Round(share * count));
        if (used == count)
        {
            return columns;
        }

        double[] draws = Array.ConvertAll(columns, column => streams.Stream(BoostingPurposes.Columns, (uint)round, (uint)column).NextUniform());
        Array.Sort(draws, columns);
        return [.. columns.Take(used).Order()];
    }
}
