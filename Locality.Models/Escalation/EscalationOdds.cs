using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is by what the odds of escalation are multiplied for one more of a column, all others held.</summary>
/// <param name="Column">The column.</param>
/// <param name="Ratio">The odds ratio with its interval: it covers what the training referrals leave open, under the model; it is no effect of changing the column.</param>
public sealed record EscalationOdds(EscalationColumn Column, Interval Ratio);
