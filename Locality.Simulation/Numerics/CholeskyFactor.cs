namespace LocalitySim.Simulation;

/// <summary>
/// The Cholesky factor L of a positive definite matrix L Lᵀ. Immutable and thread-safe.
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, 2013, section 4.2.
/// </summary>
public sealed class CholeskyFactor
{
    private readonly double[][] lower;

    private CholeskyFactor(double[][] lower) => this.lower = lower;

    /// <summary>Factors a symmetric matrix. Returns <c>null</c> where it is not positive definite, or so nearly so that a column keeps less than the least share.</summary>
    /// <param name="matrix">The matrix, square; only its lower triangle is read.</param>
    /// <param name="leastOwnShare">The least share of a diagonal element that the columns before may leave of it.</param>
    public static CholeskyFactor? Of(double[,] matrix, double leastOwnShare = 1e-13) => Of(matrix, leastOwnShare, out _);

    /// <summary>Solves matrix × x = right-hand side.</summary>
    /// <param name="right">The right-hand side: a number for each row.</param>
    public double[] Solve(double[] right)
    {
        ArgumentNullException.ThrowIfNull(right);
        double[] x = (double[])right.Clone();
        for (int j = 0; j < x.Length; j++)
        {
            for (int k = 0; k < j; k++)
            {
                x[j] -= lower[j][k] * x[k];
            }

            x[j] /= lower[j][j];
        }

        for (int j = x.Length - 1; j >= 0; j--)
        {
            for (int k = j + 1; k < x.Length; k++)
            {
                x[j] -= lower[k][j] * x[k];
            }

            x[j] /= lower[j][j];
        }

        return x;
    }

    /// <summary>As the other; says which column came first that left too little.</summary>
    internal static CholeskyFactor? Of(double[,] matrix, double leastOwnShare, out int fault)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int count = matrix.GetLength(0);
        double[][] root = new double[count][];
        for (int j = 0; j < count; j++)
        {
            root[j] = new double[j + 1];
            for (int k = 0; k <= j; k++)
            {
                double sum = matrix[j, k];
                for (int l = 0; l < k; l++)
                {
                    sum -= root[j][l] * root[k][l];
                }

                if (k < j)
                {
                    root[j][k] = sum / root[k][k];
                }
                else if (sum > leastOwnShare * matrix[j, j] && double.IsFinite(sum))
                {
                    root[j][j] = Math.Sqrt(sum);
                }
                else
                {
                    fault = j;
                    return null;
                }
            }
        }

        fault = -1;
        return new CholeskyFactor(root);
    }
}
