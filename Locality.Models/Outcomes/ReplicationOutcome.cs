namespace LocalitySim.Models;

/// <summary>Is what one future of one structure came to.</summary>
/// <param name="Values">Each measure's value, in the order of <see cref="Measure.All"/>; null where nothing was there to measure. A quantile that was not reached counts as 180 days.</param>
/// <param name="AllocatedCurve">The share allocated by each time of <see cref="WaitGrid"/>.</param>
/// <param name="Levels">By dimension and level, the values of <see cref="Measure.OfLevels"/>.</param>
internal sealed record ReplicationOutcome(double?[] Values, double[] AllocatedCurve, LevelOutcome[][] Levels)
{
    /// <summary>Gets what charts need beyond the measures; null where the future is kept without it.</summary>
    internal RunDetails? Details { get; init; }
}
