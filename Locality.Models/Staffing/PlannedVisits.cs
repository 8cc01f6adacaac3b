namespace LocalitySim.Models;

/// <summary>Is the visits that the referrals of a year bring to one service.</summary>
/// <param name="Service">The service's index.</param>
/// <param name="PerYear">The visits in the whole authority in a year.</param>
/// <param name="Need">Each area's share of them.</param>
/// <param name="ContactHours">The hours of one visit with the family.</param>
/// <param name="IsOwnAssessment">Whether they are for a further service's own assessment.</param>
internal sealed record PlannedVisits(int Service, double PerYear, double[] Need, double ContactHours, bool IsOwnAssessment = false);
