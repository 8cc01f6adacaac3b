namespace LocalitySim.Simulation;

/// <content>The gamma function.</content>
public static partial class PortableMath
{
    private const double HalfLogTwoPi = 0.9189385332046728;
    private const double HalfLogTwoPiLow = -3.8782941580672414e-17;
    private const double StirlingFrom = 16;

    /// <summary>
    /// ln Γ(<paramref name="x"/>) for x above 0; error under 4 × 10⁻¹⁶ × max(1, |ln Γ(x)|).
    /// Source: Stirling's series, NIST Digital Library of Mathematical Functions, 5.11.1, after shifting x to 16 or more (5.5.1).
    /// </summary>
    /// <param name="x">A number above 0; ∞ gives ∞.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is NaN, zero or negative.</exception>
    public static double LogGamma(double x)
    {
        if (!(x > 0))
        {
            throw NumberGuard.Refusal(x, nameof(x), "a number above zero");
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        // Two parts each, for the large terms nearly cancel where ln Γ is small.
        double product = 1;
        double productLow = 0;
        double shifted = x;
        double shiftedLow = 0;
        while (shifted < StirlingFrom)
        {
            double next = product * shifted;
            productLow = Math.FusedMultiplyAdd(product, shifted, -next) + (product * shiftedLow) + (productLow * shifted);
            product = next;
            (shifted, double rounding) = TwoSum(shifted, 1);
            shiftedLow += rounding;
        }

        (double log, double logLow) = LogInTwoParts(shifted);
        double power = (shifted - 0.5) * log;
        if (double.IsPositiveInfinity(power))
        {
            return power;
        }

        (double logOfProduct, double logOfProductLow) = product == 1 ? (0, 0) : LogInTwoParts(product);
        double powerLow = Math.FusedMultiplyAdd(shifted - 0.5, log, -power) + ((shifted - 0.5) * logLow);
        (double sum, double first) = TwoSum(power, -shifted);
        (sum, double second) = TwoSum(sum, HalfLogTwoPi);
        (sum, double third) = TwoSum(sum, -logOfProduct);

        // What shifting rounded off counts by the derivative of ln Γ, ln x − 1/(2x) nearly.
        double rest = (shiftedLow * (log - (0.5 / shifted))) - logOfProductLow - (productLow / product);
        return sum + (StirlingCorrection(shifted) + HalfLogTwoPiLow + first + second + third + powerLow + rest);
    }

    /// <summary>ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x of 16 or more.</summary>
    internal static double StirlingCorrection(double x)
    {
        double inverse = 1 / x;
        double y = inverse * inverse;
        return inverse * Horner(y, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12);
    }
}
