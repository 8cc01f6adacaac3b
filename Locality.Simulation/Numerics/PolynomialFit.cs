namespace LocalitySim.Simulation;

/// <summary>A least-squares polynomial in one variable, by polynomials that are orthonormal over the points.</summary>
/// <remarks>Source: Forsythe, "Generation and use of orthogonal polynomials for data-fitting with a digital computer", J. SIAM 5(2), 1957.</remarks>
internal sealed class PolynomialFit
{
    private readonly double[][] basis;

    /// <summary>Makes the polynomials; fewer than asked for where the points do not tell more apart.</summary>
    internal PolynomialFit(double[] points, int degree)
    {
        double centre = points.Average();
        double scale = points.Max(point => Math.Abs(point - centre));
        double[] x = [.. points.Select(point => scale > 0 ? (point - centre) / scale : 0)];
        List<double[]> made = [Enumerable.Repeat(1 / Math.Sqrt(points.Length), points.Length).ToArray()];
        while (made.Count <= degree)
        {
            double[] next = [.. made[^1].Zip(x, (value, at) => value * at)];
            double before = Math.Sqrt(Product(next, next));
            foreach (double[] known in made.Concat(made))
            {
                // Twice, for what the first pass leaves by rounding.
                double part = Product(next, known);
                for (int i = 0; i < next.Length; i++)
                {
                    next[i] -= part * known[i];
                }
            }

            double norm = Math.Sqrt(Product(next, next));
            if (!(norm > 1e-9 * before))
            {
                break;
            }

            made.Add([.. next.Select(value => value / norm)]);
        }

        basis = [.. made];
    }

    /// <summary>Gets the highest degree that the points allow.</summary>
    internal int HighestDegree => basis.Length - 1;

    /// <summary>Returns the fitted value at each point.</summary>
    internal double[] Fitted(double[] values, int degree)
    {
        double[] fitted = new double[values.Length];
        foreach (double[] polynomial in basis.Take(degree + 1))
        {
            double part = Product(values, polynomial);
            for (int i = 0; i < fitted.Length; i++)
            {
                fitted[i] += part * polynomial[i];
            }
        }

        return fitted;
    }

    /// <summary>Returns the sum of squares of the errors at each point of the fit without it: (residual ÷ (1 − leverage))².</summary>
    /// <remarks>Source: Allen, "The relationship between variable selection and data augmentation and a method for prediction", Technometrics 16(1), 1974.</remarks>
    internal double LeftOutSquares(double[] values, int degree)
    {
        double[] fitted = Fitted(values, degree);
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double leverage = 0;
            foreach (double[] polynomial in basis.Take(degree + 1))
            {
                leverage += polynomial[i] * polynomial[i];
            }

            double error = (values[i] - fitted[i]) / Math.Max(1 - leverage, 1e-9);
            sum += error * error;
        }

        return sum;
    }

    private static double Product(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
