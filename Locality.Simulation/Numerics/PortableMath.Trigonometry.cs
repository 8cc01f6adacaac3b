namespace LocalitySim.Simulation;

/// <content>Sine, cosine and arctangent.</content>
public static partial class PortableMath
{
    private const double LargestAngle = 1_000_000;

    // π/2 in two parts: the first is the nearest double, the second the nearest double to the rest.
    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;
    private const double TwoOverPi = 0.6366197723675814;

    /// <summary>The sine of an angle; error under 2 units in the last place.</summary>
    /// <param name="x">The angle in radians: at most 1,000,000 in size. NaN gives NaN.</param>
    /// <exception cref="ArgumentOutOfRangeException">The angle is larger, or infinite.</exception>
    /// <remarks>Source: reduction by a multiple of π/2 with a fused multiply-add (Muller, "Elementary Functions", 3rd ed. 2016, section 11.2), then Taylor's series.</remarks>
    public static double Sin(double x) => SinOfQuarter(x, 0);

    /// <summary>The cosine of an angle; error under 2 units in the last place.</summary>
    /// <inheritdoc cref="Sin"/>
    public static double Cos(double x) => SinOfQuarter(x, 1);

    /// <summary>The arctangent, in radians from −π/2 to π/2; error under 2 units in the last place.</summary>
    /// <param name="x">Any number. ±∞ gives ±π/2; NaN gives NaN.</param>
    /// <remarks>
    /// Source: FreeBSD's msun library, s_atan.c (Sun Microsystems 1993): the argument is brought near zero by one of four known arctangents,
    /// and a polynomial does the rest.
    /// </remarks>
    public static double Atan(double x)
    {
        double size = Math.Abs(x);
        (double reduced, double high, double low) = size switch
        {
            double.NaN => (size, 0, 0),
            < 7.0 / 16 => (size, 0, 0),
            < 11.0 / 16 => (((2 * size) - 1) / (2 + size), 0.4636476090008061, 2.2698777452961687e-17),
            < 19.0 / 16 => ((size - 1) / (size + 1), 0.7853981633974483, 3.061616997868383e-17),
            < 39.0 / 16 => ((size - 1.5) / (1 + (1.5 * size)), 0.982793723247329, 1.3903311031230998e-17),
            _ => (-1 / size, HalfPiHigh, HalfPiLow),
        };

        double z = reduced * reduced;
        double w = z * z;
        double odd = Horner(
            w, 1.62858201153657823623e-02, 4.97687799461593236017e-02, 6.66107313738753120669e-02, 9.09088713343650656196e-02, 1.42857142725034663711e-01, 3.33333333333329318027e-01);
        double even = Horner(
            w, 0, -3.65315727442169155270e-02, -5.83357013379057348645e-02, -7.69187620504482999495e-02, -1.11111104054623557880e-01, -1.99999999998764832476e-01);
        double rest = reduced * Math.FusedMultiplyAdd(z, odd, w * even);
        double angle = high == 0 ? reduced - rest : high - ((rest - low) - reduced);
        return double.IsNegative(x) ? -angle : angle;
    }

    // The sine of x + quarters · π/2.
    private static double SinOfQuarter(double x, int quarters)
    {
        // The sine of −0 is −0.
        if (double.IsNaN(x) || (x == 0 && quarters == 0))
        {
            return x;
        }

        if (Math.Abs(x) > LargestAngle)
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "Expected an angle of 1,000,000 radians at most.");
        }

        // The product has at most 73 bits and the difference at most 53: the first subtraction is exact.
        double k = Math.Floor(Math.FusedMultiplyAdd(x, TwoOverPi, 0.5));
        double reduced = Math.FusedMultiplyAdd(-k, HalfPiHigh, x);
        double r = Math.FusedMultiplyAdd(-k, HalfPiLow, reduced);
        double rLow = Math.FusedMultiplyAdd(-k, HalfPiLow, reduced - r);
        int quarter = ((int)k + quarters) & 3;
        double value = (quarter & 1) == 0 ? SinOfReduced(r, rLow) : CosOfReduced(r, rLow);
        return quarter < 2 ? value : -value;
    }

    // r − r³/3! + r⁵/5! − … + r¹⁷/17!, for |r| up to π/4.
    private static double SinOfReduced(double r, double low)
    {
        double r2 = r * r;
        double sum = Horner(r2, 1.0 / 355687428096000, -1.0 / 1307674368000, 1.0 / 6227020800, -1.0 / 39916800, 1.0 / 362880, -1.0 / 5040);
        sum = Math.FusedMultiplyAdd(sum, r2, 1.0 / 120);
        sum = Math.FusedMultiplyAdd(sum, r2, -1.0 / 6);
        return r + Math.FusedMultiplyAdd(r * r2, sum, low);
    }

    // 1 − r²/2! + r⁴/4! − … + r¹⁶/16!, for |r| up to π/4. The rounding of 1 − r²/2 is taken back.
    private static double CosOfReduced(double r, double low)
    {
        double r2 = r * r;
        double sum = Horner(r2, 1.0 / 20922789888000, -1.0 / 87178291200, 1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720);
        sum = Math.FusedMultiplyAdd(sum, r2, 1.0 / 24);
        double half = 0.5 * r2;
        double high = 1 - half;
        return high + (((1 - high) - half) + Math.FusedMultiplyAdd(r2 * r2, sum, -(r * low)));
    }
}
