namespace LocalitySim.Models;

/// <summary>What a logistic regression is fitted to.</summary>
/// <param name="Design">The columns, an intercept among them where there is one.</param>
/// <param name="Outcomes">Whether the event followed.</param>
/// <param name="Offsets">What is added to each row's log odds; null for nothing.</param>
/// <param name="Ridge">The penalty on half the square of each coefficient; zero for none.</param>
internal sealed record LogisticProblem(double[][] Design, bool[] Outcomes, double[]? Offsets, double[] Ridge)
{
    private const int MostSteps = 50;
    private const int MostHalvings = 60;

    /// <summary>A row of great leverage could jump far past the best: no log odds move farther in a step.</summary>
    private const double FarthestMove = 5;

    /// <summary>The change of each row's log odds for a change of the coefficients.</summary>
    internal double[] Image(double[] coefficients)
    {
        double[] image = new double[Outcomes.Length];
        for (int column = 0; column < coefficients.Length; column++)
        {
            double[] values = Design[column];
            for (int row = 0; row < image.Length; row++)
            {
                image[row] += coefficients[column] * values[row];
            }
        }

        return image;
    }

    /// <summary>
    /// Finds the best coefficients by iteratively reweighted least squares, which is Newton's method here, with halved steps; or, where there
    /// are none, the direction in which the likelihood grows without end: near a finite best the steps vanish, along such a direction
    /// they do not. Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, sections 2.5 and 4.4.
    /// </summary>
    internal (LogisticState? Best, double[]? Endless) Solve()
    {
        LogisticState state = new(this, new double[Design.Length]);
        double[]? move = null;
        int last = MostSteps;
        for (int step = 0; step < last; step++)
        {
            if (state.Factors() is not { } factors)
            {
                return (null, move);
            }

            move = state.Step(factors);
            double[] predicted = Image(move);
            double farthest = predicted.Max(Math.Abs);
            double gain = 0;
            for (int row = 0; row < predicted.Length; row++)
            {
                gain += state.Curvature(row) * predicted[row] * predicted[row];
            }

            // A step has twice the right digits of the one before: after this one the next is the last.
            bool isNear = gain < 1e-9 && farthest < 1e-3;
            last = isNear ? Math.Min(last, step + 3) : last;
            double share = Math.Min(1, FarthestMove / Math.Max(farthest, double.Epsilon));
            LogisticState next = Moved(state, move, share);
            for (int halving = 0; !isNear && !(next.Objective <= state.Objective * (1 + 1e-12)) && halving < MostHalvings; halving++)
            {
                share /= 2;
                next = Moved(state, move, share);
            }

            state = next;
        }

        return last < MostSteps ? (state, null) : (null, move);
    }

    private LogisticState Moved(LogisticState state, double[] move, double share) =>
        new(this, [.. state.Coefficients.Zip(move, (from, by) => from + (share * by))]);
}
