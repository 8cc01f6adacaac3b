using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Linear regression of measured responses under a penalty: the least of Σ w (y − Xβ)²/(2 Σ w) plus the penalty, for each λ of a path.
/// Columns may determine one another, and there may be more of them than rows. Thread-safe, the same bits on every platform.
/// Sources: Hoerl and Kennard, "Ridge regression", Technometrics 12(1), 1970; Tibshirani, "Regression shrinkage and selection via the lasso",
/// JRSS B 58(1), 1996; Friedman, Hastie and Tibshirani, Journal of Statistical Software 33(1), 2010.
/// </summary>
public static class PenalizedLeastSquares
{
    /// <summary>By how much an optimum's condition may fail, in spreads of the responses times the largest spread of a column.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Fits the path. Ridge is solved by one decomposition for all λ, the others by coordinate descent, each λ from the fit of the one before.</summary>
    /// <param name="data">The responses and their columns.</param>
    /// <param name="penalty">The penalty.</param>
    /// <exception cref="ArgumentException">The penalty is out of range, or no column explains anything and no λ are given.</exception>
    public static PenalizedPath Path(LinearData data, ElasticNetPenalty penalty)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(penalty);
        penalty.Check();
        double weight = data.Weights.Sum();
        double centre = 0;
        for (int row = 0; data.HasIntercept && row < data.Rows; row++)
        {
            centre += data.Weights[row] / weight * data.Responses[row];
        }

        PenalizedDesign design = PenalizedDesign.Of(data.Design, data.HasIntercept, data.Weights, penalty.IsStandardized, centre);
        double[] gaps = [.. data.Responses.Select(response => response - centre)];
        double spread = Math.Sqrt(gaps.Select((gap, row) => data.Weights[row] / weight * gap * gap).Sum());
        if (!double.IsFinite(spread))
        {
            throw new ArgumentException("responses: found values too large for their squares; expected smaller ones: give them in a larger unit.", nameof(data));
        }

        // In units of the responses' spread, so that no tolerance depends on their unit.
        double unit = spread > 0 ? spread : 1;
        double[] right = [.. gaps.Select((gap, row) => data.Weights[row] * (gap / unit))];
        double[] pulls = design.Products(right);
        int weighed = data.Weights.Count(one => one > 0);
        double steepest = 0;
        for (int column = design.Free; column < pulls.Length; column++)
        {
            steepest = Math.Max(steepest, Math.Abs(pulls[column]));
        }

        double[] penalties = penalty.Path(steepest > 1e-14 * design.LargestSpread ? steepest * unit : 0, weighed < data.Columns.Count);
        (double[] Scaled, double Degrees)[] solutions = penalty.Mixing == 0
            ? RidgePath.Solve(design, data.Weights, right, pulls, penalties)
            : Sparse(design, data.Weights, pulls, penalties, penalty.Mixing, unit);
        List<PenalizedFit> fits = [];
        foreach ((int place, (double[] scaled, double degrees)) in solutions.Index())
        {
            double[] coefficients = [.. scaled.Select(value => value * unit)];
            fits.Add(new PenalizedFit(design, false, penalties[place], coefficients, Squares(design, data.Weights, gaps, coefficients), degrees));
        }

        return new PenalizedPath(data.Columns, penalty, fits, spread * spread * weight);
    }

    /// <summary>Fits the path, and measures by folds left out in turn how far each λ's predictions are off: the mean squared error.</summary>
    /// <param name="data">The responses and their columns.</param>
    /// <param name="penalty">The penalty; the λ are those of all rows.</param>
    /// <param name="folds">How many folds, 2 or more.</param>
    /// <param name="seed">The seed that deals rows to folds.</param>
    /// <param name="units">The unit of each row, such as a place: all its rows go to one fold. Absent means each row is a unit.</param>
    /// <exception cref="ArgumentException">As for <see cref="Path"/>, or the folds or units do not suit the rows.</exception>
    public static PenaltyValidation CrossValidate(LinearData data, ElasticNetPenalty penalty, int folds, ulong seed, IReadOnlyList<int>? units = null)
    {
        PenalizedPath path = Path(data, penalty);
        return PenaltyValidation.Of(
            path,
            data.Weights,
            folds,
            seed,
            units,
            (weights, same) => Path(data.WithWeights(weights), same),
            (fit, row) =>
            {
                double gap = data.Responses[row] - fit.Mean([.. data.Design.Skip(data.HasIntercept ? 1 : 0).Select(column => column[row])], 0);
                return gap * gap;
            });
    }

    private static (double[] Scaled, double Degrees)[] Sparse(PenalizedDesign design, double[] weights, double[] pulls, double[] penalties, double mixing, double unit)
    {
        // Centred columns need no intercept: that is the responses' mean.
        int[] columns = [.. Enumerable.Range(design.Free, pulls.Length - design.Free)];
        double[][] products = design.Curvature(columns, weights);
        double[] pull = pulls[design.Free..];
        double[] v = new double[columns.Length];
        List<(double[], double)> solutions = [];
        double before = double.PositiveInfinity;
        double tolerance = Tolerance * design.LargestSpread;
        foreach (double penalty in penalties)
        {
            double sparsity = penalty * mixing / unit;
            double shrinkage = penalty * (1 - mixing);
            HashSet<int> active = [];
            for (int turn = 0; turn <= columns.Length; turn++)
            {
                double[] rest = [.. columns.Select((_, j) => pull[j] - VectorProduct.Of(products[j], v))];

                // Those in, those that must come in, and those likely to (Tibshirani and others, "Strong rules for discarding predictors", JRSS B 74(2), 2012, equation 7).
                double likely = turn == 0 && double.IsFinite(before) ? Math.Max(0, (2 * sparsity) - before) : sparsity;
                int known = active.Count;
                active.UnionWith(Enumerable.Range(0, v.Length).Where(j => v[j] != 0 || Math.Abs(rest[j]) > (turn == 0 ? likely : sparsity + tolerance)));
                if (turn > 0 && active.Count == known)
                {
                    break;
                }

                int[] chosen = [.. active.Order()];
                double[][] part = [.. chosen.Select(i => chosen.Select(j => products[i][j]).ToArray())];
                double[] solved = QuadraticElasticNet.Solve(part, [.. chosen.Select(j => rest[j])], [.. chosen.Select(j => v[j])], 0, sparsity, shrinkage, tolerance);
                foreach ((int place, int j) in chosen.Index())
                {
                    v[j] = solved[place];
                }
            }

            before = sparsity;
            int[] kept = [.. Enumerable.Range(0, v.Length).Where(j => v[j] != 0)];
            double degrees = design.Free + EffectiveDegrees.Of([.. kept.Select(i => kept.Select(j => products[i][j]).ToArray())], 0, shrinkage);
            solutions.Add(([.. Enumerable.Repeat(0.0, design.Free), .. v], degrees));
        }

        return [.. solutions];
    }

    private static double Squares(PenalizedDesign design, double[] weights, double[] gaps, double[] coefficients)
    {
        double[] rest = [.. gaps];
        for (int column = design.Free; column < coefficients.Length; column++)
        {
            for (int row = 0; coefficients[column] != 0 && row < rest.Length; row++)
            {
                rest[row] -= coefficients[column] * design.Columns[column][row];
            }
        }

        return rest.Select((gap, row) => weights[row] > 0 ? weights[row] * gap * gap : 0).Sum();
    }
}
