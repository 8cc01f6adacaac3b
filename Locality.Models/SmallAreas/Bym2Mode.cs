using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The most likely coefficients and effects for a given covariance K of the effects, with Laplace's approximation of the likelihood of that
/// covariance. Only K is used and never its inverse, so that K may be singular.
/// Sources: Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, algorithm 3.1 (the effects, by B = I + √W K √W) and section
/// 2.7 (coefficients with a flat prior); Tierney and Kadane, JASA 81(393), 1986.
/// </summary>
/// <param name="Coefficients">The coefficients β.</param>
/// <param name="Pulls">a, with K a the effects: at the mode the counts less their means.</param>
/// <param name="Predictors">Each area's ln rate: columns times coefficients and the effect.</param>
/// <param name="LogLikelihood">ln of the counts' probability with effects and coefficients integrated out, the coefficients' flat density counting 1.</param>
internal sealed record Bym2Mode(double[] Coefficients, double[] Pulls, double[] Predictors, double LogLikelihood)
{
    private const int MostSteps = 200;
    private const int MostHalvings = 60;
    private const double FarthestMove = 4;
    private const double LeastWeight = 1e-12;
    private const double LogTwoPi = 1.8378770664093453;

    /// <summary>Finds the mode by Newton's method from coefficients and pulls.</summary>
    /// <exception cref="ArgumentException">The steps do not end.</exception>
    internal static Bym2Mode Find(CountData data, double[][] covariance, double[] coefficients, double[] pulls)
    {
        (double[] beta, double[] a) = (coefficients, pulls);
        double[] predictors = Predict(data, covariance, beta, a);
        double best = Objective(data, covariance, predictors, a);
        for (int step = 0; step < MostSteps; step++)
        {
            Bym2Weights weights = Bym2Weights.At(data, covariance, Means(data, predictors));
            (double[] nextBeta, double[] nextA) = weights.Solve(data, predictors);
            double[] moved = Predict(data, covariance, nextBeta, nextA);
            double farthest = moved.Zip(predictors, (to, from) => Math.Abs(to - from)).Max();
            bool isNear = farthest < 1e-6;
            double share = Math.Min(1, FarthestMove / Math.Max(farthest, double.Epsilon));
            for (int halving = 0; ; halving++)
            {
                double[] tryBeta = Between(beta, nextBeta, share);
                double[] tryA = Between(a, nextA, share);
                double[] tryPredictors = Between(predictors, moved, share);
                double objective = Objective(data, covariance, tryPredictors, tryA);
                if (isNear || objective >= best - (1e-10 * Math.Abs(best)) || halving == MostHalvings)
                {
                    (beta, a, predictors, best) = (tryBeta, tryA, tryPredictors, objective);
                    break;
                }

                share /= 2;
            }

            if (isNear)
            {
                // A step has twice the right digits of the one before, so that the curvature is taken where the step ended.
                weights = Bym2Weights.At(data, covariance, Means(data, predictors));
                double log = best + data.Counts.Sum(count => 1 + CountProbability.LogPoisson(count, 1)) - (0.5 * weights.Effects.LogDeterminant) - (0.5 * weights.Coefficients(data).LogDeterminant) + (0.5 * beta.Length * LogTwoPi); // ln y! = −1 − ln P(y) at a mean of 1
                return double.IsFinite(log) ? new Bym2Mode(beta, a, predictors, log) : throw Endless(data);
            }
        }

        throw Endless(data);
    }

    internal static double[] Means(CountData data, double[] predictors) =>
        [.. predictors.Select((value, row) => Math.Max(PortableMath.Exp(Math.Min(value + data.Offsets[row], 700)), LeastWeight))];

    private static double[] Predict(CountData data, double[][] covariance, double[] beta, double[] a)
    {
        double[] predictors = new double[data.Rows];
        for (int row = 0; row < predictors.Length; row++)
        {
            double sum = 0;
            double[] mine = covariance[row];
            for (int other = 0; other < mine.Length; other++)
            {
                sum += mine[other] * a[other];
            }

            for (int column = 0; column < beta.Length; column++)
            {
                sum += beta[column] * data.Design[column][row];
            }

            predictors[row] = sum;
        }

        return predictors;
    }

    // Σ ln P(y) − ½ aᵀKa, but for Σ ln y!.
    private static double Objective(CountData data, double[][] covariance, double[] predictors, double[] a)
    {
        double[] means = Means(data, predictors);
        double sum = 0;
        for (int row = 0; row < means.Length; row++)
        {
            double effect = 0;
            double[] mine = covariance[row];
            for (int other = 0; other < mine.Length; other++)
            {
                effect += mine[other] * a[other];
            }

            sum += (data.Counts[row] * (predictors[row] + data.Offsets[row])) - means[row] - (0.5 * a[row] * effect);
        }

        return sum;
    }

    private static double[] Between(double[] from, double[] to, double share) => [.. from.Zip(to, (one, other) => one + (share * (other - one)))];

    private static ArgumentException Endless(CountData data) =>
        new($"{string.Join(", ", data.Columns)}: found no finite best coefficients and effects; expected columns that differ, and counts above zero on every side of each.", nameof(data));
}
