namespace LocalitySim.Models;

/// <summary>Columns less their means, divided by their spread: those that a penalty is for. Immutable.</summary>
internal sealed class PenalizedDesign
{
    /// <summary>A column whose spread is under this share of its largest value is the same all over, but for rounding.</summary>
    private const double LeastSpread = 1e-13;

    private readonly double[] _centres;
    private readonly double[] _scales;

    private PenalizedDesign(double[][] columns, double[] centres, double[] scales, int free, double weight, double responseCentre) =>
        (Columns, _centres, _scales, Free, Weight, ResponseCentre) = (columns, centres, scales, free, weight, responseCentre);

    /// <summary>Gets the columns, that of the ones first, as it is. Rows of weight zero hold zeros.</summary>
    internal double[][] Columns { get; }

    /// <summary>Gets how many columns at the start have no penalty: 1 with an intercept, 0 without.</summary>
    internal int Free { get; }

    /// <summary>Gets the weights' sum.</summary>
    internal double Weight { get; }

    /// <summary>Gets what measured responses were centred by; 0 for counts.</summary>
    internal double ResponseCentre { get; }

    internal static PenalizedDesign Of(double[][] design, bool hasIntercept, double[] weights, bool isStandardized, double responseCentre = 0)
    {
        double weight = weights.Sum();
        int free = hasIntercept ? 1 : 0;
        double[][] columns = new double[design.Length][];
        double[] centres = new double[design.Length];
        double[] scales = new double[design.Length];
        for (int column = 0; column < design.Length; column++)
        {
            (columns[column], centres[column], scales[column]) = column < free ? ([.. weights.Select(one => one > 0 ? 1.0 : 0)], 0, 1) : Scaled(design[column], weights, weight, hasIntercept, isStandardized);
        }

        double largest = columns.Skip(free).Select(column => column.Select((value, row) => weights[row] / weight * value * value).Sum()).DefaultIfEmpty(0).Max();
        return new PenalizedDesign(columns, centres, scales, free, weight, responseCentre) { LargestSpread = Math.Sqrt(largest) };
    }

    /// <summary>Gets the largest root of a column's mean square: 1 where they were divided by their spread.</summary>
    internal double LargestSpread { get; private init; }

    /// <summary>A value of a column, scaled.</summary>
    internal double Standard(int column, double value) => (value - _centres[column]) / _scales[column];

    /// <summary>The coefficients for the columns as given.</summary>
    internal double[] Original(double[] scaled)
    {
        double[] original = [.. scaled.Select((value, column) => value / _scales[column])];
        if (Free > 0)
        {
            original[0] += ResponseCentre;
            for (int column = Free; column < scaled.Length; column++)
            {
                original[0] -= original[column] * _centres[column];
            }
        }

        return original;
    }

    /// <summary>Σ w z r / Σ w of each column z.</summary>
    /// <param name="right">w r of each row.</param>
    internal double[] Products(double[] right) => [.. Columns.Select(column => VectorProduct.Of(column, right) / Weight)];

    /// <summary>Σ c z z′ / Σ w of the columns chosen, symmetric.</summary>
    internal double[][] Curvature(IReadOnlyList<int> chosen, double[] curvatures)
    {
        double[][] products = [.. chosen.Select(_ => new double[chosen.Count])];
        double[] weighed = new double[curvatures.Length];
        for (int i = 0; i < chosen.Count; i++)
        {
            double[] column = Columns[chosen[i]];
            for (int row = 0; row < weighed.Length; row++)
            {
                weighed[row] = curvatures[row] * column[row];
            }

            for (int j = 0; j <= i; j++)
            {
                products[i][j] = products[j][i] = VectorProduct.Of(Columns[chosen[j]], weighed) / Weight;
            }
        }

        return products;
    }

    private static (double[] Values, double Centre, double Scale) Scaled(double[] column, double[] weights, double weight, bool isCentred, bool isStandardized)
    {
        // Shares of the largest value, so that no square of it overflows.
        double largest = column.Where((_, row) => weights[row] > 0).Max(Math.Abs);
        double unit = largest > 0 ? largest : 1;
        double centre = isCentred ? column.Select((value, row) => weights[row] > 0 ? weights[row] / weight * (value / unit) : 0).Sum() : 0;
        double variance = 0;
        double[] values = new double[column.Length];
        for (int row = 0; row < column.Length; row++)
        {
            if (weights[row] > 0)
            {
                values[row] = (column[row] / unit) - centre;
                variance += weights[row] / weight * values[row] * values[row];
            }
        }

        double spread = Math.Sqrt(variance);
        if (!(spread > LeastSpread))
        {
            return (new double[column.Length], centre * unit, 1);
        }

        double scale = isStandardized ? spread * unit : 1;
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = isStandardized ? values[row] / spread : values[row] * unit;
        }

        return (values, centre * unit, scale);
    }
}
