namespace LocalitySim.Models;

/// <summary>
/// Says how wide errors are on the logarithmic scale for a size: the root of a + b/size. a is what units of any size share, b/size is the chance of
/// small counts, whose share in it falls as counts grow.
/// </summary>
/// <param name="Common">a, zero or more.</param>
/// <param name="PerCount">b, zero or more.</param>
public sealed record SizeScale(double Common, double PerCount)
{
    private const double Least = 1e-6;

    /// <summary>Returns the scale.</summary>
    /// <param name="size">The size, above zero: an expected count.</param>
    /// <returns>Above zero.</returns>
    public double At(double size) => Math.Sqrt(Math.Max(Least, Common + (PerCount / size)));

    /// <summary>
    /// Fits a and b to errors by non-negative least squares of their squares, twice: the second time errors are cut, over the first scale, at the 1st and
    /// 99th hundredth, so that no single error decides.
    /// </summary>
    /// <param name="errors">Errors on the logarithmic scale; ten or more.</param>
    /// <param name="sizes">The size that belongs to each, above zero.</param>
    /// <exception cref="ArgumentException">There are fewer than ten, or the numbers differ.</exception>
    public static SizeScale Fit(IReadOnlyList<double> errors, IReadOnlyList<double> sizes)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(sizes);
        const int Fewest = 10;
        const int Hundredths = 100;
        if (errors.Count < Fewest || errors.Count != sizes.Count)
        {
            throw new ArgumentException($"errors: found {errors.Count} with {sizes.Count} sizes; expected ten or more, and as many of each.", nameof(errors));
        }

        SizeScale first = Solve(errors, sizes);
        double[] scaled = [.. errors.Select((error, place) => error / first.At(sizes[place]))];
        double[] sorted = [.. scaled.Order()];
        (double low, double high) = (sorted[errors.Count / Hundredths], sorted[^(1 + (errors.Count / Hundredths))]);
        return Solve([.. scaled.Select((error, place) => Math.Clamp(error, low, high) * first.At(sizes[place]))], sizes);
    }

    private static SizeScale Solve(IReadOnlyList<double> errors, IReadOnlyList<double> sizes)
    {
        double[] squares = [.. errors.Select(error => error * error)];
        double[] inverse = [.. sizes.Select(size => 1 / size)];

        // Two unknowns: the solution of both, or of one with the other at zero.
        double n = errors.Count;
        double x = inverse.Sum();
        double xx = inverse.Sum(value => value * value);
        double y = squares.Sum();
        double xy = squares.Zip(inverse, (square, value) => square * value).Sum();
        double determinant = (n * xx) - (x * x);
        double slope = determinant > 1e-12 * n * xx ? ((n * xy) - (x * y)) / determinant : 0;
        double common = (y - (slope * x)) / n;
        return slope <= 0 ? new(y / n, 0) : common < 0 ? new(0, xy / xx) : new(common, slope);
    }
}
