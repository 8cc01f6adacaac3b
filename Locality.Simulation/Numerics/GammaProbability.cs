namespace LocalitySim.Simulation;

/// <summary>
/// The gamma distribution of scale 1: the regularised incomplete gamma function. Thread-safe, the same bits on every platform.
/// Source: NIST Digital Library of Mathematical Functions, 8.11.4 (series below the mean), 8.9.2 (continued fraction above it, by Lentz's
/// method).
/// </summary>
public static class GammaProbability
{
    private const int MostTerms = 100_000;

    /// <summary>P(X ≤ <paramref name="x"/>) for a gamma X of scale 1, from 0 to 1; about 10⁻¹⁴ times the shape's logarithm off, relative to the smaller of it and its rest.</summary>
    /// <param name="x">A finite number, zero or more.</param>
    /// <param name="shape">The shape, finite, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double AtMost(double x, double shape)
    {
        NumberGuard.NonNegative(x);
        NumberGuard.Positive(shape);
        if (x == 0)
        {
            return 0;
        }

        // x^a e^(−x)/Γ(a + 1): a Poisson probability where a is whole, and free of cancellation between large terms anywhere.
        double front = PortableMath.Exp(CountProbability.LogPoisson(shape, x));
        return x < shape + 1 ? Math.Min(1, front * Series(x, shape)) : Math.Max(0, 1 - (front * shape * Fraction(x, shape)));
    }

    // Σ x^k/((a + 1)…(a + k)).
    private static double Series(double x, double shape)
    {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < MostTerms && term > sum * 1e-17; k++)
        {
            term *= x / (shape + k);
            sum += term;
        }

        return sum;
    }

    // 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))).
    private static double Fraction(double x, double shape)
    {
        double b = x + 1 - shape;
        double c = 1e300;
        double d = 1 / b;
        double value = d;
        for (int k = 1; k < MostTerms; k++)
        {
            double a = -k * (k - shape);
            b += 2;
            d = 1 / Floor((a * d) + b);
            c = Floor(b + (a / c));
            double step = c * d;
            value *= step;
            if (Math.Abs(step - 1) < 3e-16)
            {
                break;
            }
        }

        return value;
    }

    // Lentz's method divides by these.
    private static double Floor(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
