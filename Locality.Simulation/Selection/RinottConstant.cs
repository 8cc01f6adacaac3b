namespace LocalitySim.Simulation;

/// <summary>
/// The constant h of Rinott's two-stage procedure: with a first stage of n₀ observations of standard deviation s, a system is observed
/// max(n₀, ⌈(h s/δ)²⌉) times in all, and the system with the best mean is the best with the confidence asked for, if it is better by δ.
/// </summary>
/// <remarks>
/// Sources: Rinott, "On two-stage selection procedures and related probability-inequalities", Communications in Statistics – Theory
/// and Methods A7(8), 1978: h solves E{[E(Φ(h/√(ν(1/X + 1/Y))) | Y)]^(k − 1)} = confidence, with X and Y independent χ² of ν degrees of
/// freedom. Tables: Wilcox, "A table for Rinott's selection procedure", Journal of Quality Technology 16(2), 1984. Thread-safe, the
/// same bits on every platform; the error is under 10⁻⁹.
/// </remarks>
public static class RinottConstant
{
    /// <summary>Gives h, a number above zero.</summary>
    /// <param name="systems">The number k of systems, two or more.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom ν = n₀ − 1 of the first stage, 1 or more; infinity for a known variance.</param>
    /// <param name="confidence">The probability of a correct selection, above 1/k and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double Of(int systems, double degreesOfFreedom, double confidence)
    {
        SelectionGuard.Systems(systems);
        SelectionGuard.DegreesOfFreedom(degreesOfFreedom);
        SelectionGuard.Confidence(confidence, systems);
        ScaledChi chi = ScaledChi.Of(degreesOfFreedom);
        return MonotoneRoot.Of(h => Probability(h, systems - 1, chi), confidence);
    }

    private static double Probability(double h, int others, ScaledChi chi)
    {
        double sum = 0;
        for (int i = 0; i < chi.Nodes.Length; i++)
        {
            double own = 1 / (chi.Nodes[i] * chi.Nodes[i]);
            double inner = 0;
            for (int j = 0; j < chi.Nodes.Length; j++)
            {
                inner += chi.Weights[j] * NormalProbability.Cdf(h / Math.Sqrt(own + (1 / (chi.Nodes[j] * chi.Nodes[j]))));
            }

            sum += chi.Weights[i] * WholePower.Of(inner, others);
        }

        return sum;
    }
}
