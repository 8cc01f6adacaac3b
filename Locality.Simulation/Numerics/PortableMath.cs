namespace LocalitySim.Simulation;

/// <summary>
/// Exponential, logarithm and power that give the same bits on every platform: only + − × ÷, floor and an explicit fused
/// multiply-add, each exactly rounded by IEEE 754, are used. The error is under one unit in the last place.
/// </summary>
/// <remarks>
/// The platform's own functions (<see cref="Math"/>) differ between operating systems and processors in the last bit, which is
/// enough to reorder two events. Thread-safe.
/// Sources: Muller, "Elementary Functions" (3rd ed. 2016), ch. 11 (argument reduction in two parts); Dekker, "A floating-point
/// technique for extending the available precision", Numerische Mathematik 18 (1971) (double-double sums).
/// </remarks>
public static partial class PortableMath
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in three parts; the first has 11 trailing zero bits, so that its product with any exponent is exact.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;
    private const double Ln2Tail = 1.94704509238075e-31;

    private const double LargestExpArgument = 709.782712893384;
    private const double SmallestExpArgument = -745.1332191019412;

    /// <summary>e to the power of <paramref name="x"/>; error under 1 unit in the last place.</summary>
    /// <param name="x">Any number. NaN gives NaN; over about 709.78 gives ∞; under about −745.13 gives 0.</param>
    public static double Exp(double x) => Exp(x, 0);

    /// <summary>e to the power of <paramref name="x"/>, less 1; accurate near 0 as well: error under 4 units in the last place.</summary>
    /// <param name="x">Any number. NaN gives NaN; over about 709.78 gives ∞; under about −37 gives −1.</param>
    /// <remarks>Source: Kahan's identity, in Higham, "Accuracy and Stability of Numerical Algorithms" (2nd ed. 2002), section 1.14.1.</remarks>
    public static double Expm1(double x)
    {
        double power = Exp(x);
        double difference = power - 1;
        if (Math.Abs(x) > 1 || double.IsNaN(x))
        {
            return difference;
        }

        // The rounding of e^x cancels in the ratio of (u − 1) to ln u.
        return difference == 0 ? x : difference * (x / Log(power));
    }

    /// <summary>
    /// The natural logarithm of <paramref name="x"/>; error under 1 unit in the last place.
    /// </summary>
    /// <param name="x">Any number. 0 and −0 give −∞, negative numbers and NaN give NaN, ∞ gives ∞.</param>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return LogOfSpecial(x);
        }

        (double f, int exponent) = Reduce(x);
        return LogOfReduced(f, 0, exponent);
    }

    /// <summary>
    /// ln(1 + <paramref name="x"/>), accurate near 0 as well; error under 1 unit in the last place.
    /// </summary>
    /// <param name="x">Any number. −1 gives −∞, less than −1 and NaN give NaN, ∞ gives ∞, ±0 gives ±0.</param>
    public static double Log1p(double x)
    {
        if (!(x > -1) || double.IsPositiveInfinity(x))
        {
            return LogOfSpecial(x == -1 ? 0 : x);
        }

        if (Math.Abs(x) < 1.0 / (1L << 54))
        {
            return x;
        }

        (double sum, double rest) = TwoSum(1, x);
        (double f, int exponent) = Reduce(sum);
        (double high, double low) = TwoSum(f, rest * PowerOfTwo(-exponent / 2) * PowerOfTwo(-exponent - (-exponent / 2)));
        return LogOfReduced(high, low, exponent);
    }

    /// <summary>
    /// <paramref name="x"/> to the power of <paramref name="y"/>, by a logarithm of about 68 bits; error under 1 unit in the last place.
    /// </summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The power; in special cases what IEEE 754-2019 (section 9.2.1) and <see cref="Math.Pow"/> give.</returns>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (!double.IsFinite(x) || !double.IsFinite(y) || x <= 0)
        {
            return PowOfSpecial(x, y);
        }

        if (y == 1)
        {
            return x;
        }

        (double logHigh, double logLow) = LogInTwoParts(x);
        double high = y * logHigh;
        if (!(Math.Abs(high) < 800))
        {
            return high > 0 ? double.PositiveInfinity : 0;
        }

        double low = Math.FusedMultiplyAdd(y, logHigh, -high) + (y * logLow);
        return Exp(high, low);
    }

    // e^(x + low), where |low| is at most a few units in the last place of x.
    private static double Exp(double x, double low)
    {
        if (!(x <= LargestExpArgument))
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        if (x < SmallestExpArgument)
        {
            return 0;
        }

        double k = Math.Floor(Math.FusedMultiplyAdd(x, Log2E, 0.5));
        double reduced = Math.FusedMultiplyAdd(-k, Ln2High, x);
        double correction = Math.FusedMultiplyAdd(k, Ln2Low, -low);
        double r = reduced - correction;
        double rLow = (reduced - r) - correction;

        // e^r = 1 + r + r² (1/2! + r/3! + … + r¹¹/13!), even and odd terms apart for speed.
        double r2 = r * r;
        double even = Horner(r2, 1.0 / 479001600, 1.0 / 3628800, 1.0 / 40320, 1.0 / 720, 1.0 / 24, 1.0 / 2);
        double odd = Horner(r2, 1.0 / 6227020800, 1.0 / 39916800, 1.0 / 362880, 1.0 / 5040, 1.0 / 120, 1.0 / 6);
        double tail = Math.FusedMultiplyAdd(r2, Math.FusedMultiplyAdd(r, odd, even), rLow);
        double power = 1 + (r + tail);

        // Two steps, of which only the second can round (to a subnormal) or overflow.
        int exponent = (int)k;
        int half = exponent / 2;
        return power * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    private static double Horner(double x, double c5, double c4, double c3, double c2, double c1, double c0)
    {
        double sum = Math.FusedMultiplyAdd(c5, x, c4);
        sum = Math.FusedMultiplyAdd(sum, x, c3);
        sum = Math.FusedMultiplyAdd(sum, x, c2);
        sum = Math.FusedMultiplyAdd(sum, x, c1);
        return Math.FusedMultiplyAdd(sum, x, c0);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private static (double High, double Low) TwoSum(double a, double b)
    {
        double sum = a + b;
        double bRounded = sum - a;
        return (sum, (a - (sum - bRounded)) + (b - bRounded));
    }
}
