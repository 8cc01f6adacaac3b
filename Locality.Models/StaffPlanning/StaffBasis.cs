using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what all futures of one combination of posts have in common. Immutable, and so shared between threads.</summary>
internal sealed class StaffBasis
{
    private readonly Scenario given;

    internal StaffBasis(Scenario scenario, RunPlan plan, ImmutableArray<StaffTeam> teams)
    {
        given = scenario;
        Basis = new StructureBasis(scenario, scenario.Structures[0], FreedMoney.Released, plan.Years);
        Plan = plan;
        Teams = teams;
        End = plan.Years * 365.25;
        From = plan.WarmUpYears * 365.25;
        Leads = [.. scenario.Pathways.Select(pathway => scenario.IndexOfService(pathway.Service))];
        PartOf = [.. scenario.Services.Select((_, service) => TeamOfArea(service))];
        FirstReferrals = [.. teams.Select(Expected)];
    }

    internal StructureBasis Basis { get; }

    internal RunPlan Plan { get; }

    internal ImmutableArray<StaffTeam> Teams { get; }

    /// <summary>Gets the end of the warm-up, in days.</summary>
    internal double From { get; }

    /// <summary>Gets the end of the run, in days.</summary>
    internal double End { get; }

    /// <summary>Gets the index of the service that leads each pathway.</summary>
    internal int[] Leads { get; }

    /// <summary>Gets by service and area the place in <see cref="Teams"/> of the team that serves it; null where it is not asked about.</summary>
    internal int?[][] PartOf { get; }

    /// <summary>Gets the mean number of first referrals in the run that each team would lead or help.</summary>
    internal ImmutableArray<double> FirstReferrals { get; }

    /// <summary>Returns the basis of one future: this one, unless the scenario draws figures anew in each.</summary>
    internal StaffBasis InFuture(int replication) =>
        given.Uncertain.IsEmpty ? this : new StaffBasis(FigureDraws.Of(given, Plan.Seed, replication), Plan, Teams);

    /// <summary>Tells whether a pathway brings work to a team's service.</summary>
    internal bool Brings(int pathway, StaffTeam team) => team.Leads
        ? Leads[pathway] == team.Service
        : Basis.Scenario.Pathways[pathway].Supports.Any(support => string.Equals(support.Service, team.ServiceId, StringComparison.Ordinal));

    private int?[] TeamOfArea(int service) => [.. Basis.Arrangement.Services[service].TeamOfArea.Select(team =>
    {
        int place = Teams.Select((item, index) => item.Service == service && item.Team == team ? index : -1).Max();
        return place < 0 ? (int?)null : place;
    })];

    /// <summary>Returns the mean of a team's first referrals: the drift's and the months' factors have mean 1.</summary>
    private double Expected(StaffTeam team)
    {
        Scenario scenario = Basis.Scenario;
        double sum = 0;
        for (int pathway = 0; pathway < scenario.Pathways.Length; pathway++)
        {
            if (!Brings(pathway, team))
            {
                continue;
            }

            double days = Basis.Demand.Shapes[pathway].Select((factor, day) => factor * Math.Clamp(End - day, 0, 1)).Sum();
            double perDay = DemandForecast.FirstReferralsPerYear(scenario, pathway) / (scenario.Pathways[pathway].Siblings?.MeanChildren ?? 1) / 365.25;
            double[] shares = Basis.Arrangement.Services[team.Service].ByTeam(Basis.Demand.PathwayShares[pathway]);
            sum += perDay * days * shares[team.Team];
        }

        return sum;
    }
}
