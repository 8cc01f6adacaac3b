using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The least of ½ v′Gv − c′v + s Σ|v| + ½ r Σv², the sums over all but the first coefficients: by cyclic coordinate descent, and between its
/// rounds by direct solutions on the coefficients that are not zero, as far as their signs hold. Both only descend, so that together they end
/// where coordinate descent does, but columns that are nearly one another do not slow them.
/// Sources: Friedman, Hastie and Tibshirani, Journal of Statistical Software 33(1), 2010, section 2 (coordinate descent); Osborne, Presnell and
/// Turlach, "A new approach to variable selection in least squares problems", IMA Journal of Numerical Analysis 20(3), 2000, section 2 (steps to where a sign changes).
/// </summary>
internal static class QuadraticElasticNet
{
    private const int MostRounds = 1_000;
    private const int RoundsBetweenSolutions = 3;
    private const int FurtherSolutions = 3;

    /// <summary>Less of a column than this is taken for none of its own.</summary>
    private const double LeastOwnShare = 1e-11;
    private const double Little = 1e-10;

    /// <summary>Returns v.</summary>
    /// <param name="curvature">G, symmetric, positive semidefinite.</param>
    /// <param name="gradient">c − Gv at the start.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="free">How many coefficients at the start of v have no penalty.</param>
    /// <param name="sparsity">s, zero or more.</param>
    /// <param name="shrinkage">r, zero or more.</param>
    /// <param name="tolerance">By how much a condition of the optimum may fail.</param>
    internal static double[] Solve(double[][] curvature, double[] gradient, double[] start, int free, double sparsity, double shrinkage, double tolerance)
    {
        double[] v = [.. start];
        double[] rest = [.. gradient];
        if (sparsity == 0 && Face(curvature, rest, v, free, 0, shrinkage, true) is not null)
        {
            return v;
        }

        for (int round = 0; round < MostRounds; round++)
        {
            for (int j = 0; j < v.Length; j++)
            {
                bool isFree = j < free;
                double own = curvature[j][j] + (isFree ? 0 : shrinkage);
                if (own > 0)
                {
                    double pull = rest[j] + (curvature[j][j] * v[j]);
                    Move(curvature, rest, v, j, (isFree ? pull : Soft(pull, sparsity)) / own);
                }
            }

            if (Violation(rest, v, free, sparsity, shrinkage) <= tolerance)
            {
                return v;
            }

            // Each turn but the last ones makes a coefficient zero.
            bool goesOn = round % RoundsBetweenSolutions == RoundsBetweenSolutions - 1;
            for (int turn = 0; goesOn && turn < v.Length + FurtherSolutions; turn++)
            {
                bool? isWhole = Face(curvature, rest, v, free, sparsity, shrinkage, false);
                Begin(curvature, gradient, start, v, rest);
                if (Violation(rest, v, free, sparsity, shrinkage) <= tolerance)
                {
                    return v;
                }

                goesOn = isWhole == false || (isWhole == true && turn < FurtherSolutions);
            }
        }

        return v;
    }

    /// <summary>By how much the worst condition of the optimum fails (Karush, Kuhn and Tucker): the gradient is what the penalty balances, or less where a coefficient is zero.</summary>
    internal static double Violation(double[] gradient, double[] v, int free, double sparsity, double shrinkage)
    {
        double worst = 0;
        for (int j = 0; j < v.Length; j++)
        {
            double off = j < free ? Math.Abs(gradient[j])
                : v[j] == 0 ? Math.Max(0, Math.Abs(gradient[j]) - sparsity)
                : Math.Abs(gradient[j] - (shrinkage * v[j]) - (sparsity * Math.Sign(v[j])));
            worst = Math.Max(worst, off);
        }

        return worst;
    }

    private static double Soft(double pull, double sparsity) =>
        pull > sparsity ? pull - sparsity : pull < -sparsity ? pull + sparsity : 0;

    /// <summary>Works the gradient out afresh: what has come and gone in it is rounding.</summary>
    private static void Begin(double[][] curvature, double[] gradient, double[] start, double[] v, double[] rest)
    {
        Array.Copy(gradient, rest, rest.Length);
        for (int j = 0; j < v.Length; j++)
        {
            double by = v[j] - start[j];
            for (int i = 0; by != 0 && i < rest.Length; i++)
            {
                rest[i] -= curvature[j][i] * by;
            }
        }
    }

    private static void Move(double[][] curvature, double[] rest, double[] v, int j, double to)
    {
        double by = to - v[j];
        v[j] = to;
        double[] column = curvature[j];
        for (int i = 0; by != 0 && i < rest.Length; i++)
        {
            rest[i] -= column[i] * by;
        }
    }

    /// <summary>Moves to the best v of the same signs, or to the first zero on the way. True for the best, false for a zero; null, and no move, where no step is found.</summary>
    private static bool? Face(double[][] curvature, double[] rest, double[] v, int free, double sparsity, double shrinkage, bool isForAll)
    {
        int[] places = [.. Enumerable.Range(0, v.Length).Where(j => isForAll || j < free || v[j] != 0)];
        double[,] matrix = new double[places.Length, places.Length];
        double[] right = new double[places.Length];
        for (int a = 0; a < places.Length; a++)
        {
            int j = places[a];
            bool isFree = j < free;
            for (int b = 0; b <= a; b++)
            {
                matrix[a, b] = curvature[j][places[b]];
            }

            matrix[a, a] += isFree ? 0 : shrinkage;
            right[a] = rest[j] - (isFree ? 0 : (shrinkage * v[j]) + (sparsity * Math.Sign(v[j])));
        }

        if (Step(matrix, right) is not double[] step)
        {
            return null;
        }

        double share = 1;
        int first = -1;
        for (int a = 0; a < places.Length; a++)
        {
            int j = places[a];
            if (!isForAll && j >= free && Math.Sign(v[j] + step[a]) != Math.Sign(v[j]) && -v[j] / step[a] < share)
            {
                (share, first) = (-v[j] / step[a], j);
            }
        }

        for (int a = 0; a < places.Length; a++)
        {
            v[places[a]] += share * step[a];
        }

        if (first >= 0)
        {
            v[first] = 0;
        }

        return first < 0;
    }

    /// <summary>
    /// The step to where the gradient is zero. Where columns determine one another, one of many, or none: then that with a little added for the
    /// size of the step (the proximal point step: Rockafellar, "Monotone operators and the proximal point algorithm", SIAM Journal on Control
    /// and Optimization 14(5), 1976), which leaves of the gradient no more than that little times the step, and runs far where the penalty falls all the way.
    /// </summary>
    private static double[]? Step(double[,] matrix, double[] right)
    {
        if (CholeskyFactor.Of(matrix, LeastOwnShare) is CholeskyFactor factor)
        {
            return factor.Solve(right);
        }

        double largest = 0;
        for (int a = 0; a < right.Length; a++)
        {
            largest = Math.Max(largest, matrix[a, a]);
        }

        for (int a = 0; a < right.Length; a++)
        {
            matrix[a, a] += Little * largest;
        }

        return CholeskyFactor.Of(matrix)?.Solve(right);
    }
}
