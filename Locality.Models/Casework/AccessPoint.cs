using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is one way in through a front door: screens contacts one after another at each of its desks.</summary>
internal sealed class AccessPoint
{
    private readonly Resource desks;
    private readonly WorkingCalendar calendar;
    private readonly double hoursPerWorkingDay;
    private readonly double meanWorkingDays;

    internal AccessPoint(Simulator simulator, WorkingCalendar calendar, FrontDoor rules, double fte, double hoursFactor = 1)
    {
        this.calendar = calendar;
        int people = Math.Max(1, (int)Math.Ceiling(fte));
        desks = new Resource(simulator, people);
        hoursPerWorkingDay = rules.WorkingHours.Value / 5 * fte / people;
        meanWorkingDays = fte > 0 ? rules.HoursPerContact.Value * hoursFactor / hoursPerWorkingDay : 0;
    }

    /// <summary>Gets the queue of contacts.</summary>
    internal Resource Queue => desks;

    /// <summary>Waits for a desk and for the screening, and for an assessment at the same desk where there is one.</summary>
    /// <param name="exponential">A draw from the exponential distribution with mean 1.</param>
    /// <param name="assessmentHours">The hours of the assessment; zero for none.</param>
    internal async Process Screen(double exponential, double assessmentHours = 0)
    {
        using Lease desk = await desks.Acquire();
        double assessment = assessmentHours > 0 && hoursPerWorkingDay > 0 ? assessmentHours / hoursPerWorkingDay : 0;
        await WorkingDelay.Of(desks.Simulator, calendar, (exponential * meanWorkingDays) + assessment);
    }
}
