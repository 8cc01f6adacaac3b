namespace LocalitySim.Simulation;

/// <summary>
/// How narrow the interval of a measure's mean has to be: half its width is at most a share of the mean's size, or at most an amount
/// in the measure's own unit. Where both are given, either is enough.
/// </summary>
/// <remarks>
/// A share of a mean of zero is zero: such a measure meets it only if all its values are the same. Where a mean may lie near zero, give
/// an amount as well.
/// </remarks>
public sealed record PrecisionTarget
{
    /// <summary>Makes the target of a measure.</summary>
    /// <param name="measure">The measure's name, not empty.</param>
    /// <param name="relativeHalfWidth">The greatest half-width as a share of the mean's size, above zero; 0.05 for five per cent.</param>
    /// <param name="absoluteHalfWidth">The greatest half-width in the measure's unit, above zero.</param>
    /// <exception cref="ArgumentException">The name is empty, or neither half-width is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A half-width is not a finite number above zero.</exception>
    public PrecisionTarget(string measure, double? relativeHalfWidth = null, double? absoluteHalfWidth = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(measure);
        if (relativeHalfWidth is null && absoluteHalfWidth is null)
        {
            throw new ArgumentException($"Target of '{measure}': found no half-width; expected a relative one, an absolute one or both.", nameof(relativeHalfWidth));
        }

        Measure = measure;
        RelativeHalfWidth = relativeHalfWidth is double share ? NumberGuard.Positive(share, nameof(relativeHalfWidth)) : null;
        AbsoluteHalfWidth = absoluteHalfWidth is double amount ? NumberGuard.Positive(amount, nameof(absoluteHalfWidth)) : null;
    }

    /// <summary>The measure's name.</summary>
    public string Measure { get; }

    /// <summary>The greatest half-width as a share of the mean's size; <c>null</c> if there is no such target.</summary>
    public double? RelativeHalfWidth { get; }

    /// <summary>The greatest half-width in the measure's unit; <c>null</c> if there is no such target.</summary>
    public double? AbsoluteHalfWidth { get; }

    /// <summary>Whether an interval is narrow enough. One with infinite bounds never is.</summary>
    /// <param name="interval">The interval of the measure's mean.</param>
    public bool IsMetBy(Interval interval) =>
        interval.HalfWidth <= RelativeHalfWidth * Math.Abs(interval.Mean) || interval.HalfWidth <= AbsoluteHalfWidth;
}
