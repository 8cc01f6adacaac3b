using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Waits for a length of working time.</summary>
internal static class WorkingDelay
{
    internal static DelayAwaitable Of(Simulator simulator, WorkingCalendar calendar, double workingDays)
    {
        double end = calendar.ToTime(calendar.ToServiceTime(simulator.Now) + workingDays);
        return simulator.Delay(Math.Max(0, end - simulator.Now));
    }
}
