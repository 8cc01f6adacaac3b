using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The coefficients of ridge regression for many penalties, by one decomposition: of the columns' products, or with more columns than rows of
/// the rows'. Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed. 2009, equations 3.47 to 3.50 and 18.15.
/// </summary>
internal static class RidgePath
{
    /// <summary>Returns for each penalty the scaled coefficients and the effective degrees of freedom.</summary>
    internal static (double[] Scaled, double Degrees)[] Solve(PenalizedDesign design, double[] weights, double[] right, double[] pulls, double[] penalties)
    {
        int[] columns = [.. Enumerable.Range(design.Free, pulls.Length - design.Free)];
        int[] rows = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
        bool isByRows = rows.Length < columns.Length;
        double[] roots = [.. rows.Select(row => Math.Sqrt(weights[row] / design.Weight))];
        double[][] points = isByRows ? [.. rows.Select((row, place) => columns.Select(column => roots[place] * design.Columns[column][row]).ToArray())] : [];
        SymmetricEigen eigen = SymmetricEigen.Of(isByRows ? Square(points) : Square(design.Curvature(columns, weights), columns.Length));
        double[] target = isByRows ? [.. rows.Select((row, place) => right[row] / weights[row] * roots[place])] : pulls[design.Free..];
        double[] along = [.. eigen.Vectors.Select(vector => VectorProduct.Of(vector, target))];
        List<(double[], double)> solutions = [];
        foreach (double penalty in penalties)
        {
            double degrees = design.Free;
            double[] sum = new double[target.Length];
            foreach ((int place, double[] vector) in eigen.Vectors.Index())
            {
                // Rounding may leave a value of zero a little below it.
                double value = Math.Max(0, eigen.Values[place]);
                double share = along[place] / (value + penalty);
                degrees += value / (value + penalty);
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += share * vector[i];
                }
            }

            double[] scaled = new double[pulls.Length];
            for (int column = 0; column < columns.Length; column++)
            {
                scaled[design.Free + column] = isByRows ? Combined(points, sum, column) : sum[column];
            }

            solutions.Add((scaled, degrees));
        }

        return [.. solutions];
    }

    private static double Combined(double[][] points, double[] shares, int column)
    {
        double sum = 0;
        for (int row = 0; row < points.Length; row++)
        {
            sum += shares[row] * points[row][column];
        }

        return sum;
    }

    private static double[,] Square(double[][] points)
    {
        double[,] square = new double[points.Length, points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                square[i, j] = square[j, i] = VectorProduct.Of(points[i], points[j]);
            }
        }

        return square;
    }

    private static double[,] Square(double[][] products, int count)
    {
        double[,] square = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                square[i, j] = products[i][j];
            }
        }

        return square;
    }
}
