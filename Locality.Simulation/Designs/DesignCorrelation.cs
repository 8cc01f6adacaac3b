namespace LocalitySim.Simulation;

/// <summary>Correlations between the dimensions of a design.</summary>
internal static class DesignCorrelation
{
    /// <summary>The largest absolute correlation between two dimensions; <c>null</c> where it is not defined.</summary>
    internal static double? Largest(UnitDesign design)
    {
        double[][] columns = new double[design.Dimensions][];
        for (int j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[design.Rows];
            for (int i = 0; i < columns[j].Length; i++)
            {
                columns[j][i] = design[i, j];
            }
        }

        return Largest(columns);
    }

    internal static double? Largest(double[][] columns)
    {
        double[][] centred = Array.ConvertAll(columns, Centred);
        double[] squares = Array.ConvertAll(centred, column => Product(column, column));
        if (columns.Length < 2 || Array.Exists(squares, square => square == 0))
        {
            return null;
        }

        double largest = 0;
        for (int j = 1; j < centred.Length; j++)
        {
            for (int k = 0; k < j; k++)
            {
                largest = Math.Max(largest, Math.Abs(Product(centred[j], centred[k])) / Math.Sqrt(squares[j] * squares[k]));
            }
        }

        return Math.Min(1, largest);
    }

    internal static double Product(double[] one, double[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private static double[] Centred(double[] column)
    {
        double sum = 0;
        foreach (double value in column)
        {
            sum += value;
        }

        double mean = sum / column.Length;
        return Array.ConvertAll(column, value => value - mean);
    }
}
