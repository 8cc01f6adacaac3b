namespace LocalitySim.Simulation;

/// <summary>The events of a window of time.</summary>
/// <param name="From">When the first bin of the window starts.</param>
/// <param name="To">When its last bin ends, or the run if that is earlier.</param>
/// <param name="Exposure">For how long it was watched, over all replications merged.</param>
/// <param name="Count">How many events there were.</param>
public readonly record struct WindowedCount(double From, double To, double Exposure, long Count)
{
    /// <summary>Events in a unit of time; <c>null</c> if no time was watched.</summary>
    public double? Rate => Exposure > 0 ? Count / Exposure : null;
}
