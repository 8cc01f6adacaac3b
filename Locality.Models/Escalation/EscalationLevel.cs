using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Is a pathway or source on which no training referral escalated, or all did. Its odds against any other have no finite best estimate, so that it is
/// set aside: its referrals have one chance, and the others are fitted without them, which is where their best coefficients go in the limit
/// (Albert and Anderson, "On the existence of maximum likelihood estimates in logistic regression models", Biometrika 71(1), 1984).
/// </summary>
/// <param name="Attribute">Whether it is a pathway or a source.</param>
/// <param name="Level">Its name.</param>
/// <param name="Cases">The number of training referrals.</param>
/// <param name="Escalated">How many of them escalated: none or all.</param>
public sealed record EscalationLevel(EscalationAttribute Attribute, string Level, int Cases, int Escalated)
{
    /// <summary>Gets the chance: (escalated + ½)/(cases + 1), the mean under Jeffreys' prior (Jeffreys, Theory of Probability, 3rd ed. 1961, section 3.10).</summary>
    public double Chance => (Escalated + 0.5) / (Cases + 1);

    /// <summary>Gets the share that escalated, with its exact 95 % interval.</summary>
    public Interval Share => ExactBinomial.Share(Escalated, Cases);

    /// <summary>Gets the variance of the chance under the same prior.</summary>
    internal double Variance => Chance * (1 - Chance) / (Cases + 2);
}
