using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Is a clock on which service goes on for the first hours of each day of 24.</summary>
internal sealed class DailyClock(double openHours) : ServiceClock
{
    private const double Day = 24;

    public override double ToServiceTime(double time)
    {
        double days = Math.Floor(time / Day);
        return (days * openHours) + Math.Min(time - (days * Day), openHours);
    }

    public override double ToTime(double serviceTime)
    {
        // The end of a day's service is the closing of that day, not the opening of the next.
        double days = Math.Max(0, Math.Ceiling(serviceTime / openHours) - 1);
        return (days * Day) + (serviceTime - (days * openHours));
    }
}
