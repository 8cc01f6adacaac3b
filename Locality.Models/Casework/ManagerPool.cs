using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the managers of one locality: they sign off, allocate and close, in the hours that supervision and links with partners leave.</summary>
internal sealed class ManagerPool
{
    /// <summary>The least hours a week that a pool works, so that an understaffed one is slow and not stuck.</summary>
    private const double LeastHoursPerWeek = 0.5;

    private readonly Resource managers;
    private readonly WorkingCalendar calendar;
    private readonly double hoursPerWorkingDay;

    internal ManagerPool(Simulator simulator, WorkingCalendar calendar, double managerFte, double freeHoursPerWeek)
    {
        this.calendar = calendar;
        int people = Math.Max(1, (int)Math.Ceiling(managerFte));
        managers = new Resource(simulator, people);
        hoursPerWorkingDay = Math.Max(LeastHoursPerWeek, freeHoursPerWeek) / 5 / people;
    }

    /// <summary>Gets the queue of work.</summary>
    internal Resource Queue => managers;

    /// <summary>Returns the managers of a locality, in full-time equivalents.</summary>
    internal static double Fte(Management rules, double workerFte) =>
        rules.AreaManagersPerLocality.Value + (workerFte / rules.WorkersPerTeamManager);

    /// <summary>Returns the hours a week that supervision and links leave; below zero where there are too few managers.</summary>
    internal static double FreeHours(Management rules, double workerFte, double supervisionHours)
    {
        double links = Math.Max(0, rules.LinkHoursPerLocality.Value - (rules.CoordinatorsPerLocality.Value * rules.ManagerHours.Value));
        return (Fte(rules, workerFte) * rules.ManagerHours.Value) - supervisionHours - links;
    }

    /// <summary>Waits for a manager and for the work to be done.</summary>
    internal async Process Do(double hours)
    {
        using Lease manager = await managers.Acquire();
        await WorkingDelay.Of(managers.Simulator, calendar, hours / hoursPerWorkingDay);
    }
}
