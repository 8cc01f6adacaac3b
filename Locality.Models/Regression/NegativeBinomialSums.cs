using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The derivatives of a negative binomial log-likelihood in its dispersion α, written so that nothing cancels as α goes to zero.
/// Source: Lawless, "Negative binomial and mixed Poisson regression", Canadian Journal of Statistics 15(3), 1987, equations 2.2 to 2.6.
/// </summary>
internal static class NegativeBinomialSums
{
    private const int LongestSum = 4096;
    private const int SumsBeforeIntegral = 256;

    /// <summary>∂ℓ/∂α and ∂²ℓ/∂α² of one count, of mean above zero; at α = 0 as well, where the first is ((y − μ)² − y)/2.</summary>
    internal static (double First, double Second) Derivatives(double count, double mean, double dispersion)
    {
        (double first, double second) = Sums(count, dispersion);
        double t = dispersion * mean;
        (double g, double slope) = Rest(t);
        double fall = mean / (1 + t);
        return (first + (mean * mean * g) - (count * fall), -second + (mean * mean * mean * slope) + (count * fall * fall));
    }

    /// <summary>Σ j/(1 + αj) and Σ j²/(1 + αj)² for j from 0 to y − 1; long sums by Euler and Maclaurin (DLMF 2.10.1).</summary>
    internal static (double First, double Second) Sums(double count, double dispersion)
    {
        double first = 0;
        double second = 0;
        double direct = count <= LongestSum ? count : SumsBeforeIntegral;
        for (double j = 1; j < direct; j++)
        {
            double term = j / (1 + (dispersion * j));
            first += term;
            second += term * term;
        }

        if (direct < count)
        {
            (double Value, double Slope, double Third) f0 = Linear(direct, dispersion);
            (double Value, double Slope, double Third) f1 = Linear(count, dispersion);
            first += LinearIntegral(count, dispersion) - LinearIntegral(direct, dispersion)
                + (0.5 * (f0.Value - f1.Value)) + ((f1.Slope - f0.Slope) / 12) - ((f1.Third - f0.Third) / 720);
            (double Value, double Slope, double Third) g0 = Square(direct, dispersion);
            (double Value, double Slope, double Third) g1 = Square(count, dispersion);
            second += SquareIntegral(count, dispersion) - SquareIntegral(direct, dispersion)
                + (0.5 * (g0.Value - g1.Value)) + ((g1.Slope - g0.Slope) / 12) - ((g1.Third - g0.Third) / 720);
        }

        return (first, second);
    }

    // (ln(1 + t) − t/(1 + t))/t² and its derivative.
    private static (double Value, double Slope) Rest(double t)
    {
        if (t > 0.1)
        {
            double value = (PortableMath.Log1p(t) - (t / (1 + t))) / (t * t);
            return (value, (1 / (t * (1 + t) * (1 + t))) - (2 * value / t));
        }

        double sum = 0;
        double slope = 0;
        double power = 1;
        for (int m = 0; m < 22; m++)
        {
            sum += power * (m + 1) / (m + 2);
            slope -= power * (m + 1) * (m + 2) / (m + 3);
            power *= -t;
        }

        return (sum, slope);
    }

    private static (double Value, double Slope, double Third) Linear(double x, double a)
    {
        double v = 1 / (1 + (a * x));
        return (x * v, v * v, 6 * a * a * v * v * v * v);
    }

    private static (double Value, double Slope, double Third) Square(double x, double a)
    {
        double v = 1 / (1 + (a * x));
        return (x * x * v * v, 2 * x * v * v * v, 12 * a * v * v * v * v * (1 - (2 * v)));
    }

    // ∫ x/(1 + αx) from 0: x² (s − ln(1 + s))/s² with s = αx.
    private static double LinearIntegral(double x, double a)
    {
        double s = a * x;
        return x * x * (s > 0.1 ? (s - PortableMath.Log1p(s)) / (s * s) : Series(s, 2, false));
    }

    // ∫ x²/(1 + αx)² from 0: x³ (s − 2 ln(1 + s) + s/(1 + s))/s³.
    private static double SquareIntegral(double x, double a)
    {
        double s = a * x;
        return x * x * x * (s > 0.1 ? (s - (2 * PortableMath.Log1p(s)) + (s / (1 + s))) / (s * s * s) : Series(s, 3, true));
    }

    // Σ (−s)^k c/(k + first), where c is 1 or k + 1.
    private static double Series(double s, int first, bool isSquare)
    {
        double sum = 0;
        double power = 1;
        for (int k = 0; k < 22; k++)
        {
            sum += power * (isSquare ? k + 1 : 1) / (k + first);
            power *= -s;
        }

        return sum;
    }
}
