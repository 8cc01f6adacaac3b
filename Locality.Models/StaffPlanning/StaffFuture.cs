using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what one future of one combination of posts came to, team by team.</summary>
/// <param name="Waits">The waits of each team, then of all together, in the target's unit; null where there is none.</param>
/// <param name="FirstReferrals">Each team's first referrals over their mean: a control with mean 1.</param>
/// <param name="ListGrowth">By how many cases a month each team's list grew.</param>
/// <param name="Lists">How many cases stood on each team's list at the end of each month, the first month first.</param>
internal sealed record StaffFuture(WaitCurve?[] Waits, double[] FirstReferrals, double[] ListGrowth, double[][] Lists)
{
    /// <summary>Simulates a future.</summary>
    /// <param name="shared">The combination of posts.</param>
    /// <param name="workingDays">Whether waits are counted in working days.</param>
    /// <param name="grid">The times at which shares are kept, in the same unit.</param>
    /// <param name="replication">The future's number.</param>
    /// <param name="cancellation">Looked at once a simulated month.</param>
    internal static StaffFuture Of(StaffBasis shared, bool workingDays, double[] grid, int replication, CancellationToken cancellation)
    {
        StaffBasis basis = shared.InFuture(replication);
        DemandForecast demand = new(basis.Basis.Scenario, basis.Basis.Demand, new RandomStreams(basis.Plan.Seed, (uint)replication));
        StructureRun run = new(basis.Basis, basis.Plan.Seed, replication, demand);
        List<double>[] lists = [.. basis.Teams.Select(_ => new List<double>())];
        for (double month = DemandLevels.MonthDays; month < basis.End; month += DemandLevels.MonthDays)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Simulator.Run(month);
            for (int team = 0; team < lists.Length; team++)
            {
                lists[team].Add(ListOf(run, basis.Teams[team]));
            }
        }

        run.Simulator.Run(basis.End);
        return new StaffFuture(
            WaitsOf(basis, run, workingDays, grid),
            FirstReferralsOf(basis, run),
            [.. lists.Select(list => OutcomeOfRun.Slope([.. list.Skip((int)(basis.From / DemandLevels.MonthDays))]))],
            [.. lists.Select(list => list.ToArray())]);
    }

    private static double ListOf(StructureRun run, StaffTeam team) => run.TeamsOf(team.Service)[team.Team].Waiting.Count;

    private static WaitCurve?[] WaitsOf(StaffBasis basis, StructureRun run, bool workingDays, double[] grid)
    {
        int whole = basis.Teams.Length;
        WaitSet waits = new(whole + 1);
        foreach (Case item in run.Cases)
        {
            if (item.AcceptedAt is { } accepted && accepted >= basis.From && basis.PartOf[basis.Leads[item.FirstPathway]][item.HomeArea] is { } team && basis.Teams[team].Leads)
            {
                bool? isAllocated = item.AllocatedAt is not null ? true : item.Outcome == CaseOutcome.Lost ? false : null;
                waits.Add(Length(accepted, accepted + item.WaitedBy(run.Now)), isAllocated, item.Children, [team, whole]);
            }
        }

        foreach (SupportRequest request in run.Requests)
        {
            if (request.RequestedAt >= basis.From && basis.PartOf[request.Laws.Service][request.Case.HomeArea] is { } team && !basis.Teams[team].Leads)
            {
                waits.Add(Length(request.RequestedAt, request.StartedAt ?? run.Now), request.StartedAt is null ? null : true, request.Case.Children, [team, whole]);
            }
        }

        return waits.Curves(_ => grid);

        double Length(double from, double to) => workingDays ? run.Calendar.ToServiceTime(to) - run.Calendar.ToServiceTime(from) : to - from;
    }

    private static double[] FirstReferralsOf(StaffBasis basis, StructureRun run)
    {
        double[] counts = new double[basis.Teams.Length];
        foreach (Case item in run.Cases)
        {
            if (item.Identity is { Generation: 0, Step: 0, Lineage: < CaseIdentity.FirstWalkIn })
            {
                for (int team = 0; team < counts.Length; team++)
                {
                    if (basis.PartOf[basis.Teams[team].Service][item.HomeArea] == team && basis.Brings(item.Identity.Pathway, basis.Teams[team]))
                    {
                        counts[team]++;
                    }
                }
            }
        }

        return [.. counts.Select((count, team) => basis.FirstReferrals[team] > 0 ? count / basis.FirstReferrals[team] : 1)];
    }
}
