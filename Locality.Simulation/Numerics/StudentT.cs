namespace LocalitySim.Simulation;

/// <summary>
/// Student's t distribution, portable to the bit. The error is under 10⁻¹² of the value for any degrees of freedom from 1.
/// Sources: Didonato and Morris, "Algorithm 708: significant digit computation of the incomplete beta function ratios", ACM TOMS
/// 18(3), 1992 (the continued fraction); NIST Digital Library of Mathematical Functions, 5.11.1 (gamma ratio) and 8.17.4 (symmetry).
/// </summary>
internal static class StudentT
{
    private const double RootPi = 1.772453850905516;
    private const double StirlingFrom = 16;

    /// <summary>P(T ≤ t).</summary>
    internal static double Cdf(double t, double degreesOfFreedom)
    {
        double tail = Tail(Math.Abs(t), degreesOfFreedom);
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>The t with P(T &gt; t) = <paramref name="tail"/>, for a tail between 0 and ½, exclusive.</summary>
    internal static double UpperQuantile(double tail, double degreesOfFreedom)
    {
        double low = 0;
        double high = 1;
        while (Tail(high, degreesOfFreedom) > tail)
        {
            low = high;
            high *= 2;
        }

        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (Tail(middle, degreesOfFreedom) > tail)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    /// <summary>P(T &gt; t) for t ≥ 0: half of the incomplete beta function I at ν/(ν + t²), with parameters ν/2 and ½.</summary>
    private static double Tail(double t, double degreesOfFreedom)
    {
        if (double.IsInfinity(t))
        {
            return 0;
        }

        double a = 0.5 * degreesOfFreedom;
        double ratio = t / Math.Sqrt(degreesOfFreedom);
        double odds = ratio * ratio;
        double x = 1 / (1 + odds);
        double y = odds / (1 + odds);

        // x^a √y / B(a, ½)
        double front = PortableMath.Exp(-a * PortableMath.Log1p(odds)) * Math.Sqrt(y) * GammaRatio(a) / RootPi;
        return x < (a + 1) / (a + 2.5)
            ? 0.5 * front / Fraction(a, 0.5, x, y)
            : 0.5 - (0.5 * front / Fraction(0.5, a, y, x));
    }

    /// <summary>Γ(a + ½)/Γ(a).</summary>
    private static double GammaRatio(double a)
    {
        double ratio = 1;
        while (a < StirlingFrom)
        {
            ratio *= a / (a + 0.5);
            a++;
        }

        double log = (a * PortableMath.Log1p(0.5 / a)) - 0.5
            + PortableMath.StirlingCorrection(a + 0.5) - PortableMath.StirlingCorrection(a);
        return ratio * Math.Sqrt(a) * PortableMath.Exp(log);
    }

    /// <summary>
    /// Of the incomplete beta function I at x = 1 − y, the part x^a y^b / (B(a, b) I), by Lentz's method. Where x is nearly 1,
    /// y keeps the digits that x has lost.
    /// </summary>
    private static double Fraction(double a, double b, double x, double y)
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
}
