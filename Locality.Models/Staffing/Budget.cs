namespace LocalitySim.Models;

/// <summary>Counts what structures cost, and what freed money buys.</summary>
/// <remarks>
/// Equal budget: the recurrent cost of posts, management, bases and mileage is the first structure's. The difference buys posts
/// of one named service, each with its share of a team manager. Set-up cost stands apart, and extra posts are new money.
/// </remarks>
internal static class Budget
{
    /// <summary>Returns the full-time equivalents that a structure's freed money buys; negative where it costs more.</summary>
    internal static double BoughtFte(Scenario scenario, Structure structure, FreedMoney use)
    {
        if (use == FreedMoney.Released)
        {
            return 0;
        }

        Structure baseline = scenario.Structures[0] with { ExtraPosts = [] };
        double freed = Cost(scenario, baseline, 0).Total - Cost(scenario, structure with { ExtraPosts = [] }, 0).Total;
        Service service = scenario.Services.First(item => string.Equals(item.Id, scenario.Budget.Service, StringComparison.Ordinal));
        double price = service.CostPerFte.Value + (scenario.Management.TeamManagerCost.Value / scenario.Management.WorkersPerTeamManager);
        return price > 0 ? freed / price : 0;
    }

    /// <summary>Returns a structure's recurrent cost.</summary>
    internal static YearlyCost Cost(Scenario scenario, Structure structure, double boughtFte)
    {
        List<Post> posts = Establishment.Posts(scenario, structure, boughtFte);
        Management management = scenario.Management;
        double fte = posts.Sum(post => post.Fte);
        int localities = structure.Localities.Length;
        return new YearlyCost(
            posts.Sum(post => post.Fte * scenario.Services[post.Service].CostPerFte.Value),
            scenario.FrontDoor.Fte.Value * scenario.FrontDoor.CostPerFte.Value,
            (localities * ((management.AreaManagersPerLocality.Value * management.AreaManagerCost.Value)
                + (management.CoordinatorsPerLocality.Value * management.CoordinatorCost.Value)))
                + (fte / management.WorkersPerTeamManager * management.TeamManagerCost.Value),
            structure.Localities.Sum(locality => locality.Bases.Length) * management.BaseCost.Value,
            ExpectedMileage(scenario, structure));
    }

    /// <summary>Returns the mileage of a year in which every case that comes gets its nominal visits from the bases of its locality, shared among them by posts.</summary>
    private static double ExpectedMileage(Scenario scenario, Structure structure)
    {
        StructureMap map = new(structure, scenario.Place);
        TravelTimes travel = new(scenario.Place, scenario.Travel);
        double[] need = NeedShares.ByDeprivation(scenario.Place, scenario.Demand.DeprivationExponent);
        List<Post> posts = Establishment.Posts(scenario, structure, 0);
        double pounds = 0;
        foreach (Pathway pathway in scenario.Pathways)
        {
            int service = scenario.IndexOfService(pathway.Service);
            double visits = pathway.ReferralsPerYear * scenario.Demand.Level * VisitsPerReferral(pathway);
            for (int area = 0; area < need.Length; area++)
            {
                int home = area;
                List<Post> near = posts.FindAll(post => post.Service == service && post.Locality == map.LocalityOfArea[home]);
                double fte = near.Sum(post => post.Fte);
                double kilometres = fte > 0 ? near.Sum(post => post.Fte * travel.RoundTripKilometres(post.BaseArea, home)) / fte : 0;
                pounds += visits * need[area] * kilometres / scenario.Travel.VisitsPerTrip * scenario.Travel.CostPerKilometre.Value;
            }
        }

        return pounds;
    }

    private static double VisitsPerReferral(Pathway pathway)
    {
        double assessed = 1 - pathway.NoFurtherAction.Value;
        double inNeed = assessed * (1 - pathway.Assessment.NotInNeed.Value);
        double assessmentWeeks = pathway.Assessment.MeanLength.Value / 5;
        double caseWeeks = pathway.Casework.Duration.Mean * pathway.Casework.NominalShare / 7;
        return (assessed * assessmentWeeks * pathway.Assessment.VisitsPerWeek) + (inNeed * caseWeeks * pathway.Casework.ContactsPerWeek);
    }
}
