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
    private const double WeeksPerYear = DaysPerYear / 7;

    /// <summary>Returns the load of every team of a structure.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">One of its structures.</param>
    /// <returns>One entry for each locality and service that has work or posts.</returns>
    public static ImmutableArray<TeamLoad> Of(Scenario scenario, Structure structure)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structure);
        StructureMap map = new(structure, scenario.Place);
        double[] need = map.ByLocality(NeedShares.ByDeprivation(scenario.Place, scenario.Demand.DeprivationExponent));
        List<Post> posts = Establishment.Posts(scenario, structure, Budget.BoughtFte(scenario, structure, scenario.Budget.FreedMoney));
        ImmutableArray<TeamLoad>.Builder loads = ImmutableArray.CreateBuilder<TeamLoad>();
        for (int locality = 0; locality < need.Length; locality++)
        {
            for (int index = 0; index < scenario.Services.Length; index++)
            {
                Service service = scenario.Services[index];
                double fte = posts.Where(post => post.Locality == locality && post.Service == index).Sum(post => post.Fte);
                loads.Add(Load(scenario, structure.Localities[locality], service, need[locality], fte));
            }
        }

        return loads.ToImmutable();
    }

    /// <summary>Returns the load of the front door: the hours that contacts take over the hours of its posts. Locally shared by need, it is the same at every door.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The load; 1 or more means that contacts pile up before they are screened.</returns>
    public static double OfFrontDoor(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        FrontDoor door = scenario.FrontDoor;
        double contacts = scenario.Pathways.Sum(pathway => pathway.ReferralsPerYear) * scenario.Demand.Level;
        return Ratio(contacts * door.HoursPerContact.Value, door.Fte.Value * door.WorkingHours.Value * WorkingWeeks(scenario));
    }

    /// <summary>Returns the load of each locality's managers: the hours that signing off, allocating and closing take over those that they have for it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">One of its structures.</param>
    /// <returns>One load for each locality, in order; 1 or more means that decisions pile up.</returns>
    public static ImmutableArray<double> OfManagers(Scenario scenario, Structure structure)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structure);
        StructureMap map = new(structure, scenario.Place);
        double[] need = map.ByLocality(NeedShares.ByDeprivation(scenario.Place, scenario.Demand.DeprivationExponent));
        List<Post> posts = Establishment.Posts(scenario, structure, Budget.BoughtFte(scenario, structure, scenario.Budget.FreedMoney));
        Management rules = scenario.Management;
        double perYear = scenario.Pathways.Sum(pathway =>
        {
            double assessed = pathway.ReferralsPerYear * scenario.Demand.Level * (1 - pathway.NoFurtherAction.Value);
            double accepted = assessed * (1 - pathway.Assessment.NotInNeed.Value);
            return (assessed * rules.SignOffHours.Value) + (accepted * (rules.AllocationHours.Value + rules.ClosureHours.Value));
        });
        return [.. need.Select((share, locality) =>
        {
            List<Post> here = posts.FindAll(post => post.Locality == locality);
            double supervision = here.Sum(post => post.Fte * scenario.Services[post.Service].SupervisionHours.Value);
            return Ratio(share * perYear, ManagerHours.FreePerWeek(rules, here.Sum(post => post.Fte), supervision) * WorkingWeeks(scenario));
        })];
    }

    /// <summary>Returns the weeks of five working days in a year.</summary>
    private static double WorkingWeeks(Scenario scenario) => DaysPerYear * (scenario.Calendar.AlwaysOpen ? 7 : 5) / 7 / 5;

    private static TeamLoad Load(Scenario scenario, Locality locality, Service service, double needShare, double fte)
    {
        double cases = 0;
        double hours = 0;
        double pointDays = 0;
        double workingDays = scenario.Calendar.AlwaysOpen ? 7 : 5;
        foreach (Pathway pathway in scenario.Pathways.Where(item => string.Equals(item.Service, service.Id, StringComparison.Ordinal)))
        {
            double referrals = pathway.ReferralsPerYear * scenario.Demand.Level * needShare;
            double assessed = referrals * (1 - pathway.NoFurtherAction.Value);
            double accepted = assessed * (1 - pathway.Assessment.NotInNeed.Value);
            CaseworkStage casework = pathway.Casework;
            double days = casework.Duration.Mean * casework.NominalShare;
            double contact = casework.ContactsPerWeek * (casework.ContactHours.Value + casework.RecordingHours.Value);
            double upkeep = scenario.Feedbacks.Upkeep ? casework.UpkeepHours.Value : 0;
            double assessmentDays = pathway.Assessment.MeanLength.Value * 7 / workingDays;
            cases += accepted;
            hours += (assessed * pathway.Assessment.MeanLength.Value / 5 * pathway.Assessment.HoursPerWeek.Value)
                + (accepted * days * workingDays / 7 / 5 * (contact + upkeep));
            pointDays += (assessed * assessmentDays * pathway.Assessment.Points.Value)
                + (accepted * days * casework.Weights.Sum(weight => weight.Points.Value * weight.Share.Value));
        }

        double vacancy = service.MeanVacancy.Value * service.YearlyTurnover.Value / DaysPerYear;
        double filled = fte / (1 + vacancy);
        double present = (1 - (service.LeaveWeeks / WeeksPerYear)) * (1 - service.AbsenceShare.Value);
        double availableHours = filled * WorkingWeek.HoursForCases(service) * present * WorkingWeeks(scenario);
        double availablePointDays = filled * service.PointsPerFte.Value * DaysPerYear;
        return new TeamLoad(locality.Id, service.Id, cases, Ratio(hours, availableHours), Ratio(pointDays, availablePointDays));
    }

    private static double Ratio(double required, double available) =>
        required == 0 ? 0 : available > 0 ? required / available : double.PositiveInfinity;
}
