using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Builds the localities and teams of an arrangement in a simulator, at any time of a run.</summary>
internal static class LocalityBuilder
{
    /// <summary>Builds each locality's front door, managers and delivery model.</summary>
    /// <param name="basis">What every replication of the structure has in common.</param>
    /// <param name="arrangement">What is to be in force.</param>
    /// <param name="simulator">The simulator.</param>
    /// <param name="former">The sites in force so far: what does not change is taken over, its queues, rooms and timetable with it.</param>
    internal static LocalitySite[] Sites(StructureBasis basis, Arrangement arrangement, Simulator simulator, IReadOnlyList<LocalitySite>? former = null)
    {
        double[] need = arrangement.Map.ByLocality(basis.Demand.NeedShares);
        FrontDoorSite[] doors = Doors(basis, arrangement, simulator, need, former ?? []);
        return [.. arrangement.Structure.Localities.Select((locality, index) =>
        {
            LocalitySite? before = former?.FirstOrDefault(site => string.Equals(site.Id, locality.Id, StringComparison.Ordinal));
            return new LocalitySite(locality.Id, doors[index], Managers(basis, arrangement, simulator, index, before), Delivery(basis, arrangement, simulator, index, before));
        })];
    }

    /// <summary>Builds the teams of each service, without workers.</summary>
    internal static Team[][] Teams(StructureBasis basis, Arrangement arrangement, Simulator simulator) =>
        [.. arrangement.Services.Select((map, service) => (Team[])[.. map.TeamNames.Select((_, team) =>
            new Team(simulator, basis.Travel, service, Enumerable.Range(0, map.TeamOfArea.Length).Where(area => map.TeamOfArea[area] == team).ToHashSet()))])];

    private static ManagerPool Managers(StructureBasis basis, Arrangement arrangement, Simulator simulator, int locality, LocalitySite? before)
    {
        double fte = ManagerHours.Fte(arrangement, locality);
        double hours = ManagerHours.FreePerWeek(arrangement, locality);
        return before?.Managers is { } managers && managers.Fte == fte && managers.FreeHoursPerWeek == hours
            ? managers
            : new ManagerPool(simulator, basis.Calendar, fte, hours);
    }

    private static DeliverySite Delivery(StructureBasis basis, Arrangement arrangement, Simulator simulator, int locality, LocalitySite? before)
    {
        DeliveryModel model = arrangement.Delivery[locality];
        HubRoad? road = HubRoad.Of(arrangement, locality, basis.Travel);
        bool isSame = before?.Delivery is { } former && former.Model == model && (former.Hub is null ? road is null : road is not null && former.Hub.Road.IsSameAs(road));
        return isSame ? before!.Delivery : new DeliverySite(simulator, model, basis.Scenario.Calendar.AlwaysOpen ? 1 : 7.0 / 5, road);
    }

    private static FrontDoorSite[] Doors(StructureBasis basis, Arrangement arrangement, Simulator simulator, double[] need, IReadOnlyList<LocalitySite> former)
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
                door = former.Select(site => site.FrontDoor).FirstOrDefault(site => string.Equals(site.Name, name, StringComparison.Ordinal) && site.Rules == rules && site.Fte == fte)
                    ?? new FrontDoorSite(simulator, basis.Calendar, name, rules, fte);
                shared.Add(name, door);
            }

            return door;

            bool Together(Locality other, int number) => number == index
                || (rules.Scope == Deployment.UpperTierArea && locality.UpperTierArea is { } upper && string.Equals(other.UpperTierArea, upper, StringComparison.Ordinal));
        })];
    }
}
