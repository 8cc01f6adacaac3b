using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Builds the localities and teams of an arrangement in a simulator, at any time of a run.</summary>
internal static class LocalityBuilder
{
    /// <summary>Builds each locality's front door, managers and delivery model.</summary>
    /// <param name="basis">What every replication of the structure has in common.</param>
    /// <param name="arrangement">What is to be in force.</param>
    /// <param name="simulator">The simulator.</param>
    internal static LocalitySite[] Sites(StructureBasis basis, Arrangement arrangement, Simulator simulator)
    {
        double[] need = arrangement.Map.ByLocality(basis.Demand.NeedShares);
        FrontDoorSite[] doors = Doors(basis, arrangement, simulator, need);
        return [.. arrangement.Structure.Localities.Select((locality, index) => new LocalitySite(
            locality.Id,
            doors[index],
            new ManagerPool(simulator, basis.Calendar, ManagerHours.Fte(arrangement, index), ManagerHours.FreePerWeek(arrangement, index)),
            new DeliverySite(simulator, arrangement.Delivery[index], basis.Scenario.Calendar.AlwaysOpen ? 1 : 7.0 / 5, HubRoad.Of(arrangement, index, basis.Travel))))];
    }

    /// <summary>Builds the teams of each service, without workers.</summary>
    internal static Team[][] Teams(StructureBasis basis, Arrangement arrangement, Simulator simulator) =>
        [.. arrangement.Services.Select((map, service) => (Team[])[.. map.TeamNames.Select((_, team) =>
            new Team(simulator, basis.Travel, service, map.AreasOf(team)))])];

    private static FrontDoorSite[] Doors(StructureBasis basis, Arrangement arrangement, Simulator simulator, double[] need)
    {
        FrontDoor rules = arrangement.FrontDoor;
        Dictionary<string, FrontDoorSite> shared = new(StringComparer.Ordinal);
        return [.. arrangement.Structure.Localities.Select((locality, index) =>
        {
            string name = rules.Scope switch
            {
                Deployment.Authority => "authority",
                Deployment.UpperTierArea => locality.UpperTierArea ?? locality.Id,
                _ => locality.Id,
            };
            if (!shared.TryGetValue(name, out FrontDoorSite? door))
            {
                double share = arrangement.Structure.Localities
                    .Select((other, number) => Together(other, number) ? need[number] : 0)
                    .Sum();
                double fte = rules.Scope == Deployment.Authority ? rules.Fte.Value : rules.Fte.Value * share;
                door = new FrontDoorSite(simulator, basis.Calendar, rules, fte);
                shared.Add(name, door);
            }

            return door;

            bool Together(Locality other, int number) => number == index
                || (rules.Scope == Deployment.UpperTierArea && locality.UpperTierArea is { } upper && string.Equals(other.UpperTierArea, upper, StringComparison.Ordinal));
        })];
    }
}
