namespace LocalitySim.Simulation;

/// <summary>The observations of a window of time.</summary>
/// <param name="From">When the first bin of the window starts.</param>
/// <param name="To">When its last bin ends, or the run if that is earlier.</param>
/// <param name="Exposure">For how long it was watched, over all replications merged.</param>
/// <param name="Observations">Their number, mean, variance and range; a copy, so it does not change as the run goes on.</param>
public sealed record WindowedTally(double From, double To, double Exposure, Tally Observations)
{
    /// <summary>Observations in a unit of time; <c>null</c> if no time was watched.</summary>
    public double? Rate => Exposure > 0 ? Observations.Count / Exposure : null;
}
