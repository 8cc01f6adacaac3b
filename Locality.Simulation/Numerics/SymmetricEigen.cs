namespace LocalitySim.Simulation;

/// <summary>
/// The eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations.
/// Immutable and thread-safe. Source: Golub and Van Loan, Matrix Computations, 4th edition, 2013, section 8.5 (algorithms 8.5.1 and 8.5.3).
/// </summary>
public sealed class SymmetricEigen
{
    private const int MostSweeps = 60;

    private SymmetricEigen(double[] values, double[][] vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>Gets the eigenvalues, the largest first.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Gets the eigenvectors, of length 1, in the order of the eigenvalues; the largest component of each is positive.</summary>
    public IReadOnlyList<double[]> Vectors { get; }

    /// <summary>Decomposes a symmetric matrix.</summary>
    /// <param name="matrix">The matrix, square, of finite numbers; its lower triangle is not read.</param>
    public static SymmetricEigen Of(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int count = matrix.GetLength(0);
        double[,] a = new double[count, count];
        double[][] vectors = new double[count][];
        double scale = 0;
        for (int row = 0; row < count; row++)
        {
            vectors[row] = new double[count];
            vectors[row][row] = 1;
            for (int column = row; column < count; column++)
            {
                a[row, column] = a[column, row] = matrix[row, column];
                scale = Math.Max(scale, Math.Abs(matrix[row, column]));
            }
        }

        for (int sweep = 0; sweep < MostSweeps && LargestOff(a) > 1e-16 * scale; sweep++)
        {
            for (int p = 0; p < count; p++)
            {
                for (int q = p + 1; q < count; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(index => a[index, index]).ThenBy(index => index)];
        return new SymmetricEigen([.. order.Select(index => a[index, index])], [.. order.Select(index => Turned(vectors[index]))]);
    }

    private static double LargestOff(double[,] a)
    {
        double largest = 0;
        for (int row = 0; row < a.GetLength(0); row++)
        {
            for (int column = row + 1; column < a.GetLength(0); column++)
            {
                largest = Math.Max(largest, Math.Abs(a[row, column]));
            }
        }

        return largest;
    }

    private static void Rotate(double[,] a, double[][] vectors, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        double tau = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double root = Math.Sqrt(1 + (tau * tau));
        double t = tau >= 0 ? 1 / (tau + root) : 1 / (tau - root);
        double c = 1 / Math.Sqrt(1 + (t * t));
        double s = t * c;
        int count = vectors.Length;
        for (int k = 0; k < count; k++)
        {
            (double kp, double kq) = (a[k, p], a[k, q]);
            a[k, p] = (c * kp) - (s * kq);
            a[k, q] = (s * kp) + (c * kq);
        }

        for (int k = 0; k < count; k++)
        {
            (double pk, double qk) = (a[p, k], a[q, k]);
            a[p, k] = (c * pk) - (s * qk);
            a[q, k] = (s * pk) + (c * qk);
            (double vp, double vq) = (vectors[p][k], vectors[q][k]);
            vectors[p][k] = (c * vp) - (s * vq);
            vectors[q][k] = (s * vp) + (c * vq);
        }

        a[p, q] = 0;
        a[q, p] = 0;
    }

    /// <summary>An eigenvector has no sign of its own: the first of its largest components is made positive.</summary>
    private static double[] Turned(double[] vector)
    {
        double largest = vector.Max(Math.Abs);
        double first = vector.First(value => Math.Abs(value) >= largest * (1 - 1e-9));
        return first < 0 ? Array.ConvertAll(vector, value => -value) : vector;
    }
}
