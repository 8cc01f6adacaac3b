using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Regression of counts with a log link, as <see cref="CountRegression"/>, under a penalty: the least of half the deviance per unit of weight plus
/// the penalty, for each λ of a path. Columns may determine one another or have counts of zero alone on one side, and there may be more of them
/// than rows. Thread-safe, the same bits on every platform.
/// Source: Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent", Journal of
/// Statistical Software 33(1), 2010.
/// </summary>
public static class PenalizedCountRegression
{
    /// <summary>Fits the path, each λ from the fit of the one before.</summary>
    /// <param name="data">The counts and their columns.</param>
    /// <param name="penalty">The penalty.</param>
    /// <param name="dispersion">α of a negative binomial fit, finite, zero or more; 0 is the Poisson distribution.</param>
    /// <exception cref="ArgumentException">The penalty or dispersion is out of range, all counts are zero, no column explains anything and no λ are given, or there is no finite best.</exception>
    public static PenalizedPath Path(CountData data, ElasticNetPenalty penalty, double dispersion = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(penalty);
        penalty.Check();
        if (!(dispersion >= 0 && double.IsFinite(dispersion)))
        {
            throw new ArgumentOutOfRangeException(nameof(dispersion), dispersion, "dispersion: expected a finite number, zero or more.");
        }

        DesignCheck.RefuseZeros(data);
        PenalizedDesign design = PenalizedDesign.Of(data.Design, data.HasIntercept, data.Weights, penalty.IsStandardized);
        PenalizedCountSolver solver = new(data, design, dispersion);
        CountState state = solver.Null;
        double steepest = solver.Gradient(state).Skip(design.Free).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double[] penalties = penalty.Path(steepest, data.Weights.Count(weight => weight > 0) < data.Columns.Count);
        List<PenalizedFit> fits = [];
        double? before = null;
        foreach (double value in penalties)
        {
            double shrinkage = value * (1 - penalty.Mixing);
            state = solver.Solve(state, value * penalty.Mixing, shrinkage, before);
            before = value * penalty.Mixing;
            fits.Add(new PenalizedFit(design, true, value, state.Coefficients, state.Deviance, solver.Degrees(state, shrinkage)));
        }

        return new PenalizedPath(data.Columns, penalty, fits, solver.Null.Deviance);
    }

    /// <summary>Fits the path, and measures by folds left out in turn how far each λ's predictions are off: the mean deviance.</summary>
    /// <param name="data">The counts and their columns.</param>
    /// <param name="penalty">The penalty; the λ are those of all rows.</param>
    /// <param name="folds">How many folds, 2 or more.</param>
    /// <param name="seed">The seed that deals rows to folds.</param>
    /// <param name="dispersion">α, finite, zero or more.</param>
    /// <param name="units">The unit of each row, such as a place: all its rows go to one fold. Absent means each row is a unit.</param>
    /// <exception cref="ArgumentException">As for <see cref="Path"/>, also for the rows without a fold; or the folds or units do not suit the rows.</exception>
    public static PenaltyValidation CrossValidate(CountData data, ElasticNetPenalty penalty, int folds, ulong seed, double dispersion = 0, IReadOnlyList<int>? units = null)
    {
        PenalizedPath path = Path(data, penalty, dispersion);
        return PenaltyValidation.Of(
            path,
            data.Weights,
            folds,
            seed,
            units,
            (weights, same) => Path(data.WithWeights(weights), same, dispersion),
            (fit, row) => 2 * CountProbability.HalfDeviance(
                data.Counts[row],
                fit.Mean([.. data.Design.Skip(data.HasIntercept ? 1 : 0).Select(column => column[row])], data.Offsets[row]),
                dispersion));
    }
}
