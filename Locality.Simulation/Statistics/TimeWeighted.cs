namespace LocalitySim.Simulation;

/// <summary>
/// A quantity that holds its value until it changes, such as the length of a queue, averaged over time, in constant memory.
/// Sources: Law, "Simulation Modeling and Analysis" (5th ed. 2015), section 1.4.1; variance by West, "Updating mean and variance
/// estimates: an improved method", Communications of the ACM 22(9), 1979, with durations as weights.
/// </summary>
/// <remarks>Not thread-safe. Time may stand still but not run back; its unit is the caller's.</remarks>
public sealed class TimeWeighted
{
    private double _start;
    private double _last;
    private double _integral;
    private double _weightedMean;
    private double _squares;

    /// <summary>Starts to record.</summary>
    /// <param name="startTime">The time from which averages run, finite.</param>
    /// <param name="startValue">The value at that time, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite.</exception>
    public TimeWeighted(double startTime = 0, double startValue = 0)
    {
        Value = NumberGuard.Finite(startValue);
        Begin(NumberGuard.Finite(startTime));
    }

    /// <summary>The value now.</summary>
    public double Value { get; private set; }

    /// <summary>The greatest value held since the start or the last reset, be it for no time at all.</summary>
    public double Max { get; private set; }

    /// <summary>The least value held since the start or the last reset, be it for no time at all.</summary>
    public double Min { get; private set; }

    /// <summary>Records that the quantity takes a new value.</summary>
    /// <param name="time">When, at or after the last change.</param>
    /// <param name="value">The new value, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time runs back, or an argument is not finite.</exception>
    public void Set(double time, double value)
    {
        NumberGuard.Finite(value);
        Advance(time);
        Value = value;
        Max = value > Max ? value : Max;
        Min = value < Min ? value : Min;
    }

    /// <summary>Records that the quantity changes by an amount.</summary>
    /// <param name="time">When, at or after the last change.</param>
    /// <param name="delta">The change, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time runs back, or an argument is not finite.</exception>
    public void Add(double time, double delta) => Set(time, Value + delta);

    /// <summary>The value integrated over time, from the start or the last reset to <paramref name="time"/>.</summary>
    /// <param name="time">The end, at or after the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the last change, or not finite.</exception>
    public double Integral(double time) => _integral + (Value * Since(time));

    /// <summary>
    /// The average over time, from the start or the last reset to <paramref name="time"/>; at the start itself, its limit:
    /// the value now.
    /// </summary>
    /// <param name="time">The end, at or after the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the last change, or not finite.</exception>
    public double Mean(double time)
    {
        double integral = Integral(time);
        return time > _start ? integral / (time - _start) : Value;
    }

    /// <summary>
    /// The variance over time: the average of (value − mean)², from the start or the last reset to <paramref name="time"/>; 0 at
    /// the start itself.
    /// </summary>
    /// <param name="time">The end, at or after the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the last change, or not finite.</exception>
    public double Variance(double time)
    {
        double duration = Since(time);
        double elapsed = time - _start;
        if (elapsed <= 0)
        {
            return 0;
        }

        double delta = Value - _weightedMean;
        return (_squares + (delta * delta * duration * ((elapsed - duration) / elapsed))) / elapsed;
    }

    /// <summary>Forgets all that was recorded, keeping the value: averages run from here. This ends a warm-up.</summary>
    /// <param name="time">When, at or after the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the last change, or not finite.</exception>
    public void ResetAt(double time)
    {
        _ = Since(time);
        Begin(time);
    }

    private void Begin(double time)
    {
        _start = _last = time;
        _integral = _squares = 0;
        _weightedMean = Max = Min = Value;
    }

    private void Advance(double time)
    {
        double duration = Since(time);
        if (duration > 0)
        {
            _integral += Value * duration;
            double delta = Value - _weightedMean;
            _weightedMean += delta * (duration / (time - _start));
            _squares += duration * delta * (Value - _weightedMean);
            _last = time;
        }
    }

    private double Since(double time) => NumberGuard.AtLeast(time, _last) - _last;
}
