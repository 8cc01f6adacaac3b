using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the managers of one locality: they sign off, allocate and close, in the hours that supervision and links with partners leave.</summary>
internal sealed class ManagerPool
{
    private readonly Resource managers;
    private readonly WorkingCalendar calendar;
    private readonly double hoursPerWorkingDay;

    internal ManagerPool(Simulator simulator, WorkingCalendar calendar, double managerFte, double freeHoursPerWeek)
    {
        this.calendar = calendar;
        int people = Math.Max(1, (int)Math.Ceiling(managerFte));
        managers = new Resource(simulator, people);
        hoursPerWorkingDay = freeHoursPerWeek / 5 / people;
    }

    /// <summary>Gets the queue of work.</summary>
    internal Resource Queue => managers;

    /// <summary>Waits for a manager and for the work to be done.</summary>
    internal async Process Do(double hours)
    {
        using Lease manager = await managers.Acquire();
        await WorkingDelay.Of(managers.Simulator, calendar, hours / hoursPerWorkingDay);
    }
}
