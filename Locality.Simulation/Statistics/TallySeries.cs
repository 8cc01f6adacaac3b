namespace LocalitySim.Simulation;

/// <summary>Count, sum, mean, variance and range of observations by bin of time, in bounded memory.</summary>
/// <remarks>Holds at most the greatest number of bins, of 64 bytes each: 64 kB by default. See <see cref="BinnedSeries"/> for bins, windows and merging.</remarks>
public sealed class TallySeries : BinnedSeries
{
    private Tally?[] _tallies = [];

    /// <summary>Makes a series without observations.</summary>
    /// <param name="binWidth">The width of a bin at first, above zero, in the caller's unit of time.</param>
    /// <param name="startTime">When the first bin starts, finite.</param>
    /// <param name="maximumBins">The greatest number of bins, two or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public TallySeries(double binWidth, double startTime = 0, int maximumBins = DefaultMaximumBins)
        : base(binWidth, startTime, maximumBins)
    {
    }

    /// <summary>Adds an observation. Times may come in any order.</summary>
    /// <param name="time">When it was made, at or after the start.</param>
    /// <param name="value">The observation, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range or not finite.</exception>
    public void Add(double time, double value)
    {
        NumberGuard.Finite(value);

        // First the bin, for it may take a larger array.
        int bin = Observe(time);
        (_tallies[bin] ??= new Tally()).Add(value);
    }

    /// <summary>The observations of a bin.</summary>
    /// <param name="bin">The bin, from 0 to <see cref="BinnedSeries.Bins"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public WindowedTally Bin(int bin) => Gather(Check(bin), bin + 1);

    /// <summary>The observations of the bins that start in a window, merged in the order of time; <c>null</c> if no bin does.</summary>
    /// <param name="from">The start of the window, inclusive.</param>
    /// <param name="to">Its end, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or the end comes before the start.</exception>
    public WindowedTally? Window(double from, double to) => Within(from, to) is (int first, int end) ? Gather(first, end) : null;

    /// <summary>Adds all that another series has seen, which stays as it is.</summary>
    /// <param name="other">A series with the same start, first width and greatest number of bins.</param>
    /// <exception cref="ArgumentException">One of these differs.</exception>
    public void Merge(TallySeries other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int bins = other.Bins;
        int halvings = Align(other);
        for (int bin = 0; bin < bins; bin++)
        {
            if (other._tallies[bin] is Tally tally)
            {
                (_tallies[bin >> halvings] ??= new Tally()).Merge(tally);
            }
        }
    }

    private protected override void Reserve(int bins)
    {
        if (bins > _tallies.Length)
        {
            Array.Resize(ref _tallies, Math.Min(MaximumBins, Math.Max(bins, 2 * _tallies.Length)));
        }
    }

    private protected override void MergePairs()
    {
        for (int bin = 0; 2 * bin < Bins; bin++)
        {
            Tally? left = _tallies[2 * bin];
            Tally? right = (2 * bin) + 1 < Bins ? _tallies[(2 * bin) + 1] : null;
            if (left is not null && right is not null)
            {
                left.Merge(right);
            }

            _tallies[bin] = left ?? right;
        }

        Array.Clear(_tallies, (Bins + 1) / 2, Bins - ((Bins + 1) / 2));
    }

    private protected override void Clear() => Array.Clear(_tallies);

    private WindowedTally Gather(int first, int end)
    {
        Tally gathered = new();
        for (int bin = first; bin < end; bin++)
        {
            if (_tallies[bin] is Tally tally)
            {
                gathered.Merge(tally);
            }
        }

        return new WindowedTally(Edge(first), Until(end), Exposure(first, end), gathered);
    }
}
