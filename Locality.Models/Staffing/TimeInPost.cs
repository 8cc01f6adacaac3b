using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Counts for how much of the time a post has somebody at work, on average.</summary>
internal static class TimeInPost
{
    private const double DaysPerYear = 365.25;
    private const double DaysPerWeek = 7;

    /// <summary>Returns the share of a vacancy for which an agency worker holds the post.</summary>
    /// <remarks>
    /// A vacancy ends at the rate μ, a stay at the rate σ. From the start of a delay D, the agency's days are
    /// A = e^(−μD) (1 ÷ (μ + σ) + A σ ÷ (μ + σ)), by the renewal argument; over the mean vacancy 1 ÷ μ, for the share that is covered.
    /// </remarks>
    internal static double CoveredShareOfVacancy(Service service)
    {
        if (service.AgencyCover is not { } cover || service.MeanVacancy.Value == 0)
        {
            return 0;
        }

        double ends = 1 / service.MeanVacancy.Value;
        double comes = PortableMath.Exp(-ends * cover.Delay.Value);
        if (cover.MeanStay.Value == 0)
        {
            return 0;
        }

        double leaves = 1 / cover.MeanStay.Value;
        return cover.Share.Value * ends * comes / (ends + (leaves * (1 - comes)));
    }

    /// <summary>Returns the share of time for which a post holds somebody, employee or agency worker.</summary>
    internal static double FilledShare(Service service) => 1 - (Budget.VacantShare(service) * (1 - CoveredShareOfVacancy(service)));

    /// <summary>Returns the share of working time for which the holders of some posts are there, by size: neither on leave, nor at home while schools are closed, nor sick.</summary>
    internal static double PresentShare(Scenario scenario, Service service, IReadOnlyCollection<Post> posts)
    {
        double fte = posts.Sum(post => post.Fte);
        double termTime = fte > 0 ? posts.Where(post => PostSizes.IsOneOf(service.TermTimeOnly.Value, (int)post.Number)).Sum(post => post.Fte) / fte : 0;
        double leave = service.LeaveWeeks / (DaysPerYear / DaysPerWeek);
        return (1 - (termTime * HolidayShare(scenario)) - ((1 - termTime) * leave)) * (1 - service.AbsenceShare.Value);
    }

    /// <summary>Returns the share of working days on which schools are closed, over the whole years that the calendar knows, or over what it knows if that is less than one.</summary>
    private static double HolidayShare(Scenario scenario)
    {
        if (scenario.Calendar.SchoolHolidays.IsDefaultOrEmpty)
        {
            return 0;
        }

        int known = scenario.Calendar.SchoolHolidays.Max(span => span.To.DayNumber) + 1 - scenario.Start.DayNumber;
        int days = known >= DaysPerYear ? (int)(Math.Floor(known / DaysPerYear) * DaysPerYear) : Math.Max(0, known);
        WorkingCalendar calendar = new(scenario.Calendar, scenario.Start, days);
        int[] open = [.. Enumerable.Range(0, days).Where(calendar.IsOpen)];
        return open.Length > 0 ? (double)open.Count(day => IsHoliday(scenario, scenario.Start.AddDays(day))) / open.Length : 0;
    }

    private static bool IsHoliday(Scenario scenario, DateOnly day) => scenario.Calendar.SchoolHolidays.Any(span => span.From <= day && day <= span.To);
}
