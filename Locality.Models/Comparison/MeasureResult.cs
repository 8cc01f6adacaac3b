namespace LocalitySim.Models;

/// <summary>Is a measure of a structure over all futures, with its 95 % interval.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Mean">The mean over futures; for a quantile of the wait, where the mean curve reaches it. Null where nothing was measured, or the quantile is not reached by day 180.</param>
/// <param name="Lower">The interval's lower end; null where there is none.</param>
/// <param name="Upper">The interval's upper end; null where there is none, or it is not reached by day 180.</param>
public sealed record MeasureResult(Measure Measure, double? Mean, double? Lower, double? Upper);
