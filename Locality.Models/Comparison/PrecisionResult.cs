using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is why no more futures were added, and how precise the mean waits are.</summary>
/// <param name="Goal">What was asked for.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Enough">From how many futures on every mean was precise enough; null if it never was.</param>
/// <param name="Waits">The precision of each structure's mean wait, in the order of the structures.</param>
public sealed record PrecisionResult(PrecisionGoal Goal, StopReason Reason, int? Enough, ImmutableArray<MeasurePrecision> Waits);
