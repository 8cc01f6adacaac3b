using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>
/// A quantity that holds its value until it changes, such as the length of a queue, averaged over time, in constant memory.
/// Sources: Law, "Simulation Modeling and Analysis" (5th ed. 2015), section 1.4.1; variance from the integrals of the shifted
/// value and of its square, by Chan, Golub and LeVeque, "Algorithms for computing the sample variance: analysis and
/// recommendations", The American Statistician 37(3), 1983, section 3, with durations as weights.
/// </summary>
/// <remarks>
/// <para>
/// A change costs no division. The shift is the first value held for some time since the start or the last reset, so a large
/// offset costs no digits. After n changes the variance is in error by at most about n · 10⁻¹⁶ · (variance + (mean − shift)²).
/// With f the share of the time at the value of the shift, f · (mean − shift)² ≤ variance: the relative error is under
/// n · 10⁻¹⁶ · (1 + 1/f), in practice √n in place of n.
/// </para>
/// <para>Not thread-safe. Time may stand still but not run back; its unit is the caller's.</para>
/// </remarks>
public sealed class TimeWeighted
{
    private double _start;
    private double _last;
    private double _shift;

    // Of the value less the shift, and of its square, from the start to the last change.
    private double _integral;
    private double _squares;
    private double _value;
    private double _min;
    private double _max;

    /// <summary>Starts to record.</summary>
    /// <param name="startTime">The time from which averages run, finite.</param>
    /// <param name="startValue">The value at that time, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite.</exception>
    public TimeWeighted(double startTime = 0, double startValue = 0)
    {
        _value = NumberGuard.Finite(startValue);
        Begin(NumberGuard.Finite(startTime));
    }

    /// <summary>The value now.</summary>
    public double Value => _value;

    /// <summary>The greatest value held since the start or the last reset, be it for no time at all.</summary>
    public double Max => _max;

    /// <summary>The least value held since the start or the last reset, be it for no time at all.</summary>
    public double Min => _min;

    /// <summary>Records that the quantity takes a new value.</summary>
    /// <param name="time">When, at or after the last change.</param>
    /// <param name="value">The new value, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time runs back, or an argument is not finite.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(double time, double value)
    {
        if (!double.IsFinite(value))
        {
            throw NumberGuard.Refusal(value, nameof(value), "a finite number");
        }

        double duration = time - _last;
        if (duration > 0 && duration <= double.MaxValue)
        {
            double deviation = _value - _shift;
            double area = deviation * duration;
            _integral += area;
            _squares += deviation * area;
            _last = time;
        }
        else if (time != _last || time == _start)
        {
            Stand(time, value);
        }

        _value = value;
        if (value > _max)
        {
            _max = value;
        }

        if (value < _min)
        {
            _min = value;
        }
    }

    /// <summary>Records that the quantity changes by an amount.</summary>
    /// <param name="time">When, at or after the last change.</param>
    /// <param name="delta">The change, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time runs back, or an argument is not finite.</exception>
    public void Add(double time, double delta) => Set(time, _value + delta);

    /// <summary>The value integrated over time, from the start or the last reset to <paramref name="time"/>.</summary>
    /// <param name="time">The end, at or after the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the last change, or not finite.</exception>
    public double Integral(double time) => Deviation(Since(time)) + (_shift * (time - _start));

    /// <summary>
    /// The average over time, from the start or the last reset to <paramref name="time"/>; at the start itself, its limit:
    /// the value now.
    /// </summary>
    /// <param name="time">The end, at or after the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the last change, or not finite.</exception>
    public double Mean(double time)
    {
        double duration = Since(time);
        double elapsed = time - _start;
        return elapsed > 0 ? _shift + (Deviation(duration) / elapsed) : _value;
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

        double deviation = _value - _shift;
        double mean = Deviation(duration) / elapsed;

        // Rounding may leave a little less than nothing.
        return Math.Max(0, ((_squares + (deviation * deviation * duration)) / elapsed) - (mean * mean));
    }

    /// <summary>All of it, from the start or the last reset to <paramref name="time"/>, to be merged with that of other replications.</summary>
    /// <param name="time">The end, at or after the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the last change, or not finite.</exception>
    public TimeAverage AverageTo(double time) => new(Since(time) + (_last - _start), Mean(time), Variance(time), Min, Max);

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
        _shift = _max = _min = _value;
    }

    /// <summary>A change at the time of the last one; refuses a time that runs back. Until some time has passed, the shift follows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Stand(double time, double value)
    {
        if (NumberGuard.AtLeast(time, _last) == _start)
        {
            _shift = value;
        }
    }

    /// <summary>The integral of the value less the shift, a duration past the last change.</summary>
    private double Deviation(double duration) => _integral + ((_value - _shift) * duration);

    private double Since(double time) => NumberGuard.AtLeast(time, _last) - _last;
}
