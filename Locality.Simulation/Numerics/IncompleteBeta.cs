namespace LocalitySim.Simulation;

/// <summary>
/// The regularised incomplete beta function, portable to the bit.
/// Sources: Didonato and Morris, "Algorithm 708: significant digit computation of the incomplete beta function ratios", ACM TOMS
/// 18(3), 1992 (the continued fraction); NIST Digital Library of Mathematical Functions, 8.17.4 (symmetry).
/// </summary>
internal static class IncompleteBeta
{
    /// <summary>
    /// I at x = 1 − y with parameters a and b above zero. Both x and y are given, so that neither loses digits next to 1. The error is
    /// about 10⁻¹⁵ times the size of ln B(a, b), relative, of the smaller of I and 1 − I.
    /// </summary>
    internal static double Regularized(double a, double b, double x, double y)
    {
        if (x <= 0 || y <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        double logBeta = PortableMath.LogGamma(a) + PortableMath.LogGamma(b) - PortableMath.LogGamma(a + b);
        double front = PortableMath.Exp((a * Log(x, y)) + (b * Log(y, x)) - logBeta);
        return x < (a + 1) / (a + b + 2) ? front / Fraction(a, b, x, y) : 1 - (front / Fraction(b, a, y, x));
    }

    /// <summary>
    /// Of the incomplete beta function I at x = 1 − y, the part x^a y^b / (B(a, b) I), by Lentz's method. Where x is nearly 1,
    /// y keeps the digits that x has lost.
    /// </summary>
    internal static double Fraction(double a, double b, double x, double y)
    {
        double lambda = (a * y) - (b * x);
        double value = a * (lambda + 1) / (a + 1);
        double c = value;
        double d = 0;
        for (int n = 1; n < 100_000; n++)
        {
            double even = a + (2 * n) - 1;
            double numerator = (a + n - 1) / even * ((a + b + n - 1) / even) * n * (b - n) * x * x;
            double denominator = n + (n * (b - n) * x / even) + ((a + n) * (lambda + 1 + (n * (1 + y))) / (even + 2));
            d = 1 / (denominator + (numerator * d));
            c = denominator + (numerator / c);
            double step = c * d;
            value *= step;
            if (Math.Abs(step - 1) < 3e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double Log(double x, double rest) => rest < 0.5 ? PortableMath.Log1p(-rest) : PortableMath.Log(x);
}
