using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The choice of a penalty by cross-validation: each fold in turn is left out, and predicted from the others. Immutable.
/// Sources: Stone, "Cross-validatory choice and assessment of statistical predictions", JRSS B 36(2), 1974; Breiman, Friedman, Olshen and Stone,
/// Classification and Regression Trees, 1984, section 3.4.3 (one standard error); Hastie, Tibshirani and Friedman, The Elements of Statistical
/// Learning, 2nd ed. 2009, section 7.10.
/// </summary>
/// <param name="Path">The fits to all rows.</param>
/// <param name="Errors">The error of each λ, in the order of the path.</param>
/// <param name="Best">The fit of the λ of least error. Its error is a little too small for having been chosen.</param>
/// <param name="Simplest">The fit of the largest λ whose error is at most one standard error above the least.</param>
public sealed record PenaltyValidation(PenalizedPath Path, IReadOnlyList<PenaltyError> Errors, PenalizedFit Best, PenalizedFit Simplest)
{
    internal static PenaltyValidation Of(
        PenalizedPath path,
        double[] weights,
        int folds,
        ulong seed,
        IReadOnlyList<int>? units,
        Func<double[], ElasticNetPenalty, PenalizedPath> refit,
        Func<PenalizedFit, int, double> loss)
    {
        DesignRows.SameLength(weights.Length, units?.Count ?? weights.Length, nameof(units));
        int[] weighed = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
        IReadOnlyList<int> dealt = RandomFolds.Of([.. weighed.Select(row => units?[row] ?? row)], folds, seed);
        ElasticNetPenalty same = path.Penalty with { Penalties = [.. path.Fits.Select(fit => fit.Penalty)] };
        double[][] losses = new double[folds][];
        double[] shares = new double[folds];
        double whole = weights.Sum();
        for (int fold = 0; fold < folds; fold++)
        {
            int[] left = [.. weighed.Where((_, place) => dealt[place] == fold)];
            double[] others = [.. weights];
            foreach (int row in left)
            {
                others[row] = 0;
            }

            double weight = left.Sum(row => weights[row]);
            shares[fold] = weight / whole;
            losses[fold] = [.. refit(others, same).Fits.Select(fit => left.Sum(row => weights[row] * loss(fit, row)) / weight)];
        }

        PenaltyError[] errors = [.. path.Fits.Select((fit, place) => Error(fit.Penalty, [.. losses.Select(fold => fold[place])], shares))];
        int best = 0;
        for (int place = 1; place < errors.Length; place++)
        {
            best = errors[place].Mean is double mean && !(errors[best].Mean <= mean) ? place : best;
        }

        double bound = (errors[best].Mean ?? double.PositiveInfinity) + (errors[best].StandardError ?? 0);
        int simplest = Array.FindIndex(errors, error => error.Mean <= bound);
        return errors[best].Mean is null
            ? throw new ArgumentException("rows: found no penalty whose predictions of the rows left out are finite; expected rows that are nearer to one another.", nameof(weights))
            : new PenaltyValidation(path, errors, path.Fits[best], path.Fits[simplest]);
    }

    private static PenaltyError Error(double penalty, double[] losses, double[] shares)
    {
        double mean = losses.Zip(shares, (one, share) => one * share).Sum();
        double variance = losses.Zip(shares, (one, share) => share * (one - mean) * (one - mean)).Sum() / (losses.Length - 1);
        return double.IsFinite(mean) && double.IsFinite(variance) ? new PenaltyError(penalty, mean, Math.Sqrt(variance)) : new PenaltyError(penalty, null, null);
    }
}
