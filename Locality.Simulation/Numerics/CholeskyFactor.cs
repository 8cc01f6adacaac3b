namespace LocalitySim.Simulation;

/// <summary>
/// The lower triangular L with L Lᵀ equal to a symmetric, positive definite matrix. Immutable and thread-safe, the same bits on every platform.
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, 2013, section 4.2 (row by row).
/// </summary>
public sealed class CholeskyFactor
{
    /// <summary>A pivot below this share of its diagonal is one of a matrix that is singular to the digits there are.</summary>
    private const double LeastPivot = 1e-14;

    private readonly double[][] lower;

    private CholeskyFactor(double[][] lower) => this.lower = lower;

    /// <summary>Gets the number of rows.</summary>
    public int Count => lower.Length;

    /// <summary>Gets the natural logarithm of the matrix's determinant.</summary>
    public double LogDeterminant
    {
        get
        {
            double sum = 0;
            for (int row = 0; row < lower.Length; row++)
            {
                sum += PortableMath.Log(lower[row][row]);
            }

            return 2 * sum;
        }
    }

    /// <summary>Factors a matrix; <c>null</c> where it is not positive definite to the digits there are, or so nearly so that a column keeps less than the least share.</summary>
    /// <param name="matrix">The rows, each at least as long as the triangle needs: what is right of the diagonal is not read.</param>
    /// <param name="leastOwnShare">The least share of a diagonal element that the columns before may leave of it.</param>
    public static CholeskyFactor? Of(double[][] matrix, double leastOwnShare = LeastPivot) => Of(matrix, leastOwnShare, out _);

    /// <summary>Factors a matrix; as the other.</summary>
    /// <param name="matrix">The matrix, square; only its lower triangle is read.</param>
    /// <param name="leastOwnShare">The least share of a diagonal element that the columns before may leave of it.</param>
    public static CholeskyFactor? Of(double[,] matrix, double leastOwnShare = LeastPivot) => Of(matrix, leastOwnShare, out _);

    /// <summary>As the other; says which column came first that left too little.</summary>
    internal static CholeskyFactor? Of(double[,] matrix, double leastOwnShare, out int fault)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        double[][] rows = new double[matrix.GetLength(0)][];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = new double[row + 1];
            for (int column = 0; column <= row; column++)
            {
                rows[row][column] = matrix[row, column];
            }
        }

        return Of(rows, leastOwnShare, out fault);
    }

    /// <summary>The x with matrix · x = <paramref name="right"/>.</summary>
    /// <param name="right">A number for each row.</param>
    public double[] Solve(double[] right)
    {
        double[] x = SolveLower(right);
        for (int row = x.Length - 1; row >= 0; row--)
        {
            x[row] /= lower[row][row];
            double share = x[row];
            double[] values = lower[row];
            for (int column = 0; column < row; column++)
            {
                x[column] -= share * values[column];
            }
        }

        return x;
    }

    /// <summary>The x with L · x = <paramref name="right"/>.</summary>
    /// <param name="right">A number for each row.</param>
    public double[] SolveLower(double[] right)
    {
        ArgumentNullException.ThrowIfNull(right);
        double[] x = (double[])right.Clone();
        for (int row = 0; row < x.Length; row++)
        {
            x[row] = (x[row] - Product(lower[row], x, row)) / lower[row][row];
        }

        return x;
    }

    /// <summary>The matrix X with L · X = <paramref name="right"/>.</summary>
    /// <param name="right">The rows of a matrix, as many as there are of L.</param>
    public double[][] SolveLower(double[][] right)
    {
        ArgumentNullException.ThrowIfNull(right);
        double[][] x = new double[right.Length][];
        for (int row = 0; row < x.Length; row++)
        {
            double[] mine = (double[])right[row].Clone();
            for (int before = 0; before < row; before++)
            {
                double share = lower[row][before];
                double[] other = x[before];
                for (int column = 0; column < mine.Length; column++)
                {
                    mine[column] -= share * other[column];
                }
            }

            double pivot = lower[row][row];
            for (int column = 0; column < mine.Length; column++)
            {
                mine[column] /= pivot;
            }

            x[row] = mine;
        }

        return x;
    }

    /// <summary>L · <paramref name="x"/>: of independent standard normal numbers, it makes numbers whose covariance is the matrix.</summary>
    /// <param name="x">A number for each column.</param>
    public double[] Times(double[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Array.ConvertAll(lower, row => Product(row, x, row.Length));
    }

    /// <summary>The inverse of the matrix, by rows.</summary>
    public double[][] Inverse()
    {
        double[][] inverse = new double[lower.Length][];
        for (int row = 0; row < inverse.Length; row++)
        {
            double[] unit = new double[lower.Length];
            unit[row] = 1;
            inverse[row] = Solve(unit);
        }

        return inverse;
    }

    /// <summary>The sum of the first products, in four sums of a fixed order.</summary>
    private static double Product(double[] one, double[] other, int count)
    {
        (double a, double b, double c, double d) = (0, 0, 0, 0);
        int at = 0;
        for (; at + 3 < count; at += 4)
        {
            a += one[at] * other[at];
            b += one[at + 1] * other[at + 1];
            c += one[at + 2] * other[at + 2];
            d += one[at + 3] * other[at + 3];
        }

        for (; at < count; at++)
        {
            a += one[at] * other[at];
        }

        return a + b + (c + d);
    }

    private static CholeskyFactor? Of(double[][] matrix, double leastOwnShare, out int fault)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        double[][] rows = new double[matrix.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            double[] mine = new double[row + 1];
            for (int column = 0; column < row; column++)
            {
                mine[column] = (matrix[row][column] - Product(mine, rows[column], column)) / rows[column][column];
            }

            double pivot = matrix[row][row] - Product(mine, mine, row);
            if (!(pivot > leastOwnShare * matrix[row][row]) || !double.IsFinite(pivot))
            {
                fault = row;
                return null;
            }

            mine[row] = Math.Sqrt(pivot);
            rows[row] = mine;
        }

        fault = -1;
        return new CholeskyFactor(rows);
    }
}
