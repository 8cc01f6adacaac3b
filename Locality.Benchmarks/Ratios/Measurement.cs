namespace LocalitySim.Benchmarks;

/// <summary>Is what one run of one model in a process of its own has shown.</summary>
/// <param name="Units">The number of customers, completions or events in the timed part.</param>
/// <param name="Seconds">The processor time of the timed part.</param>
/// <param name="Waits">The mean wait by stage.</param>
/// <param name="AllocatedBytes">The bytes allocated in the timed part; absent if that is not measured.</param>
/// <param name="Events">The calendar events of the timed part; absent if they are not counted.</param>
/// <param name="PeakMegabytes">The greatest amount of memory that the process has held.</param>
internal sealed record Measurement(long Units, double Seconds, IReadOnlyList<double> Waits, long? AllocatedBytes, long? Events, double PeakMegabytes)
{
    /// <summary>Gets the units in a second.</summary>
    internal double Rate => Units / Seconds;
}
