using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the best split found of one service's posts.</summary>
/// <param name="Service">The service's id.</param>
/// <param name="Teams">Its teams.</param>
/// <param name="Difference">The objective with the split found less that with the posts there are, in days, in the same fresh futures; null where both are the same, or it was stopped before.</param>
/// <param name="IsSame">Whether no better split than the present one was found.</param>
public sealed record ServiceSplit(string Service, ImmutableArray<TeamSplit> Teams, Interval? Difference, bool IsSame);
