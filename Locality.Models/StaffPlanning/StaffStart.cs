using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Gives the number of posts from which the search starts: that of a queue M/M/c with the team's work.</summary>
/// <remarks>
/// A server is room for one case: a post has as many as fit its limits. The least number of servers comes from Erlang's formula (see
/// <see cref="LeastServers"/>), which for many servers is the square root of the load above the load, times a factor set by the target
/// (Halfin and Whitt 1981; see <see cref="SquareRootStaffing"/>). Drift, leave and turnover are left to the simulation.
/// </remarks>
internal static class StaffStart
{
    private const double DaysPerYear = 365.25;

    /// <summary>Waits of less than this, in days, are aimed at where the target leaves none.</summary>
    private const double LeastDays = 0.01;

    internal static int Posts(Scenario scenario, StaffTeam team, TeamLoad load, double presentFte, StaffTarget target)
    {
        if (Rooms(scenario, team, load, presentFte) is not { } rooms)
        {
            return 1;
        }

        double time = target.IsInWorkingDays && !scenario.Calendar.AlwaysOpen ? target.Time * 7 / 5 : target.Time;
        ErlangC queue = target.Kind == StaffTargetKind.Mean
            ? LeastServers.ForMeanWait(rooms.PerDay, rooms.Service, Math.Max(time, LeastDays))
            : LeastServers.ForWaitAtMost(rooms.PerDay, rooms.Service, time, target.Share);
        return Math.Max(1, (int)Math.Ceiling((queue.Servers / rooms.PerPost) - 1e-9));
    }

    /// <summary>Returns the days that all families together wait for each day with so many posts, by the same formula. An overloaded team's cost rises with its overload.</summary>
    internal static double Cost(StaffQuestion question, int team, int posts)
    {
        if (Rooms(question.Present.Scenario, question.Teams[team], question.Loads[team], question.PresentFte[team]) is not { } rooms)
        {
            return 0;
        }

        double load = rooms.PerDay * rooms.Service;
        int servers = (int)Math.Floor((posts * rooms.PerPost) + 1e-9);
        return rooms.PerDay * (servers > load
            ? Math.Min(Measure.HorizonDays, new ErlangC(servers, rooms.PerDay, rooms.Service).MeanWait)
            : Measure.HorizonDays * (1 + ((load - servers) / load)));
    }

    /// <summary>Returns the families that come in a day, the rooms for cases in a post, and the days for which a case takes one; null where nothing comes.</summary>
    private static (double PerDay, double PerPost, double Service)? Rooms(Scenario scenario, StaffTeam team, TeamLoad load, double presentFte)
    {
        double perDay = load.CasesPerYear / DaysPerYear;
        double needed = presentFte * load.Load / PostSizes.Mean(scenario.Services[team.Service]);
        double length = MeanLength(scenario, team);
        if (!(perDay > 0 && length > 0 && needed > 0 && double.IsFinite(needed)))
        {
            return null;
        }

        double perPost = Math.Max(1, perDay * length / needed);
        return (perDay, perPost, needed * perPost / perDay);
    }

    /// <summary>Returns the mean nominal days of a piece of the team's work.</summary>
    private static double MeanLength(Scenario scenario, StaffTeam team)
    {
        double cases = 0;
        double days = 0;
        foreach (Pathway pathway in scenario.Pathways)
        {
            double referrals = pathway.ReferralsPerYear;
            if (team.Leads && string.Equals(pathway.Service, team.ServiceId, StringComparison.Ordinal))
            {
                cases += referrals;
                days += referrals * pathway.Casework.Duration.Mean * pathway.Casework.NominalShare;
            }

            foreach (SupportService support in pathway.Supports.Where(support => !team.Leads && string.Equals(support.Service, team.ServiceId, StringComparison.Ordinal)))
            {
                cases += referrals * support.Share.Value;
                days += referrals * support.Share.Value * support.MeanLength.Value;
            }
        }

        return cases > 0 ? days / cases : 0;
    }
}
