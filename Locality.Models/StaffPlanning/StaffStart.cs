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
        Service service = scenario.Services[team.Service];
        double perDay = load.CasesPerYear / DaysPerYear;
        double neededFte = presentFte * load.Load;
        double length = MeanLength(scenario, team);
        if (!(perDay > 0 && length > 0 && neededFte > 0 && double.IsFinite(neededFte)))
        {
            return 1;
        }

        double posts = neededFte / PostSizes.Mean(service);
        double roomsPerPost = Math.Max(1, perDay * length / posts);
        double time = target.IsInWorkingDays && !scenario.Calendar.AlwaysOpen ? target.Time * 7 / 5 : target.Time;
        ErlangC queue = target.Kind == StaffTargetKind.Mean
            ? LeastServers.ForMeanWait(perDay, posts * roomsPerPost / perDay, Math.Max(time, LeastDays))
            : LeastServers.ForWaitAtMost(perDay, posts * roomsPerPost / perDay, time, target.Share);
        return Math.Max(1, (int)Math.Ceiling((queue.Servers / roomsPerPost) - 1e-9));
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
