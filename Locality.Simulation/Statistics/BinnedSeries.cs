namespace LocalitySim.Simulation;

/// <summary>
/// What happened in each of many bins of time of one width, from a start on. Memory is bounded: where more bins than a stated
/// number would be needed, the width doubles and neighbours are merged in pairs, as often as it takes.
/// </summary>
/// <remarks>
/// <para>
/// Bin b holds the times from start + b · width, inclusive, to start + (b + 1) · width, exclusive. A bound of a wider bin is a
/// bound of the narrow ones to the bit, so a series that has doubled equals one that was made with the greater width.
/// Choose a width that binary numbers hold exactly, such as 1, 7 or 0.25, where bounds must be exact.
/// </para>
/// <para>
/// Merging pools replications: what was seen adds up, and so does the time for which it was seen. Merge in replication order for
/// the same bits each time. A window takes the bins that start in it, so windows side by side add up to the whole; at either
/// end it is up to one bin longer or shorter than asked, and says so. Not thread-safe.
/// </para>
/// </remarks>
public abstract class BinnedSeries
{
    /// <summary>The greatest number of bins unless another is asked for.</summary>
    public const int DefaultMaximumBins = 1024;

    private readonly double _finest;

    // The time for which the merged series have watched each bin.
    private double[] _pooled = [];
    private double _pooledEnd;

    // The bin of the last observation: the next is likely to be in it too.
    private int _current;

    private protected BinnedSeries(double binWidth, double startTime, int maximumBins)
    {
        BinWidth = _finest = NumberGuard.Positive(binWidth);
        StartTime = EndTime = _pooledEnd = NumberGuard.Finite(startTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumBins, 2);
        MaximumBins = maximumBins;
    }

    /// <summary>When the first bin starts.</summary>
    public double StartTime { get; private set; }

    /// <summary>The latest time that the series knows of, without those merged into it.</summary>
    public double EndTime { get; private protected set; }

    /// <summary>The width of a bin now: the one asked for, or a power of two times it.</summary>
    public double BinWidth { get; private set; }

    /// <summary>The greatest number of bins, two or more.</summary>
    public int MaximumBins { get; }

    /// <summary>How many bins there are now, up to the last with time or with an observation in it.</summary>
    public int Bins { get; private set; }

    /// <summary>When a bin starts.</summary>
    /// <param name="bin">The bin, from 0 to <see cref="Bins"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public double BinStart(int bin) => Edge(Check(bin));

    /// <summary>For how long a bin was watched, over all the series merged.</summary>
    /// <param name="bin">The bin, from 0 to <see cref="Bins"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public double Exposure(int bin)
    {
        double own = Math.Max(0, Math.Min(Edge(Check(bin) + 1), EndTime) - Edge(bin));
        return bin < _pooled.Length ? own + _pooled[bin] : own;
    }

    /// <summary>Says that the series has been watched up to a time; one that is known already changes nothing.</summary>
    /// <param name="time">The time, at or after the start.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the start, or not finite.</exception>
    public virtual void AdvanceTo(double time)
    {
        if (NumberGuard.AtLeast(time, StartTime) > EndTime)
        {
            Reach(time);
        }
    }

    /// <summary>Forgets all that was recorded; bins start here with the first width. This ends a warm-up.</summary>
    /// <param name="time">When, at or after the latest time known.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the latest time known, or not finite.</exception>
    public void ResetAt(double time)
    {
        StartTime = EndTime = _pooledEnd = NumberGuard.AtLeast(time, EndTime);
        BinWidth = _finest;
        Bins = _current = 0;
        _pooled = [];
        Clear();
    }

    private protected double Edge(int bin) => StartTime + (bin * BinWidth);

    private protected int Check(int bin) =>
        bin >= 0 && bin < Bins ? bin : throw NumberGuard.Refusal(bin, nameof(bin), $"a whole number from 0 to {Bins - 1}");

    /// <summary>Makes room for a time at which something is seen, and returns its bin.</summary>
    private protected int Observe(double time)
    {
        if (_current < Bins && time >= Edge(_current) && time < Edge(_current + 1))
        {
            EndTime = Math.Max(EndTime, time);
            return _current;
        }

        NumberGuard.AtLeast(time, StartTime);
        while (!(time < Edge(MaximumBins)))
        {
            Widen();
        }

        int bin = IndexOf(time);
        if (time > EndTime)
        {
            Reach(time);
        }

        Use(bin + 1);
        _current = bin;
        return bin;
    }

    /// <summary>The bin of a time from the start to before the last bound.</summary>
    private protected int IndexOf(double time)
    {
        int bin = (int)Math.Min(MaximumBins - 1, (time - StartTime) / BinWidth);
        while (time < Edge(bin))
        {
            bin--;
        }

        while (time >= Edge(bin + 1))
        {
            bin++;
        }

        return bin;
    }

    /// <summary>The bins that start in a window, as the first and the one after the last; <c>null</c> if there is none.</summary>
    private protected (int First, int End)? Within(double from, double to)
    {
        NumberGuard.AtLeast(to, NumberGuard.Finite(from));
        (int first, int end) = (From(from), From(to));
        return first < end ? (first, end) : null;
    }

    private protected double Until(int end) => Math.Min(Edge(end), Math.Max(Math.Max(EndTime, _pooledEnd), Edge(end - 1)));

    /// <summary>Adds up the exposures of bins.</summary>
    private protected double Exposure(int first, int end)
    {
        double sum = 0;
        for (int bin = first; bin < end; bin++)
        {
            sum += Exposure(bin);
        }

        return sum;
    }

    /// <summary>Brings both to one width and adds up the exposures; how often to halve the number of another's bin to find its place here.</summary>
    private protected int Align(BinnedSeries other)
    {
        if (other.StartTime != StartTime || other._finest != _finest || other.MaximumBins != MaximumBins)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Merging series: found start {other.StartTime}, width {other._finest}, at most {other.MaximumBins} bins; expected {StartTime}, {_finest}, {MaximumBins}, as in this one."),
                nameof(other));
        }

        while (BinWidth < other.BinWidth)
        {
            Widen();
        }

        int halvings = 0;
        for (double width = other.BinWidth; width < BinWidth; width *= 2)
        {
            halvings++;
        }

        // A shift by more than this would begin anew; all bins are one by then.
        halvings = Math.Min(halvings, 31);

        if (other.Bins > 0)
        {
            Use(((other.Bins - 1) >> halvings) + 1);
        }

        double[] exposures = new double[other.Bins];
        for (int bin = 0; bin < exposures.Length; bin++)
        {
            exposures[bin] = other.Exposure(bin);
        }

        _pooledEnd = Math.Max(_pooledEnd, Math.Max(other.EndTime, other._pooledEnd));
        Array.Resize(ref _pooled, Math.Max(_pooled.Length, Bins));
        for (int bin = 0; bin < exposures.Length; bin++)
        {
            _pooled[bin >> halvings] += exposures[bin];
        }

        return halvings;
    }

    /// <summary>Makes room for a number of bins, which is not above the greatest.</summary>
    private protected abstract void Reserve(int bins);

    /// <summary>Merges bins 2b and 2b + 1 into bin b, for as many bins as there are.</summary>
    private protected abstract void MergePairs();

    private protected abstract void Clear();

    /// <summary>Puts the sums of pairs into the first half, and zero into the rest.</summary>
    private protected static void AddPairs(double[] values)
    {
        for (int bin = 0; bin < values.Length; bin++)
        {
            double sum = 2 * bin < values.Length ? values[2 * bin] : 0;
            values[bin] = (2 * bin) + 1 < values.Length ? sum + values[(2 * bin) + 1] : sum;
        }
    }

    private protected void Reach(double time)
    {
        while (Edge(MaximumBins) < time)
        {
            Widen();
        }

        EndTime = time;
        int bin = time < Edge(MaximumBins) ? IndexOf(time) : MaximumBins;
        Use(Edge(bin) < time ? bin + 1 : bin);
    }

    private int From(double time)
    {
        int below = 0;
        int end = Bins;
        while (below < end)
        {
            int middle = (below + end) / 2;
            (below, end) = Edge(middle) < time ? (middle + 1, end) : (below, middle);
        }

        return below;
    }

    private void Use(int bins)
    {
        if (bins > Bins)
        {
            Reserve(bins);
            Bins = bins;
        }
    }

    private void Widen()
    {
        MergePairs();
        AddPairs(_pooled);
        BinWidth *= 2;
        Bins = (Bins + 1) / 2;
        _current /= 2;
    }
}
