namespace LocalitySim.Simulation;

/// <summary>The constants of the fully sequential procedures of Kim and Nelson, with their c = 1: a triangle as continuation region.</summary>
/// <remarks>
/// Source: Kim and Nelson, "A fully sequential procedure for indifference-zone selection in simulation", ACM TOMACS 11(3), 2001,
/// section 3: η = ½[(2α/(k − 1))^(−2/ν) − 1] and h² = 2cην, with α = 1 − confidence and ν = n₀ − 1. The paper finds c = 1 the best choice
/// where little is known of the means. The division by k − 1 is Bonferroni's and holds with common random numbers too.
/// </remarks>
/// <param name="Eta">The constant η, above zero.</param>
/// <param name="HSquared">The constant h², above zero.</param>
public readonly record struct KimNelsonConstant(double Eta, double HSquared)
{
    /// <summary>Gives both constants.</summary>
    /// <param name="systems">The number k of systems, two or more.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom ν of the variances, 1 or more and finite: n₀ − 1 for a first stage of n₀.</param>
    /// <param name="confidence">The probability of a correct selection, above 1/k and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static KimNelsonConstant Of(int systems, int degreesOfFreedom, double confidence)
    {
        SelectionGuard.Systems(systems);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        SelectionGuard.Confidence(confidence, systems);
        return OfError((1 - confidence) / (systems - 1), degreesOfFreedom);
    }

    /// <summary>The constants for one comparison that may err with a probability β, above 0 and below ½.</summary>
    internal static KimNelsonConstant OfError(double error, int degreesOfFreedom)
    {
        double eta = 0.5 * PortableMath.Expm1(-2.0 / degreesOfFreedom * PortableMath.Log(2 * error));
        return new KimNelsonConstant(eta, 2 * eta * degreesOfFreedom);
    }
}
