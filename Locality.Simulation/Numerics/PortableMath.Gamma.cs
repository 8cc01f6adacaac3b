namespace LocalitySim.Simulation;

/// <content>The gamma function.</content>
public static partial class PortableMath
{
    private const double HalfLogTwoPi = 0.9189385332046728;
    private const double StirlingFrom = 16;

    /// <summary>
    /// ln Γ(<paramref name="x"/>) for x above 0; error under 2 × 10⁻¹⁴ × max(1, |ln Γ(x)|).
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

        double product = 1;
        double shifted = x;
        while (shifted < StirlingFrom)
        {
            product *= shifted;
            shifted++;
        }

        double value = ((shifted - 0.5) * Log(shifted)) - shifted + HalfLogTwoPi + StirlingCorrection(shifted);
        return product == 1 ? value : value - Log(product);
    }

    /// <summary>ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x of 16 or more.</summary>
    internal static double StirlingCorrection(double x)
    {
        double inverse = 1 / x;
        double y = inverse * inverse;
        return inverse * Horner(y, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12);
    }
}
