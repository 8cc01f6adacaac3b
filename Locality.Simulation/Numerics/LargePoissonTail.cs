namespace LocalitySim.Simulation;

/// <summary>
/// P(Y ≤ count) for a Poisson Y of great mean, by the uniform expansion of the incomplete gamma function, two terms: right to about
/// 10⁻¹² from a mean and a count of a million on, and the better the greater they are.
/// Source: Temme, "The asymptotic expansion of the incomplete gamma functions", SIAM Journal on Mathematical Analysis 10(4), 1979; NIST
/// Digital Library of Mathematical Functions, 8.12.3 to 8.12.9.
/// </summary>
internal static class LargePoissonTail
{
    /// <summary>From here on the first term left out, 1/(540 a √(2πa)), is under 10⁻¹².</summary>
    internal const double Least = 1e6;

    internal static double AtMost(double count, double mean)
    {
        // Q(a, x) = ½ erfc(η √(a/2)) + e^(−aη²/2) c₀(η)/√(2πa), where η²/2 = λ − 1 − ln λ and λ = x/a.
        double a = count + 1;
        double above = (mean - a) / a;
        double half = CountProbability.HalfDeviance(a, mean);
        double z = Math.Sign(above) * Math.Sqrt(2 * half);
        double eta = z / Math.Sqrt(a);
        double rest = NormalProbability.Density(z) / Math.Sqrt(a) * (Math.Abs(eta) < 0.05 ? Series(eta) : (1 / above) - (1 / eta));
        return Math.Clamp(NormalProbability.Cdf(-z) + rest, 0, 1);
    }

    // c₀(η) = 1/(λ − 1) − 1/η, of which near 0 little would be left.
    private static double Series(double eta) =>
        (-1.0 / 3) + (eta * ((1.0 / 12) + (eta * ((-2.0 / 135) + (eta * ((1.0 / 864) + (eta * (1.0 / 2835))))))));
}
