namespace LocalitySim.Models;

/// <summary>Takes a structure's recurrent cost apart, by agency and by locality.</summary>
internal static class StructureCosts
{
    /// <summary>Returns what each agency pays: those of the services in their order, then others that pay in. Their costs make the structure's.</summary>
    internal static AgencyCost[] ByAgency(Arrangement arrangement, YearlyCost cost)
    {
        Scenario scenario = arrangement.Scenario;
        string host = scenario.Services[scenario.IndexOfService(scenario.Budget.Service)].Agency;
        double pooled = scenario.Budget.Pooled.Sum(contribution => contribution.Pounds.Value);
        return [.. scenario.Services.Select(service => service.Agency)
            .Concat(scenario.Budget.Pooled.Select(contribution => contribution.Agency))
            .Distinct(StringComparer.Ordinal)
            .Select(agency =>
            {
                bool isHost = string.Equals(agency, host, StringComparison.Ordinal);
                Post[] posts = [.. arrangement.Posts.Where(post => string.Equals(scenario.Services[post.Service].Agency, agency, StringComparison.Ordinal))];
                return new AgencyCost(
                    agency,
                    posts.Sum(post => post.Fte * scenario.Services[post.Service].CostPerFte.Value),
                    posts.Sum(post => post.Fte * Budget.AgencyPremium(scenario.Services[post.Service])),
                    isHost ? cost.FrontDoor : 0,
                    isHost ? cost.Management : 0,
                    isHost ? cost.Bases : 0,
                    Enumerable.Range(0, scenario.Services.Length)
                        .Where(service => string.Equals(scenario.Services[service].Agency, agency, StringComparison.Ordinal))
                        .Sum(service => ExpectedMileage.Of(arrangement, service)),
                    scenario.Budget.Pooled.Where(contribution => string.Equals(contribution.Agency, agency, StringComparison.Ordinal)).Sum(contribution => contribution.Pounds.Value)
                        - (isHost ? pooled : 0));
            })];
    }

    /// <summary>Returns each locality's recurrent cost. Together they make the structure's.</summary>
    internal static double[] ByLocality(Arrangement arrangement, YearlyCost cost, double[] needShares)
    {
        Scenario scenario = arrangement.Scenario;
        Management rules = scenario.Management;
        double[] need = arrangement.Map.ByLocality(needShares);
        double[] costs = arrangement.Map.ByLocality(Capacity.ByArea(
            arrangement,
            needShares,
            arrangement.Posts.Select(post => (post.Service, post.Team, post.Fte * (scenario.Services[post.Service].CostPerFte.Value + Budget.AgencyPremium(scenario.Services[post.Service]))))));
        double shared = rules.AreaManagersPerLocality.Value * (rules.AreaManagerCost.Value - rules.TeamManagerCost.Value);
        for (int locality = 0; locality < costs.Length; locality++)
        {
            // A locality's managers count area managers as managers; what these cost more is added. So is its part of an upper-tier area's.
            string? upper = arrangement.Structure.Localities[locality].UpperTierArea;
            double upperTier = upper is null ? 0 : rules.AreaManagersPerUpperTierArea.Value
                / arrangement.Structure.Localities.Count(item => string.Equals(item.UpperTierArea, upper, StringComparison.Ordinal));
            costs[locality] += (ManagerHours.Fte(arrangement, locality) * rules.TeamManagerCost.Value)
                + shared
                + (upperTier * (rules.AreaManagerCost.Value - rules.TeamManagerCost.Value))
                + (rules.CoordinatorsPerLocality.Value * rules.CoordinatorCost.Value)
                + (rules.AdministratorsPerLocality.Value * rules.AdministratorCost.Value)
                + (arrangement.Map.BaseAreas[locality].Length * rules.BaseCost.Value)
                + arrangement.Delivery[locality].YearlyCost.Value
                + (need[locality] * (cost.FrontDoor + cost.Mileage));
        }

        return costs;
    }
}
