namespace LocalitySim.Simulation;

/// <summary>
/// The thin QR factors of a small matrix of full column rank, by modified Gram–Schmidt with every column made orthogonal twice.
/// Sources: Björck, "Numerics of Gram–Schmidt orthogonalization", Linear Algebra and its Applications 197–198, 1994; Giraud, Langou,
/// Rozložník and van den Eshof, "Rounding error analysis of the classical Gram–Schmidt orthogonalization process", Numerische Mathematik
/// 101, 2005 (twice is enough).
/// </summary>
public sealed class ThinQr
{
    /// <summary>A column is a combination of those before it if they leave less than this share of its length.</summary>
    private const double LeastOwnShare = 1e-10;

    private readonly double[][] orthonormal;
    private readonly double[,] upper;

    private ThinQr(double[][] orthonormal, double[,] upper)
    {
        this.orthonormal = orthonormal;
        this.upper = upper;
    }

    /// <summary>Factors a matrix given by its columns. Returns <c>null</c> where a column is a combination of those before it, or there are more columns than rows.</summary>
    /// <param name="columns">The columns, all of one length.</param>
    public static ThinQr? Of(double[][] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int count = columns.Length;
        if (count == 0 || columns[0].Length < count)
        {
            return null;
        }

        double[][] basis = new double[count][];
        double[,] triangle = new double[count, count];
        for (int column = 0; column < count; column++)
        {
            double[] rest = (double[])columns[column].Clone();
            double whole = Math.Sqrt(Product(rest, rest));
            for (int pass = 0; pass < 2; pass++)
            {
                for (int before = 0; before < column; before++)
                {
                    double share = Product(basis[before], rest);
                    triangle[before, column] += share;
                    for (int row = 0; row < rest.Length; row++)
                    {
                        rest[row] -= share * basis[before][row];
                    }
                }
            }

            double length = Math.Sqrt(Product(rest, rest));
            if (!(length > LeastOwnShare * whole))
            {
                return null;
            }

            triangle[column, column] = length;
            basis[column] = Array.ConvertAll(rest, value => value / length);
        }

        return new ThinQr(basis, triangle);
    }

    /// <summary>The coefficients with the least squares of <paramref name="right"/> less the matrix times them.</summary>
    /// <param name="right">The right-hand side: a number for each row.</param>
    public double[] Solve(double[] right)
    {
        ArgumentNullException.ThrowIfNull(right);
        double[] solution = Array.ConvertAll(orthonormal, column => Product(column, right));
        for (int row = solution.Length - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < solution.Length; column++)
            {
                solution[row] -= upper[row, column] * solution[column];
            }

            solution[row] /= upper[row, row];
        }

        return solution;
    }

    /// <summary>The leverage of a row: the diagonal of the hat matrix, from 0 to 1.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    public double Leverage(int row)
    {
        double sum = 0;
        foreach (double[] column in orthonormal)
        {
            sum += column[row] * column[row];
        }

        return sum;
    }

    /// <summary>The weight of each right-hand side in x · coefficients, for a row x: what is fitted is linear in the right-hand sides.</summary>
    /// <param name="x">A row: a number for each column.</param>
    public double[] Weights(double[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        double[] forward = (double[])x.Clone();
        for (int row = 0; row < forward.Length; row++)
        {
            for (int before = 0; before < row; before++)
            {
                forward[row] -= upper[before, row] * forward[before];
            }

            forward[row] /= upper[row, row];
        }

        double[] weights = new double[orthonormal[0].Length];
        for (int column = 0; column < forward.Length; column++)
        {
            for (int row = 0; row < weights.Length; row++)
            {
                weights[row] += forward[column] * orthonormal[column][row];
            }
        }

        return weights;
    }

    internal static double Product(double[] one, double[] other)
    {
        double sum = 0;
        for (int index = 0; index < one.Length; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }
}
