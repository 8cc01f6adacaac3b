namespace LocalitySim.Simulation;

/// <summary>
/// The standard normal distribution, to about 1 part in 10¹⁵ for |z| of moderate size, portable to the bit.
/// Source: Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23(107), 1969.
/// </summary>
internal static class NormalProbability
{
    private const double SquareRootOfHalf = 0.70710678118654757;
    private const double InverseRootPi = 0.56418958354775629;
    private const double InverseRootTwoPi = 0.39894228040143268;

    /// <summary>P(Z ≤ z).</summary>
    internal static double Cdf(double z)
    {
        double x = Math.Abs(z) * SquareRootOfHalf;
        if (x <= 0.46875)
        {
            double erf = x * Near(x * x);
            return 0.5 + (z < 0 ? -0.5 * erf : 0.5 * erf);
        }

        if (x > 27)
        {
            return z < 0 ? 0 : 1;
        }

        double tail = 0.5 * ExpOfMinusSquare(x) * (x <= 4 ? Middle(x) : Far(x));
        return z < 0 ? tail : 1 - tail;
    }

    /// <summary>The density at z.</summary>
    internal static double Density(double z) => InverseRootTwoPi * PortableMath.Exp(-0.5 * z * z);

    /// <summary>e^(−x²), the square taken in two parts so that its rounding does not count.</summary>
    private static double ExpOfMinusSquare(double x)
    {
        double head = Math.Floor(x * 16) / 16;
        double rest = (x - head) * (x + head);
        return PortableMath.Exp(-head * head) * PortableMath.Exp(-rest);
    }

    /// <summary>erf(x)/x for x² = y up to 0.2197.</summary>
    private static double Near(double y)
    {
        double numerator = 1.85777706184603153e-1 * y;
        double denominator = y;
        numerator = (numerator + 3.16112374387056560) * y;
        denominator = (denominator + 2.36012909523441209e1) * y;
        numerator = (numerator + 1.13864154151050156e2) * y;
        denominator = (denominator + 2.44024637934444173e2) * y;
        numerator = (numerator + 3.77485237685302021e2) * y;
        denominator = (denominator + 1.28261652607737228e3) * y;
        return (numerator + 3.20937758913846947e3) / (denominator + 2.84423683343917062e3);
    }

    /// <summary>e^(x²) erfc(x) for x from 0.46875 to 4.</summary>
    private static double Middle(double x)
    {
        double numerator = 2.15311535474403846e-8 * x;
        double denominator = x;
        numerator = (numerator + 5.64188496988670089e-1) * x;
        denominator = (denominator + 1.57449261107098347e1) * x;
        numerator = (numerator + 8.88314979438837594) * x;
        denominator = (denominator + 1.17693950891312499e2) * x;
        numerator = (numerator + 6.61191906371416295e1) * x;
        denominator = (denominator + 5.37181101862009858e2) * x;
        numerator = (numerator + 2.98635138197400131e2) * x;
        denominator = (denominator + 1.62138957456669019e3) * x;
        numerator = (numerator + 8.81952221241769090e2) * x;
        denominator = (denominator + 3.29079923573345963e3) * x;
        numerator = (numerator + 1.71204761263407058e3) * x;
        denominator = (denominator + 4.36261909014324716e3) * x;
        numerator = (numerator + 2.05107837782607147e3) * x;
        denominator = (denominator + 3.43936767414372164e3) * x;
        return (numerator + 1.23033935479799725e3) / (denominator + 1.23033935480374942e3);
    }

    /// <summary>e^(x²) erfc(x) for x over 4.</summary>
    private static double Far(double x)
    {
        double y = 1 / (x * x);
        double numerator = 1.63153871373020978e-2 * y;
        double denominator = y;
        numerator = (numerator + 3.05326634961232344e-1) * y;
        denominator = (denominator + 2.56852019228982242) * y;
        numerator = (numerator + 3.60344899949804439e-1) * y;
        denominator = (denominator + 1.87295284992346725) * y;
        numerator = (numerator + 1.25781726111229246e-1) * y;
        denominator = (denominator + 5.27905102951428412e-1) * y;
        numerator = (numerator + 1.60837851487422766e-2) * y;
        denominator = (denominator + 6.05183413124413191e-2) * y;
        double ratio = y * (numerator + 6.58749161529837803e-4) / (denominator + 2.33520497626869185e-3);
        return (InverseRootPi - ratio) / x;
    }
}
