using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// A blend of predictions of counts across cases: a constant rate, a Poisson ridge regression and boosted trees, by a geometric mean whose weights
/// have the least Poisson deviance on rows left out of the fits. It is for rows like those of the fit, not for times to come.
/// Sources: Wolpert, "Stacked generalization", Neural Networks 5(2), 1992; Breiman, "Stacked regressions", Machine Learning 24(1), 1996 (weights
/// that are not negative, from predictions of rows left out); Genest and Zidek, "Combining probability distributions: a critique and an annotated
/// bibliography", Statistical Science 1(1), 1986 (the geometric, or logarithmic, pool).
/// </summary>
/// <remarks>
/// The blend departs from the constant only where that gains more, on rows left out both of the fits and of the choice of the weights, than one
/// standard error of the gain: the rule of one standard error, towards what is simplest (Breiman, Friedman, Olshen and Stone, Classification and
/// Regression Trees, 1984, section 3.4.3). Where the columns say nothing, it departs about one time in six at most, as a normal gain would pass its error. This is no promise:
/// under about fifty units, or where a few rows hold most of the deviance, the standard error is itself a guess, and the blend can be clearly worse than
/// the constant, or stay with it where a part would be better.
/// </remarks>
public static class CountBlend
{
    /// <summary>Under this many units there are ten folds, which small data need and can afford, or else five.</summary>
    private const int ManyUnits = 1000;

    /// <summary>Beyond this the mean of some row is past what a number holds.</summary>
    private const double WidestOffsets = 500;

    /// <summary>Fits the parts and the blend. The result is the same for any number of threads.</summary>
    /// <param name="data">
    /// The rows: counts as targets, with exposures, offsets and weights where there are any. Rows of one group are left out together. In the ridge
    /// regression the mean of its column stands in for a missing value, with a column that says where it does.
    /// </param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="folds">How many folds, from 2 to the number of groups (of rows, where there are no groups); null means ten under 1,000 groups, else five, and at most one for each group.</param>
    /// <param name="threads">The number of threads: above zero. Null means one for each processor.</param>
    /// <param name="progress">Told after each fit of all parts.</param>
    /// <param name="cancellation">Ends the fit. Nothing is kept: weights from a part of the folds would be those of other data.</param>
    /// <exception cref="ArgumentException">A target is no count, all are zero, or exposures and offsets are too far apart. The message says which.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of folds or threads is out of range.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static CountBlendFit Fit(
        TreeData data, ulong seed = 0, int? folds = null, int? threads = null, IProgress<CountBlendProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        TreeEnsemble.CheckTargets(data, LossFunction.Of(BoostingLoss.Poisson, 0));
        TreeData rows = data.Part([.. Enumerable.Range(0, data.Rows).Where(row => data.Weight(row) > 0)]);
        if (!Array.Exists(rows.Targets, count => count > 0))
        {
            throw new ArgumentException("targets: found zeros alone; expected at least one above zero.", nameof(data));
        }

        double[] offsets = [.. Enumerable.Range(0, rows.Rows).Select(row => BlendParts.Offset(rows, row))];
        if (!(offsets.Max() - offsets.Min() <= WidestOffsets))
        {
            throw new ArgumentException("exposures and offsets: found rows whose expected counts differ by a factor of more than e⁵⁰⁰; expected rows that are nearer to one another.", nameof(data));
        }

        RandomStreams streams = new(seed, 0);
        int[]? dealt = Dealt(rows, folds, streams);
        int parts = dealt is null ? 0 : dealt.Max() + 1;
        BlendParts[] fits = new BlendParts[parts + 1];
        int done = 0;
        Lock told = new();
        new FixedChunks(threads ?? Environment.ProcessorCount).Each(parts + 1, fold =>
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            int[] kept = [.. Enumerable.Range(0, rows.Rows).Where(row => fold == parts || dealt![row] != fold)];
            fits[fold] = BlendParts.Of(rows.Part(kept), streams.Stream(BoostingPurposes.BlendParts, entity: (uint)fold + 1), cancellation);
            lock (told)
            {
                progress?.Report(new CountBlendProgress(++done, parts + 1));
            }
        });
        cancellation.ThrowIfCancellationRequested();
        LeftOutPredictions? leftOut = dealt is null ? null : LeftOutPredictions.Of(rows, dealt, fits);
        double[]? least = leftOut?.Weights();
        CountBlendGain? gain = leftOut?.Gain();
        CountBlendChoice choice = gain is null ? CountBlendChoice.TooFewUnits : gain.Mean > gain.StandardError ? CountBlendChoice.LeastDeviance : CountBlendChoice.NoClearGain;
        ImmutableArray<CountBlendPart> shares =
        [
            .. Enum.GetValues<CountBlendPartKind>().Select(kind => new CountBlendPart(
                kind,
                choice == CountBlendChoice.LeastDeviance ? least![(int)kind] : kind == CountBlendPartKind.Constant ? 1 : 0,
                least?[(int)kind],
                leftOut?.Deviance(kind),
                fits[parts].Refusals[(int)kind])),
        ];
        return new CountBlendFit([.. data.Columns], fits[parts], shares, choice, gain, parts);
    }

    // The fold of each row; null where the rows left would be none, or would count nothing.
    private static int[]? Dealt(TreeData rows, int? folds, RandomStreams streams)
    {
        int units = rows.Groups!.Distinct().Count();
        if (folds is null && units < 2)
        {
            return null;
        }

        ulong seed = streams.Stream(BoostingPurposes.BlendParts).NextUInt64();
        int[] dealt = [.. RandomFolds.Of(rows.Groups!, folds ?? Math.Min(units, units < ManyUnits ? 10 : 5), seed)];
        int[] counting = [.. dealt.Where((_, row) => rows.Targets[row] > 0).Distinct()];
        return counting.Length > 1 ? dealt : null;
    }
}
