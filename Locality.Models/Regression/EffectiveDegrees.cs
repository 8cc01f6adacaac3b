using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The trace of H (H + rI)⁻¹, the first coefficients without r: how many coefficients a penalised fit is worth. With r = 0 it is H's rank.
/// Source: Tibshirani and Taylor, "Degrees of freedom in lasso problems", Annals of Statistics 40(2), 2012.
/// </summary>
internal static class EffectiveDegrees
{
    private const double LeastShare = 1e-12;

    internal static double Of(double[][] curvature, int free, double shrinkage)
    {
        int count = curvature.Length;
        double[,] matrix = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                matrix[i, j] = curvature[i][j] + (i == j && i >= free ? shrinkage : 0);
            }
        }

        if (CholeskyFactor.Of(matrix, LeastShare) is not CholeskyFactor factor)
        {
            IReadOnlyList<double> values = SymmetricEigen.Of(matrix).Values;
            return values.Count(value => value > LeastShare * values[0]);
        }

        double trace = count;
        for (int j = free; shrinkage > 0 && j < count; j++)
        {
            double[] one = new double[count];
            one[j] = 1;
            trace -= shrinkage * factor.Solve(one)[j];
        }

        return trace;
    }
}
