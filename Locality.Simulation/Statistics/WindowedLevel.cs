namespace LocalitySim.Simulation;

/// <summary>A quantity that holds its value until it changes, over a window of time.</summary>
/// <param name="From">When the first bin of the window starts.</param>
/// <param name="To">When its last bin ends, or the run if that is earlier.</param>
/// <param name="Exposure">For how long it was watched, over all replications merged.</param>
/// <param name="Integral">The value integrated over that time.</param>
/// <param name="Min">The least value held for some time; <c>null</c> if no time was watched.</param>
/// <param name="Max">The greatest value held for some time; <c>null</c> if no time was watched.</param>
public readonly record struct WindowedLevel(double From, double To, double Exposure, double Integral, double? Min, double? Max)
{
    /// <summary>The average over time; <c>null</c> if no time was watched.</summary>
    public double? Mean => Exposure > 0 ? Integral / Exposure : null;
}
