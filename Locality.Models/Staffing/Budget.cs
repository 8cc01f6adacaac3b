namespace LocalitySim.Models;

/// <summary>Counts what structures cost, and what freed money buys.</summary>
/// <remarks>
/// Equal budget: the recurrent cost of posts, management, bases and mileage is the first structure's. The difference buys posts
/// of one named service, each with its share of a team manager. Set-up cost stands apart, and extra posts are new money.
/// </remarks>
internal static class Budget
{
    private const double DaysPerYear = 365.25;

    /// <summary>How near to the first structure's cost is the same, in pounds.</summary>
    private const double CloseEnough = 100;

    private const int MostSteps = 6;

    /// <summary>Returns the full-time equivalents that a structure's freed money buys; negative where it costs more.</summary>
    internal static double BoughtFte(Scenario scenario, Structure structure, FreedMoney use)
    {
        if (use == FreedMoney.Released)
        {
            return 0;
        }

        if (structure.Variation is { } variation)
        {
            return BoughtFte(scenario, variation.MoneyOf, use);
        }

        double target = Cost(scenario, scenario.Structures[0] with { ExtraPosts = [] }, 0).Total;
        Structure plain = structure with { ExtraPosts = [] };
        Service service = scenario.Services[scenario.IndexOfService(scenario.Budget.Service)];
        double price = service.CostPerFte.Value + AgencyPremium(service) + (scenario.Management.TeamManagerCost.Value / scenario.Management.WorkersPerTeamManager);
        if (!(price > 0))
        {
            return 0;
        }

        double bought = (target - Cost(scenario, plain, 0).Total) / price;

        // Too many to be counted one by one are left as they are: the reader refuses the scenario for them.
        if (bought >= 0 || !(Math.Abs(bought) / service.PostSize.Value <= PostLimits.MostPosts))
        {
            return bought;
        }

        // Posts that are given up leave others to travel, so that what they save is not quite their price: a few steps find the number.
        double left = target - Cost(scenario, plain, bought).Total;
        for (int step = 0; step < MostSteps && Math.Abs(left) >= CloseEnough; step++)
        {
            double next = Math.Min(0, bought + (left / price));
            double then = target - Cost(scenario, plain, next).Total;
            if (!(Math.Abs(then) < Math.Abs(left)))
            {
                break;
            }

            (bought, left) = (next, then);
        }

        return bought;
    }

    /// <summary>Returns the recurrent cost of a structure as it starts.</summary>
    internal static YearlyCost Cost(Scenario scenario, Structure structure, double boughtFte) => Cost(Arrangement.Of(scenario, structure, boughtFte));

    /// <summary>Returns the recurrent cost of an arrangement. Mileage is that of the posts that no freed money buys, so that buying changes nothing else.</summary>
    internal static YearlyCost Cost(Arrangement arrangement)
    {
        Scenario scenario = arrangement.Scenario;
        Structure structure = arrangement.Structure;
        Management management = scenario.Management;
        double fte = arrangement.Posts.Sum(post => post.Fte);
        int localities = structure.Localities.Length;
        int upperTierAreas = structure.Localities.Select(locality => locality.UpperTierArea).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        double leaders = arrangement.Delivery.Sum(model => model.LeadersPerLocality.Value);
        return new YearlyCost(
            arrangement.Posts.Sum(post => post.Fte * scenario.Services[post.Service].CostPerFte.Value),
            arrangement.Posts.Sum(post => post.Fte * AgencyPremium(scenario.Services[post.Service])),
            arrangement.FrontDoor.Fte.Value * arrangement.FrontDoor.CostPerFte.Value,
            (localities * ((management.AreaManagersPerLocality.Value * management.AreaManagerCost.Value)
                + (management.CoordinatorsPerLocality.Value * management.CoordinatorCost.Value)
                + (management.AdministratorsPerLocality.Value * management.AdministratorCost.Value)))
                + (upperTierAreas * management.AreaManagersPerUpperTierArea.Value * management.AreaManagerCost.Value)
                + (((fte / management.WorkersPerTeamManager) + leaders) * management.TeamManagerCost.Value),
            (structure.Localities.Sum(locality => locality.Bases.Length) * management.BaseCost.Value) + arrangement.Delivery.Sum(model => model.YearlyCost.Value),
            ExpectedMileage.Of(arrangement));
    }

    /// <summary>Returns the share of time for which a post holds no employee: the vacancy over the vacancy and the stay.</summary>
    internal static double VacantShare(Service service)
    {
        double vacancy = service.MeanVacancy.Value * service.YearlyTurnover.Value / DaysPerYear;
        return vacancy / (1 + vacancy);
    }

    /// <summary>Returns what agency cover of the usual vacancies costs in a year on top of a full-time post.</summary>
    internal static double AgencyPremium(Service service) => service.AgencyCover is { } cover
        ? VacantShare(service) * TimeInPost.CoveredShareOfVacancy(service) * Math.Max(0, cover.PricePerFte.Value - service.CostPerFte.Value)
        : 0;
}
