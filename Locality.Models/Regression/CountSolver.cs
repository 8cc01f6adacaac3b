using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The best coefficients for a given dispersion, by iteratively reweighted least squares with the observed information, which is Newton's
/// method, or where that fails with the expected one; the log-likelihood is concave in the coefficients, so that the best is the only one.
/// Sources: McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, section 2.5; Hilbe, Negative Binomial Regression, 2nd ed. 2011,
/// section 8.2 (log link, observed information).
/// </summary>
internal static class CountSolver
{
    private const int MostSteps = 200;
    private const int MostHalvings = 60;

    /// <summary>A step that is halved to less than this share goes nowhere.</summary>
    private const double LeastShare = 1e-6;

    /// <summary>A row of great leverage could jump past what an exponential bears: no linear predictor moves farther in a step.</summary>
    private const double FarthestMove = 5;

    /// <summary>Returns the best coefficients.</summary>
    /// <param name="data">The data, checked to have a finite best.</param>
    /// <param name="dispersion">α; 0 is the Poisson distribution.</param>
    /// <param name="start">Coefficients to begin from; absent means from the counts.</param>
    /// <exception cref="ArgumentException">The steps do not end.</exception>
    internal static CountState Solve(CountData data, double dispersion, double[]? start)
    {
        CountState state = CountState.At(data, dispersion, start ?? Start(data, dispersion));
        for (int halving = 0; !double.IsFinite(state.Deviance) && halving < MostHalvings; halving++)
        {
            state = CountState.At(data, dispersion, [.. state.Coefficients.Select(value => value / 2)]);
        }

        int last = MostSteps;
        bool isStuck = false;
        for (int step = 0; step < last; step++)
        {
            // The observed curvature of a count of zero under a great mean is next to none: there the expected one leads on.
            ThinQr? newton = isStuck ? null : state.Factors(CountInformation.Observed);
            CountInformation information = newton is null ? CountInformation.Expected : CountInformation.Observed;
            double[] move = (newton ?? state.Factors(information))?.Solve(state.WeighedScores(information)) ?? throw Endless(data);
            double[] predicted = state.Image(move);
            double farthest = predicted.Max(Math.Abs);
            double gain = 0;
            for (int row = 0; row < predicted.Length; row++)
            {
                gain += state.Curvature(row, information) * predicted[row] * predicted[row];
            }

            // A step has twice the right digits of the one before: after this one the next is the last.
            bool isNear = gain < 1e-9 && farthest < 1e-3;
            last = isNear ? Math.Min(last, step + 3) : last;
            double share = Math.Min(1, FarthestMove / Math.Max(farthest, double.Epsilon));
            CountState next = Moved(state, move, share);
            for (int halving = 0; !isNear && !(next.Deviance <= state.Deviance + (1e-12 * Math.Abs(state.Deviance))) && halving < MostHalvings; halving++)
            {
                share /= 2;
                next = Moved(state, move, share);
            }

            isStuck = !isNear && share < LeastShare && information == CountInformation.Observed;
            state = double.IsFinite(next.Deviance) ? next : throw Endless(data);
        }

        return last < MostSteps ? state : throw Endless(data);
    }

    private static CountState Moved(CountState state, double[] move, double share) =>
        CountState.At(state.Data, state.Dispersion, [.. state.Coefficients.Zip(move, (from, by) => from + (share * by))]);

    // Least squares of ln(y + ½) as if that were the mean.
    private static double[] Start(CountData data, double dispersion)
    {
        double[] root = [.. data.Counts.Select((count, row) => Math.Sqrt(data.Weights[row] * (count + 0.5) / (1 + (dispersion * (count + 0.5)))))];
        double[][] columns = [.. data.Design.Select(column => column.Select((value, row) => value * root[row]).ToArray())];
        double[] right = [.. data.Counts.Select((count, row) => root[row] * (PortableMath.Log(count + 0.5) - data.Offsets[row]))];
        return ThinQr.Of(columns)?.Solve(right) ?? new double[columns.Length];
    }

    private static ArgumentException Endless(CountData data) =>
        new($"{string.Join(", ", data.Columns)}: found no finite best coefficients; expected columns that differ, on rows of similar offsets, and counts above zero on every side of each.", nameof(data));
}
