using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is how logistic regression and boosted trees came off on training referrals of children that they were not fitted to.</summary>
/// <param name="Method">The one that is used: the one of the lower log loss.</param>
/// <param name="Logistic">The log loss of logistic regression.</param>
/// <param name="Trees">The log loss of boosted trees; null where they were not tried.</param>
/// <param name="Difference">The trees' less the regression's, referral by referral; null where they were not tried. Where it spans zero there is no clear difference.</param>
/// <param name="WasStopped">Whether trees were not tried because the fit was stopped.</param>
public sealed record EscalationChoice(EscalationMethod Method, Interval Logistic, Interval? Trees, Interval? Difference, bool WasStopped);
