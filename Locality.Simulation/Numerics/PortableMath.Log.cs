namespace LocalitySim.Simulation;

/// <content>The logarithm's core: ln(2^k (1 + f)) by the series of artanh.</content>
public static partial class PortableMath
{
    private const double SquareRootOfHalf = 0.70710678118654757;
    private const double TwoToThe54 = 1L << 54;

    // 2/(2n + 1): ln(1 + f) = 2 artanh(s) = 2s + 2s³/3 + 2s⁵/5 + …, with s = f/(2 + f), |s| ≤ 0.172.
    private const double TwoThirds = 0.6666666666666666;
    private const double TwoThirdsLow = 3.700743415417188e-17;
    private const double TwoFifths = 0.4;
    private const double TwoFifthsLow = -2.2204460492503132e-17;

    /// <summary>Writes a positive number as 2^exponent × (1 + f), exactly, with 1 + f from √½ to √2.</summary>
    private static (double F, int Exponent) Reduce(double x)
    {
        int exponent = 0;
        if (!double.IsNormal(x))
        {
            x *= TwoToThe54;
            exponent = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1022;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FE0_0000_0000_0000);
        if (m < SquareRootOfHalf)
        {
            m *= 2;
            exponent--;
        }

        return (m - 1, exponent);
    }

    /// <summary>ln(2^exponent × (1 + f + fLow)), rounded to a double.</summary>
    private static double LogOfReduced(double f, double fLow, int exponent)
    {
        (double s, double sLow) = Argument(f, fLow);
        double s2 = s * s;
        double tail = s * s2 * Math.FusedMultiplyAdd(s2, SeriesFromFifth(s2), TwoThirds);
        double low = Math.FusedMultiplyAdd(2, sLow, tail);
        double k = exponent;
        (double high, double rest) = TwoSum(k * Ln2High, 2 * s);
        return high + (rest + Math.FusedMultiplyAdd(k, Ln2Low, low));
    }

    /// <summary>ln x to about 68 bits, as the sum of two doubles.</summary>
    private static (double High, double Low) LogInTwoParts(double x)
    {
        (double f, int exponent) = Reduce(x);
        (double s, double sLow) = Argument(f, 0);

        // s², 2s³/3 and 2s⁵/5 in two parts each; the rest of the series is small enough for one.
        double s2 = s * s;
        double s2Low = Math.FusedMultiplyAdd(s, s, -s2) + (2 * s * sLow);
        double s3 = s2 * s;
        double s3Low = Math.FusedMultiplyAdd(s2, s, -s3) + Math.FusedMultiplyAdd(s2, sLow, s2Low * s);
        double cubic = TwoThirds * s3;
        double cubicLow = Math.FusedMultiplyAdd(TwoThirds, s3, -cubic) + Math.FusedMultiplyAdd(TwoThirds, s3Low, TwoThirdsLow * s3);
        double s5 = s3 * s2;
        double s5Low = Math.FusedMultiplyAdd(s3, s2, -s5) + Math.FusedMultiplyAdd(s3, s2Low, s3Low * s2);
        double quintic = TwoFifths * s5;
        double quinticLow = Math.FusedMultiplyAdd(TwoFifths, s5, -quintic) + Math.FusedMultiplyAdd(TwoFifths, s5Low, TwoFifthsLow * s5);
        double septic = s5 * s2 * SeriesFromSeventh(s2);

        double k = exponent;
        double kLn2Low = k * Ln2Low;
        (double a, double aLow) = TwoSum(k * Ln2High, 2 * s);
        (double b, double bLow) = TwoSum(kLn2Low, cubic);
        (double c, double cLow) = TwoSum(b, quintic);
        (double d, double dLow) = TwoSum(c, septic);
        (double high, double rest) = TwoSum(a, d);
        double kTail = Math.FusedMultiplyAdd(k, Ln2Low, -kLn2Low) + (k * Ln2Tail);
        double low = rest + (aLow + (dLow + (cLow + (bLow + (quinticLow + (cubicLow + Math.FusedMultiplyAdd(2, sLow, kTail)))))));
        double sum = high + low;
        return (sum, (high - sum) + low);
    }

    /// <summary>s = f/(2 + f) in two parts.</summary>
    private static (double S, double SLow) Argument(double f, double fLow)
    {
        (double d, double dLow) = TwoSum(2, f);
        dLow += fLow;
        double s = f / d;
        double remainder = Math.FusedMultiplyAdd(-s, d, f) + Math.FusedMultiplyAdd(-s, dLow, fLow);
        return (s, remainder / d);
    }

    /// <summary>2/5 + 2/7 s² + 2/9 s⁴ + … + 2/25 s²⁰; what is left out is under 2⁻⁶⁰ of the logarithm.</summary>
    private static double SeriesFromFifth(double s2)
    {
        double s4 = s2 * s2;
        double even = Horner(s4, 2.0 / 25, 2.0 / 21, 2.0 / 17, 2.0 / 13, 2.0 / 9, 2.0 / 5);
        double odd = Horner(s4, 0, 2.0 / 23, 2.0 / 19, 2.0 / 15, 2.0 / 11, 2.0 / 7);
        return Math.FusedMultiplyAdd(s2, odd, even);
    }

    /// <summary>2/7 + 2/9 s² + … + 2/27 s²⁰; what is left out is under 2⁻⁷⁰ of the logarithm.</summary>
    private static double SeriesFromSeventh(double s2)
    {
        double s4 = s2 * s2;
        double even = Horner(s4, 2.0 / 27, 2.0 / 23, 2.0 / 19, 2.0 / 15, 2.0 / 11, 2.0 / 7);
        double odd = Horner(s4, 0, 2.0 / 25, 2.0 / 21, 2.0 / 17, 2.0 / 13, 2.0 / 9);
        return Math.FusedMultiplyAdd(s2, odd, even);
    }

    private static double LogOfSpecial(double x) =>
        x == 0 ? double.NegativeInfinity : double.IsPositiveInfinity(x) ? x : double.NaN;

    private static double PowOfSpecial(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        double size = Math.Abs(x);
        if (double.IsInfinity(y))
        {
            return size == 1 ? 1 : (size > 1) == (y > 0) ? double.PositiveInfinity : 0;
        }

        bool whole = Math.Floor(y) == y;
        bool odd = whole && Math.Abs(y) < 1L << 53 && ((long)y & 1) != 0;
        double sizeOfPower;
        if (size == 0 || double.IsInfinity(size))
        {
            sizeOfPower = (size == 0) == (y > 0) ? 0 : double.PositiveInfinity;
        }
        else if (!whole)
        {
            return double.NaN;
        }
        else
        {
            sizeOfPower = Pow(size, y);
        }

        return odd && double.IsNegative(x) ? -sizeOfPower : sizeOfPower;
    }
}
