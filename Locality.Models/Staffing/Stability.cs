using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Compares what comes with what a team can do: a list whose load is 1 or more grows without end.</summary>
/// <remarks>
/// Necessary, for one class of case also sufficient: λ·E[hours] &lt; ΣH and λ·E[points × nominal duration] &lt; ΣK, where λ
/// counts returns, H and K are of posts that are filled and, for hours, at work.
/// </remarks>
public static class Stability
{
    private const double DaysPerYear = 365.25;

    /// <summary>Returns the load of every team of a structure as it starts.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">One of its structures.</param>
    /// <returns>One entry for each service and team, in their order.</returns>
    public static ImmutableArray<TeamLoad> Of(Scenario scenario, Structure structure)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structure);
        Arrangement arrangement = Arrangement.Of(scenario, structure, Budget.BoughtFte(scenario, structure, scenario.Budget.FreedMoney));
        double[][] cases = Empty(arrangement);
        double[][] hours = Empty(arrangement);
        double[][] pointDays = Empty(arrangement);
        foreach (Pathway pathway in scenario.Pathways)
        {
            double[] need = NeedShares.ByDeprivation(scenario.Place, pathway.DeprivationExponent ?? scenario.Demand.DeprivationExponent);
            foreach (ServiceWork work in PathwayWork.Of(scenario, pathway))
            {
                double[] shares = arrangement.Services[work.Service].ByTeam(need);
                for (int team = 0; team < shares.Length; team++)
                {
                    cases[work.Service][team] += work.Cases * shares[team];
                    hours[work.Service][team] += work.Hours * shares[team];
                    pointDays[work.Service][team] += work.PointDays * shares[team];
                }
            }
        }

        ImmutableArray<TeamLoad>.Builder loads = ImmutableArray.CreateBuilder<TeamLoad>();
        for (int index = 0; index < scenario.Services.Length; index++)
        {
            Service service = scenario.Services[index];
            double filled = TimeInPost.FilledShare(service);
            ILookup<int, Post> teams = arrangement.Posts.Where(post => post.Service == index).ToLookup(post => post.Team);
            for (int team = 0; team < cases[index].Length; team++)
            {
                List<Post> posts = [.. teams[team]];
                double present = TimeInPost.PresentShare(scenario, service, posts);

                // With a rota, one of those who are there is on duty instead.
                double onDuty = service.DutyRota && posts.Count > 0 ? Math.Min(filled * present, 1.0 / posts.Count) : 0;
                double availableHours = posts.Sum(arrangement.CaseHours) * ((filled * present) - onDuty) * WorkingWeeks(scenario);
                double availablePointDays = posts.Sum(post => post.Fte) * filled * service.PointsPerFte.Value * DaysPerYear;
                loads.Add(new TeamLoad(
                    arrangement.Services[index].TeamNames[team],
                    service.Id,
                    cases[index][team],
                    Ratio(hours[index][team], availableHours),
                    Ratio(pointDays[index][team], availablePointDays)));
            }
        }

        return loads.ToImmutable();
    }

    /// <summary>Returns the load of the front door: the hours that contacts take over the hours of its posts. Locally shared by need, it is the same at every door.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">One of its structures; absent means the scenario's own front door.</param>
    /// <returns>The load; 1 or more means that contacts pile up before they are screened.</returns>
    public static double OfFrontDoor(Scenario scenario, Structure? structure = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        FrontDoor door = structure?.FrontDoor ?? scenario.FrontDoor;
        double contacts = scenario.Pathways.Sum(pathway => pathway.ReferralsPerYear / (pathway.Siblings?.MeanChildren ?? 1)) * scenario.Demand.Level;
        return Ratio(contacts * AccessWork.HoursPerContact(door), door.Fte.Value * door.WorkingHours.Value * WorkingWeeks(scenario));
    }

    /// <summary>Returns the load of each locality's managers: the hours that signing off, allocating and closing take over those that they have for it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">One of its structures.</param>
    /// <returns>One load for each locality, in order; 1 or more means that decisions pile up.</returns>
    public static ImmutableArray<double> OfManagers(Scenario scenario, Structure structure)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structure);
        Arrangement arrangement = Arrangement.Of(scenario, structure, Budget.BoughtFte(scenario, structure, scenario.Budget.FreedMoney));
        double[] hours = new double[structure.Localities.Length];
        foreach (Pathway pathway in scenario.Pathways)
        {
            double perYear = ManagerHoursPerYear(scenario, pathway);
            double[] need = arrangement.Map.ByLocality(NeedShares.ByDeprivation(scenario.Place, pathway.DeprivationExponent ?? scenario.Demand.DeprivationExponent));
            for (int locality = 0; locality < hours.Length; locality++)
            {
                hours[locality] += need[locality] * perYear;
            }
        }

        return [.. hours.Select((required, locality) => Ratio(required, ManagerHours.FreePerWeek(arrangement, locality) * WorkingWeeks(scenario)))];
    }

    private static double ManagerHoursPerYear(Scenario scenario, Pathway pathway)
    {
        Management rules = scenario.Management;
        double assessed = pathway.ReferralsPerYear / (pathway.Siblings?.MeanChildren ?? 1) * scenario.Demand.Level * (1 - pathway.NoFurtherAction.Value);
        double accepted = assessed * (1 - pathway.Assessment.NotInNeed.Value);
        double conferences = pathway.Conference is { } conference ? conference.Share.Value * conference.Hours.Value : 0;
        return (assessed * rules.SignOffHours.Value) + (accepted * (rules.AllocationHours.Value + rules.ClosureHours.Value + conferences));
    }

    private static double[][] Empty(Arrangement arrangement) => [.. arrangement.Services.Select(service => new double[service.TeamNames.Length])];

    /// <summary>Returns the weeks of five working days in a year.</summary>
    private static double WorkingWeeks(Scenario scenario) => DaysPerYear * (scenario.Calendar.AlwaysOpen ? 7 : 5) / 7 / 5;

    private static double Ratio(double required, double available) =>
        required == 0 ? 0 : available > 0 ? required / available : double.PositiveInfinity;
}
