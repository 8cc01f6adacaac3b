namespace LocalitySim.Simulation;

/// <summary>
/// A quantity averaged over a stretch of time, to be merged with others: those of other replications, or of the stretch before.
/// Source: Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", Stanford report
/// STAN-CS-79-773 (1979), with durations as weights. The default is of no time at all.
/// </summary>
public readonly record struct TimeAverage
{
    private readonly double _mean;
    private readonly double _variance;
    private readonly double _min;
    private readonly double _max;

    internal TimeAverage(double duration, double mean, double variance, double min, double max)
    {
        Duration = duration;
        (_mean, _variance, _min, _max) = (mean, variance, min, max);
    }

    /// <summary>For how long the quantity was watched, zero or more.</summary>
    public double Duration { get; }

    /// <summary>The average over time; <c>null</c> if there was none.</summary>
    public double? Mean => Duration > 0 ? _mean : null;

    /// <summary>The average of (value − mean)² over time; <c>null</c> if there was none.</summary>
    public double? Variance => Duration > 0 ? _variance : null;

    /// <summary>The value integrated over time.</summary>
    public double Integral => _mean * Duration;

    /// <summary>The least value held; <c>null</c> if no time was watched.</summary>
    public double? Min => Duration > 0 ? _min : null;

    /// <summary>The greatest value held; <c>null</c> if no time was watched.</summary>
    public double? Max => Duration > 0 ? _max : null;

    /// <summary>The average over both stretches of time, each with its duration as its weight. Merge in a fixed order for the same bits.</summary>
    /// <param name="other">The other stretch.</param>
    public TimeAverage Merge(TimeAverage other)
    {
        if (Duration == 0 || other.Duration == 0)
        {
            return Duration == 0 ? other : this;
        }

        double duration = Duration + other.Duration;
        double share = other.Duration / duration;
        double delta = other._mean - _mean;
        return new TimeAverage(
            duration,
            _mean + (delta * share),
            (_variance * (1 - share)) + (other._variance * share) + (delta * delta * share * (1 - share)),
            Math.Min(_min, other._min),
            Math.Max(_max, other._max));
    }
}
