namespace LocalitySim.Simulation;

/// <summary>
/// A quantity that holds its value until it changes, such as the length of a queue, by bin of time: its exact integral over each
/// bin, the average, and the range, in bounded memory.
/// </summary>
/// <remarks>
/// Holds at most the greatest number of bins, of 24 bytes each, or 32 once merged: 24 kB by default. A change within a bin costs
/// no division. See <see cref="BinnedSeries"/> for bins, windows and merging.
/// </remarks>
public sealed class LevelSeries : BinnedSeries
{
    private double[] _integrals = [];
    private double[] _least = [];
    private double[] _greatest = [];
    private int _bin;

    /// <summary>Starts to record.</summary>
    /// <param name="binWidth">The width of a bin at first, above zero, in the caller's unit of time.</param>
    /// <param name="startTime">When the first bin starts, finite.</param>
    /// <param name="startValue">The value at that time, finite.</param>
    /// <param name="maximumBins">The greatest number of bins, two or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public LevelSeries(double binWidth, double startTime = 0, double startValue = 0, int maximumBins = DefaultMaximumBins)
        : base(binWidth, startTime, maximumBins) => Value = NumberGuard.Finite(startValue);

    /// <summary>The value now.</summary>
    public double Value { get; private set; }

    /// <summary>Records that the quantity takes a new value.</summary>
    /// <param name="time">When, at or after the latest time known.</param>
    /// <param name="value">The new value, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time runs back, or an argument is not finite.</exception>
    public void Set(double time, double value)
    {
        NumberGuard.Finite(value);
        HoldTo(NumberGuard.AtLeast(time, EndTime));
        Value = value;
    }

    /// <summary>Records that the quantity changes by an amount.</summary>
    /// <param name="time">When, at or after the latest time known.</param>
    /// <param name="delta">The change, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time runs back, or an argument is not finite.</exception>
    public void Add(double time, double delta) => Set(time, Value + delta);

    /// <summary>Says that the value has been held up to a time; one that is known already changes nothing.</summary>
    /// <param name="time">The time, at or after the start.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the start, or not finite.</exception>
    public override void AdvanceTo(double time) => HoldTo(NumberGuard.AtLeast(time, StartTime));

    /// <summary>The level in a bin.</summary>
    /// <param name="bin">The bin, from 0 to <see cref="BinnedSeries.Bins"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public WindowedLevel Bin(int bin) => Gather(Check(bin), bin + 1);

    /// <summary>The level in the bins that start in a window; <c>null</c> if no bin does.</summary>
    /// <param name="from">The start of the window, inclusive.</param>
    /// <param name="to">Its end, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or the end comes before the start.</exception>
    public WindowedLevel? Window(double from, double to) => Within(from, to) is (int first, int end) ? Gather(first, end) : null;

    /// <summary>Adds all that another series has seen, which stays as it is: averages are then over the time of both.</summary>
    /// <param name="other">A series with the same start, first width and greatest number of bins.</param>
    /// <exception cref="ArgumentException">One of these differs.</exception>
    public void Merge(LevelSeries other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int bins = other.Bins;
        (double[] integrals, double[] least, double[] greatest) = (other._integrals[..bins], other._least[..bins], other._greatest[..bins]);
        int halvings = Align(other);
        for (int bin = 0; bin < bins; bin++)
        {
            int here = bin >> halvings;
            _integrals[here] += integrals[bin];
            _least[here] = Math.Min(_least[here], least[bin]);
            _greatest[here] = Math.Max(_greatest[here], greatest[bin]);
        }
    }

    private protected override void Reserve(int bins)
    {
        int before = _integrals.Length;
        if (bins > before)
        {
            int length = Math.Min(MaximumBins, Math.Max(bins, 2 * before));
            Array.Resize(ref _integrals, length);
            Array.Resize(ref _least, length);
            Array.Resize(ref _greatest, length);
            Empty(before);
        }
    }

    private protected override void MergePairs()
    {
        AddPairs(_integrals);
        for (int bin = 0; 2 * bin < Bins; bin++)
        {
            int right = Math.Min((2 * bin) + 1, Bins - 1);
            _least[bin] = Math.Min(_least[2 * bin], _least[right]);
            _greatest[bin] = Math.Max(_greatest[2 * bin], _greatest[right]);
        }

        Empty((Bins + 1) / 2);
        _bin /= 2;
    }

    private protected override void Clear()
    {
        Array.Clear(_integrals);
        Empty(0);
        _bin = 0;
    }

    private void Empty(int first)
    {
        Array.Fill(_least, double.PositiveInfinity, first, _least.Length - first);
        Array.Fill(_greatest, double.NegativeInfinity, first, _greatest.Length - first);
    }

    private void HoldTo(double time)
    {
        double last = EndTime;
        if (!(time > last))
        {
            return;
        }

        if (_bin < Bins && time <= Edge(_bin + 1))
        {
            EndTime = time;
            Hold(time - last);
            return;
        }

        Reach(time);
        for (double end = Edge(_bin + 1); end < time; end = Edge(_bin + 1))
        {
            Hold(end - last);
            last = end;
            _bin++;
        }

        Hold(time - last);
    }

    private void Hold(double duration)
    {
        // None where the last change was at the bound.
        if (duration > 0)
        {
            _integrals[_bin] += Value * duration;
            _least[_bin] = Math.Min(_least[_bin], Value);
            _greatest[_bin] = Math.Max(_greatest[_bin], Value);
        }
    }

    private WindowedLevel Gather(int first, int end)
    {
        double integral = 0;
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        for (int bin = first; bin < end; bin++)
        {
            integral += _integrals[bin];
            least = Math.Min(least, _least[bin]);
            greatest = Math.Max(greatest, _greatest[bin]);
        }

        double exposure = Exposure(first, end);
        return new WindowedLevel(Edge(first), Until(end), exposure, integral, exposure > 0 ? least : null, exposure > 0 ? greatest : null);
    }
}
