using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a front door: screens contacts one after another at each of its desks.</summary>
internal sealed class AccessPoint
{
    private readonly Resource desks;
    private readonly WorkingCalendar calendar;
    private readonly double meanWorkingDays;

    internal AccessPoint(Simulator simulator, WorkingCalendar calendar, FrontDoor rules, double fte)
    {
        this.calendar = calendar;
        int people = Math.Max(1, (int)Math.Ceiling(fte));
        desks = new Resource(simulator, people);
        meanWorkingDays = fte > 0 ? rules.HoursPerContact.Value / (rules.WorkingHours.Value / 5 * fte / people) : 0;
    }

    /// <summary>Gets the queue of contacts.</summary>
    internal Resource Queue => desks;

    /// <summary>Waits for a desk and for the screening.</summary>
    /// <param name="exponential">A draw from the exponential distribution with mean 1.</param>
    internal async Process Screen(double exponential)
    {
        using Lease desk = await desks.Acquire();
        await WorkingDelay.Of(desks.Simulator, calendar, exponential * meanWorkingDays);
    }
}
