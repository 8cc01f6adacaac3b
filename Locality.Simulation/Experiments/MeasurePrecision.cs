namespace LocalitySim.Simulation;

/// <summary>How precisely a measure was known when a sequence of replications ended.</summary>
/// <param name="Target">What was asked for.</param>
/// <param name="Count">How many replications gave a value.</param>
/// <param name="Interval">
/// The mean over these, with Student's interval at the level asked for; <c>null</c> if none gave a value.
/// </param>
/// <param name="MetFrom">
/// The number of replications from which on the target was met without a break to the end; <c>null</c> if it was not met at the end.
/// </param>
public sealed record MeasurePrecision(PrecisionTarget Target, long Count, Interval? Interval, int? MetFrom)
{
    /// <summary>Whether the target was met at the end.</summary>
    public bool IsMet => MetFrom is not null;

    /// <summary>Half the width of the interval as a share of the mean's size; <c>null</c> without an interval, or if the mean is zero.</summary>
    public double? RelativeHalfWidth =>
        Interval is { Mean: not 0 } interval ? interval.HalfWidth / Math.Abs(interval.Mean) : null;
}
