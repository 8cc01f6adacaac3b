using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Builds the localities and teams of an arrangement in a simulator.</summary>
internal static class LocalityBuilder
{
    /// <summary>Builds each locality's front door, managers and delivery model.</summary>
    internal static LocalitySite[] Sites(StructureBasis basis, Arrangement arrangement, Simulator simulator)
    {
        double[] need = arrangement.Map.ByLocality(basis.Demand.NeedShares);
        AccessPoint[] doors = Doors(basis, arrangement, simulator, need);
        return [.. Enumerable.Range(0, need.Length).Select(locality => new LocalitySite(
            doors[locality],
            new ManagerPool(simulator, basis.Calendar, ManagerHours.Fte(arrangement, locality), ManagerHours.FreePerWeek(arrangement, locality)),
            new DeliverySite(simulator, arrangement.Delivery[locality], basis.Scenario.Calendar.AlwaysOpen ? 1 : 7.0 / 5)))];
    }

    /// <summary>Builds the teams of each service, without workers.</summary>
    internal static Team[][] Teams(StructureBasis basis, Arrangement arrangement, Simulator simulator) =>
        [.. arrangement.Services.Select((map, service) => (Team[])[.. map.TeamNames.Select((_, team) =>
            new Team(simulator, basis.Travel, service, map.AreasOf(team)))])];

    private static AccessPoint[] Doors(StructureBasis basis, Arrangement arrangement, Simulator simulator, double[] need)
    {
        FrontDoor door = arrangement.FrontDoor;
        Dictionary<string, AccessPoint> shared = new(StringComparer.Ordinal);
        return [.. arrangement.Structure.Localities.Select((locality, index) =>
        {
            string name = door.Scope switch
            {
                Deployment.Authority => "authority",
                Deployment.UpperTierArea => locality.UpperTierArea ?? locality.Id,
                _ => locality.Id,
            };
            if (!shared.TryGetValue(name, out AccessPoint? point))
            {
                double share = arrangement.Structure.Localities
                    .Select((other, number) => Together(other, number) ? need[number] : 0)
                    .Sum();
                point = new AccessPoint(simulator, basis.Calendar, door, door.Scope == Deployment.Authority ? door.Fte.Value : door.Fte.Value * share);
                shared.Add(name, point);
            }

            return point;

            bool Together(Locality other, int number) => number == index
                || (door.Scope == Deployment.UpperTierArea && locality.UpperTierArea is { } upper && string.Equals(other.UpperTierArea, upper, StringComparison.Ordinal));
        })];
    }
}
