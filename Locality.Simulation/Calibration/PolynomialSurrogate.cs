namespace LocalitySim.Simulation;

/// <summary>
/// A polynomial for each output, fitted by least squares to the points of a region: linear, with squares, or full quadratic, whichever
/// foretells best a point that it was not fitted to.
/// </summary>
/// <remarks>
/// The choice is by the sum of squared errors of leaving one point out, which leverages give without fitting again. Sources: Allen, "The
/// relationship between variable selection and data augmentation and a method for prediction", Technometrics 16(1), 1974; Myers,
/// Montgomery and Anderson-Cook, Response Surface Methodology, 4th edition, 2016, chapters 2 and 6.
/// </remarks>
internal sealed class PolynomialSurrogate
{
    /// <summary>A form is tried where it leaves this many points or more over its coefficients.</summary>
    private const int LeastSpare = 2;

    private readonly double[] centre;
    private readonly double radius;
    private readonly Form[] chosen;
    private readonly double[][] fitted;

    private PolynomialSurrogate(double[] centre, double radius, int[] points, Form[] chosen, double[][] fitted, double[] errors)
    {
        this.centre = centre;
        this.radius = radius;
        Points = points;
        this.chosen = chosen;
        this.fitted = fitted;
        LeaveOneOut = errors;
    }

    /// <summary>The points it was fitted to, by index in the table.</summary>
    internal int[] Points { get; }

    /// <summary>The root mean square error of each output at a point left out.</summary>
    internal double[] LeaveOneOut { get; }

    /// <summary>Fits to the points of the table within a region; <c>null</c> where they are too few for a linear form.</summary>
    internal static PolynomialSurrogate? Fit(ResponseTable table, double[] centre, double radius)
    {
        int[] inside = [.. Enumerable.Range(0, table.Count).Where(index => Enumerable.Range(0, centre.Length).All(j => Math.Abs(table.Point(index)[j] - centre[j]) <= radius * (1 + 1e-9)))];
        List<Form> tried = [];
        for (int degree = 0; degree < 3; degree++)
        {
            double[][] rows = [.. inside.Select(index => Features(table.Point(index), centre, radius, degree))];
            int count = inside.Length == 0 ? int.MaxValue : rows[0].Length;
            if (inside.Length - LeastSpare >= count
                && ThinQr.Of([.. Enumerable.Range(0, count).Select(column => rows.Select(row => row[column]).ToArray())]) is { } factors)
            {
                tried.Add(new Form(degree, rows, factors));
            }
        }

        if (tried.Count == 0)
        {
            return null;
        }

        Form[] forms = new Form[table.Outputs];
        double[][] coefficients = new double[table.Outputs][];
        double[] errors = new double[table.Outputs];
        double[][] means = [.. inside.Select(table.Means)];
        for (int output = 0; output < table.Outputs; output++)
        {
            double[] y = [.. means.Select(row => row[output])];
            (forms[output], coefficients[output], errors[output]) = tried.Select(form => form.FitTo(y)).MinBy(fit => fit.Error);
        }

        return new PolynomialSurrogate(centre, radius, inside, forms, coefficients, errors);
    }

    /// <summary>The value of an output at a point.</summary>
    internal double Value(int output, double[] point) => ThinQr.Product(Features(point, centre, radius, chosen[output].Degree), fitted[output]);

    /// <summary>The change of an output with each parameter at a point, for a half range.</summary>
    internal double[] Gradient(int output, double[] point) =>
        [.. Enumerable.Range(0, point.Length).Select(j => ThinQr.Product(Slopes(point, chosen[output].Degree, j), fitted[output]))];

    /// <summary>The covariance, over replications, of the gradient of an output at a point: each replication has a surface of its own, and the fit is linear in its values.</summary>
    internal double[,] GradientCovariance(ResponseTable table, int output, double[] point)
    {
        Form form = chosen[output];
        double[][] weights = [.. Enumerable.Range(0, point.Length).Select(j => form.Factors.Weights(Slopes(point, form.Degree, j)))];
        int replications = table.Values(Points[0]).Length;
        double[][] gradients = [.. Enumerable.Range(0, replications).Select(replication =>
        {
            double[] y = [.. Points.Select(index => table.Values(index)[replication][output])];
            return Array.ConvertAll(weights, row => ThinQr.Product(row, y));
        })];
        return ResponseTable.CovarianceOfMeans(gradients);
    }

    /// <summary>1, then each distance from the centre, then squares (degree 1 and 2), then products (degree 2); distances in radii.</summary>
    private static double[] Features(double[] point, double[] centre, double radius, int degree)
    {
        double[] t = [.. point.Select((value, j) => (value - centre[j]) / radius)];
        List<double> row = [1, .. t];
        if (degree > 0)
        {
            row.AddRange(t.Select(value => value * value));
        }

        for (int j = 0; degree > 1 && j < t.Length; j++)
        {
            for (int k = j + 1; k < t.Length; k++)
            {
                row.Add(t[j] * t[k]);
            }
        }

        return [.. row];
    }

    /// <summary>The derivative of each feature with respect to one parameter.</summary>
    private double[] Slopes(double[] point, int degree, int parameter)
    {
        int count = point.Length;
        double[] t = [.. point.Select((value, j) => (value - centre[j]) / radius)];
        List<double> row = [0, .. Enumerable.Range(0, count).Select(j => j == parameter ? 1 / radius : 0)];
        if (degree > 0)
        {
            row.AddRange(Enumerable.Range(0, count).Select(j => j == parameter ? 2 * t[j] / radius : 0));
        }

        for (int j = 0; degree > 1 && j < count; j++)
        {
            for (int k = j + 1; k < count; k++)
            {
                row.Add(j == parameter ? t[k] / radius : k == parameter ? t[j] / radius : 0);
            }
        }

        return [.. row];
    }

    /// <summary>A form of polynomial on the points of the region.</summary>
    private sealed record Form(int Degree, double[][] Rows, ThinQr Factors)
    {
        internal (Form Form, double[] Coefficients, double Error) FitTo(double[] y)
        {
            double[] fitted = Factors.Solve(y);
            double sum = 0;
            for (int row = 0; row < y.Length; row++)
            {
                double left = (y[row] - ThinQr.Product(Rows[row], fitted)) / Math.Max(1e-6, 1 - Factors.Leverage(row));
                sum += left * left;
            }

            return (this, fitted, Math.Sqrt(sum / y.Length));
        }
    }
}
