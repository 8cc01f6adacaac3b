namespace LocalitySim.Simulation;

/// <summary>Counts events, such as arrivals or departures, and tells their rate: over the whole run, by bin of time and by window.</summary>
/// <remarks>Holds at most the greatest number of bins, of 8 bytes each, or 16 once merged. See <see cref="BinnedSeries"/> for bins, windows and merging.</remarks>
public sealed class EventCounter : BinnedSeries
{
    private long[] _counts = [];

    /// <summary>Makes a counter at zero.</summary>
    /// <param name="binWidth">The width of a bin at first, above zero, in the caller's unit of time.</param>
    /// <param name="startTime">When counting starts, finite.</param>
    /// <param name="maximumBins">The greatest number of bins, two or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public EventCounter(double binWidth, double startTime = 0, int maximumBins = DefaultMaximumBins)
        : base(binWidth, startTime, maximumBins)
    {
    }

    /// <summary>How many events there were since the start or the last reset.</summary>
    public long Count { get; private set; }

    /// <summary>Events in a unit of time since the start or the last reset; <c>null</c> if no time was watched.</summary>
    public double? Rate => Gather(0, Bins).Rate;

    /// <summary>Counts events. Times may come in any order.</summary>
    /// <param name="time">When they happened, at or after the start.</param>
    /// <param name="events">How many at once, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range or not finite.</exception>
    public void Add(double time, int events = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);

        // First the bin, for it may take a larger array.
        int bin = Observe(time);
        _counts[bin] += events;
        Count += events;
    }

    /// <summary>The events of a bin.</summary>
    /// <param name="bin">The bin, from 0 to <see cref="BinnedSeries.Bins"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public WindowedCount Bin(int bin) => Gather(Check(bin), bin + 1);

    /// <summary>The events of the bins that start in a window; <c>null</c> if no bin does.</summary>
    /// <param name="from">The start of the window, inclusive.</param>
    /// <param name="to">Its end, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or the end comes before the start.</exception>
    public WindowedCount? Window(double from, double to) => Within(from, to) is (int first, int end) ? Gather(first, end) : null;

    /// <summary>Adds all that another counter has seen, which stays as it is.</summary>
    /// <param name="other">A counter with the same start, first width and greatest number of bins.</param>
    /// <exception cref="ArgumentException">One of these differs.</exception>
    public void Merge(EventCounter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (int bins, long count) = (other.Bins, other.Count);
        long[] counts = other._counts[..bins];
        int halvings = Align(other);
        for (int bin = 0; bin < bins; bin++)
        {
            _counts[bin >> halvings] += counts[bin];
        }

        Count += count;
    }

    private protected override void Reserve(int bins)
    {
        if (bins > _counts.Length)
        {
            Array.Resize(ref _counts, Math.Min(MaximumBins, Math.Max(bins, 2 * _counts.Length)));
        }
    }

    private protected override void MergePairs()
    {
        for (int bin = 0; 2 * bin < Bins; bin++)
        {
            _counts[bin] = _counts[2 * bin] + ((2 * bin) + 1 < Bins ? _counts[(2 * bin) + 1] : 0);
        }

        Array.Clear(_counts, (Bins + 1) / 2, Bins - ((Bins + 1) / 2));
    }

    private protected override void Clear()
    {
        Array.Clear(_counts);
        Count = 0;
    }

    private WindowedCount Gather(int first, int end)
    {
        long count = 0;
        for (int bin = first; bin < end; bin++)
        {
            count += _counts[bin];
        }

        return new WindowedCount(Edge(first), end > first ? Until(end) : Edge(first), Exposure(first, end), count);
    }
}
