using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the clock of working time: it stands still at weekends and on bank holidays. Its unit is the working day.</summary>
/// <remarks>
/// Simulated time is in calendar days from midnight of the first day. A working day's work is spread evenly over its 24 hours,
/// so that a working day and a calendar day are equally long while work is done. Immutable, and so safe to share between threads.
/// </remarks>
internal sealed class WorkingCalendar : ServiceClock
{
    private readonly bool[] open;
    private readonly int[] openBefore;
    private readonly int[] openDays;

    /// <summary>Makes the calendar.</summary>
    /// <param name="rules">When work is done.</param>
    /// <param name="start">The first day.</param>
    /// <param name="days">The days to know one by one; after them every day counts as open.</param>
    /// <param name="counted">The days from the first over which working days are averaged: those whose bank holidays are known. Absent means all.</param>
    internal WorkingCalendar(CalendarRules rules, DateOnly start, int days, int? counted = null)
    {
        HashSet<DateOnly> holidays = [.. rules.BankHolidays];
        open = new bool[days];
        openBefore = new int[days + 1];
        List<int> found = new(days);
        for (int day = 0; day < days; day++)
        {
            DateOnly date = start.AddDays(day);
            open[day] = rules.AlwaysOpen
                || (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(date));
            openBefore[day + 1] = openBefore[day] + (open[day] ? 1 : 0);
            if (open[day])
            {
                found.Add(day);
            }
        }

        openDays = [.. found];
        int averaged = Math.Min(days, counted ?? days);
        WorkingDaysPerDay = averaged == 0 ? 1 : (double)openBefore[averaged] / averaged;
    }

    /// <summary>Gets the working days in a calendar day, on average: near 253 ÷ 365, or 1 if always open.</summary>
    internal double WorkingDaysPerDay { get; }

    /// <summary>Tells whether work is done on a day.</summary>
    /// <param name="day">Days from the first one.</param>
    internal bool IsOpen(int day) => day >= open.Length || open[day];

    /// <inheritdoc />
    public override double ToServiceTime(double time)
    {
        int day = (int)time;
        if (day >= open.Length)
        {
            return openDays.Length + (time - open.Length);
        }

        return open[day] ? openBefore[day] + (time - day) : openBefore[day];
    }

    /// <inheritdoc />
    public override double ToTime(double serviceTime)
    {
        // A whole number of working days has passed at the end of the last of them, not at the start of the next.
        int last = (int)Math.Ceiling(serviceTime) - 1;
        if (last < 0)
        {
            return 0;
        }

        return last >= openDays.Length
            ? open.Length + (serviceTime - openDays.Length)
            : openDays[last] + (serviceTime - last);
    }
}
