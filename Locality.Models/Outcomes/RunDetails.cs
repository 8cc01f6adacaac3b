namespace LocalitySim.Models;

/// <summary>Is what charts need of one future beyond its measures.</summary>
/// <param name="LostByDay">The share lost by each whole day from 0 to 180; null where nobody waited.</param>
/// <param name="Caseloads">Points per full-time equivalent at the shares of <see cref="CaseloadLooks.Shares"/>; null where no post was filled.</param>
/// <param name="Posts">What each post held; empty for every future but the first.</param>
/// <param name="Flows">The children a year along each link of the <see cref="FlowLayout"/>.</param>
internal sealed record RunDetails(double[]? LostByDay, double[]? Caseloads, PostCaseload[] Posts, double[] Flows);
