namespace LocalitySim.Models;

/// <summary>Is what a model of escalation was fitted to.</summary>
/// <param name="Origin">Where the referrals are from, in words.</param>
/// <param name="IsSimulated">Whether a simulation made them: then the model gives back what the scenario assumes, and no more.</param>
/// <param name="Sha256">The hash of all referrals, those that test included, in hexadecimal.</param>
/// <param name="Cases">The number of referrals fitted.</param>
/// <param name="Children">The number of children.</param>
/// <param name="Escalated">How many of the referrals escalated.</param>
/// <param name="From">The day of the first.</param>
/// <param name="To">The day of the last.</param>
public sealed record EscalationTraining(string Origin, bool IsSimulated, string Sha256, int Cases, int Children, int Escalated, DateOnly From, DateOnly To)
{
    /// <summary>Gets the share that escalated.</summary>
    public double Share => (double)Escalated / Cases;
}
