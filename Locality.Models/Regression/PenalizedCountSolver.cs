using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The best coefficients of counts under one penalty: Newton's steps, each the least of a quadratic with the penalty, halved until they descend.
/// Sources: Friedman, Hastie and Tibshirani, Journal of Statistical Software 33(1), 2010, section 3; Lee, Sun and Saunders, "Proximal
/// Newton-type methods for minimizing composite functions", SIAM Journal on Optimization 24(3), 2014, algorithm 1 (what counts as descent).
/// </summary>
internal sealed class PenalizedCountSolver
{
    private const int MostSteps = 300;
    private const int MostHalvings = 60;

    /// <summary>A row of great leverage could jump past what an exponential bears: no linear predictor moves farther in a step.</summary>
    private const double FarthestMove = 5;

    /// <summary>How far a condition may fail: as a share of the null fit's mean score, and of what a score sums, by rounding of exponentials.</summary>
    private const double Share = 1e-11;
    private const double Rounding = 3e-14;

    /// <summary>What is accepted where rounding lets no step descend.</summary>
    private const double Slack = 100;

    private readonly PenalizedDesign design;
    private readonly CountData scaled;
    private readonly double dispersion;
    private readonly double scale;

    internal PenalizedCountSolver(CountData data, PenalizedDesign design, double dispersion)
    {
        (this.design, this.dispersion, scaled) = (design, dispersion, data.WithDesign(design.Columns));
        CountData alone = data.WithoutColumns();
        double[] start = new double[data.Columns.Count];
        if (data.HasIntercept)
        {
            start[0] = CountSolver.Solve(alone, dispersion, null).Coefficients[0];
        }

        Null = CountState.At(scaled, dispersion, start);
        scale = Enumerable.Range(0, data.Rows).Sum(row => Math.Abs(Null.Score(row))) / design.Weight;
    }

    /// <summary>Gets the fit with all coefficients but the intercept zero.</summary>
    internal CountState Null { get; }

    /// <summary>The derivatives of the log-likelihood per unit of weight in the scaled coefficients.</summary>
    internal double[] Gradient(CountState state) => design.Products([.. Enumerable.Range(0, scaled.Rows).Select(state.Score)]);

    /// <summary>Returns the best for a penalty.</summary>
    /// <param name="state">Where to begin.</param>
    /// <param name="sparsity">The penalty on sizes.</param>
    /// <param name="shrinkage">The penalty on squares.</param>
    /// <param name="before">The penalty on sizes that the beginning is best for; absent without one.</param>
    /// <exception cref="ArgumentException">The steps do not end.</exception>
    internal CountState Solve(CountState state, double sparsity, double shrinkage, double? before)
    {
        for (int step = 0; step < MostSteps; step++)
        {
            double[] gradient = Gradient(state);
            double allowed = Allowed(state);
            double violation = QuadraticElasticNet.Violation(gradient, state.Coefficients, design.Free, sparsity, shrinkage);
            if (violation <= allowed)
            {
                return state;
            }

            // Those in, those that must come in, and at first those likely to (Tibshirani and others, JRSS B 74(2), 2012, equation 7).
            double likely = step == 0 && before is double last ? Math.Max(0, (2 * sparsity) - last) : sparsity;
            double[] from = state.Coefficients;
            int[] chosen = [.. Enumerable.Range(0, from.Length).Where(j => j < design.Free || from[j] != 0 || Math.Abs(gradient[j]) > likely)];
            double[][] curvature = design.Curvature(chosen, Curvatures(state));
            double[] best = QuadraticElasticNet.Solve(
                curvature, [.. chosen.Select(j => gradient[j])], [.. chosen.Select(j => from[j])], design.Free, sparsity, shrinkage, 0.1 * allowed);
            double[] move = new double[from.Length];
            double descent = 0;
            foreach ((int place, int j) in chosen.Index())
            {
                move[j] = best[place] - from[j];
                descent -= gradient[j] * move[j];
                descent += j < design.Free ? 0 : Size(best[place], sparsity, shrinkage) - Size(from[j], sparsity, shrinkage);
            }

            if (Descended(state, move, descent, sparsity, shrinkage) is not CountState next)
            {
                return violation <= Slack * allowed ? state : throw Endless(scaled);
            }

            state = next;
        }

        return QuadraticElasticNet.Violation(Gradient(state), state.Coefficients, design.Free, sparsity, shrinkage) <= Slack * Allowed(state) ? state : throw Endless(scaled);
    }

    /// <summary>The effective degrees of freedom at a fit.</summary>
    internal double Degrees(CountState state, double shrinkage)
    {
        int[] kept = [.. Enumerable.Range(0, state.Coefficients.Length).Where(j => j < design.Free || state.Coefficients[j] != 0)];
        return EffectiveDegrees.Of(design.Curvature(kept, Curvatures(state)), design.Free, shrinkage);
    }

    private static double Size(double value, double sparsity, double shrinkage) => (sparsity * Math.Abs(value)) + (0.5 * shrinkage * value * value);

    private double[] Curvatures(CountState state) => [.. Enumerable.Range(0, scaled.Rows).Select(row => state.Curvature(row, CountInformation.Observed))];

    private double Allowed(CountState state)
    {
        double size = 0;
        for (int row = 0; row < scaled.Rows; row++)
        {
            size += scaled.Weights[row] == 0 ? 0 : scaled.Weights[row] / design.Weight * (scaled.Counts[row] + state.Means[row]) / (1 + (dispersion * state.Means[row]));
        }

        return Math.Max(Share * scale, Rounding * size) * Math.Max(design.LargestSpread, 1e-300);
    }

    private CountState? Descended(CountState state, double[] move, double descent, double sparsity, double shrinkage)
    {
        double farthest = state.Image(move).Max(Math.Abs);
        double share = Math.Min(1, FarthestMove / Math.Max(farthest, double.Epsilon));
        double height = Height(state, sparsity, shrinkage);

        // Where all that can be gained is rounding, the step is as good as its size is small.
        bool isNear = -descent <= 1e-12 * Math.Abs(height) && farthest < 1e-3;
        for (int halving = 0; halving < MostHalvings; halving++)
        {
            CountState next = CountState.At(scaled, dispersion, [.. state.Coefficients.Select((value, j) => value + (share * move[j]))]);
            double there = Height(next, sparsity, shrinkage);
            if (double.IsFinite(there) && (isNear || there <= height + (1e-4 * share * descent)))
            {
                return next;
            }

            share /= 2;
        }

        return null;
    }

    private double Height(CountState state, double sparsity, double shrinkage) =>
        (0.5 * state.Deviance / design.Weight) + state.Coefficients.Skip(design.Free).Sum(value => Size(value, sparsity, shrinkage));

    private static ArgumentException Endless(CountData data) =>
        new($"{string.Join(", ", data.Columns)}: found no best coefficients for a penalty; expected rows of similar offsets and columns without extreme values, or larger penalties.", nameof(data));
}
