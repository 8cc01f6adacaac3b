using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Builds the localities of the next arrangement, and keeps whatever the change leaves alone: queues and timetables go on there.</summary>
/// <remarks>What waits at a front door, with managers or for a panel that end is finished there as it would have been.</remarks>
internal static class SiteChange
{
    /// <summary>Returns the localities of the next arrangement.</summary>
    internal static LocalitySite[] Sites(StructureBasis basis, Arrangement now, IReadOnlyList<LocalitySite> current, Arrangement next, Simulator simulator)
    {
        int count = next.Structure.Localities.Length;
        int?[] doors = [.. Enumerable.Range(0, count).Select(locality => Find(now, other => SameDoor(now, other, next, locality)))];
        int?[] managers = [.. Enumerable.Range(0, count).Select(locality => Find(now, other => SameManagers(now, other, next, locality)))];
        int?[] models = [.. Enumerable.Range(0, count).Select(locality => Find(now, other => SameModel(now, other, next, locality)))];
        bool keepsAll = !doors.Concat(managers).Concat(models).Contains(null);
        LocalitySite[] built = keepsAll
            ? [.. doors.Select((other, locality) => current[other!.Value] with { Id = next.Structure.Localities[locality].Id })]
            : LocalityBuilder.Sites(basis, next, simulator);
        return [.. built.Select((site, locality) => site with
        {
            FrontDoor = doors[locality] is { } door ? current[door].FrontDoor : site.FrontDoor,
            Managers = managers[locality] is { } pool ? current[pool].Managers : site.Managers,
            Delivery = models[locality] is { } model ? current[model].Delivery : site.Delivery,
        })];
    }

    private static int? Find(Arrangement now, Func<int, bool> same)
    {
        for (int other = 0; other < now.Structure.Localities.Length; other++)
        {
            if (same(other))
            {
                return other;
            }
        }

        return null;
    }

    private static bool SameAreas(Arrangement now, int other, Arrangement next, int locality) =>
        now.Map.AreasOf(other).SequenceEqual(next.Map.AreasOf(locality));

    private static bool SameDoor(Arrangement now, int other, Arrangement next, int locality) =>
        now.FrontDoor == next.FrontDoor && AreasOfDoor(now, other).SequenceEqual(AreasOfDoor(next, locality));

    private static bool SameManagers(Arrangement now, int other, Arrangement next, int locality) =>
        SameAreas(now, other, next, locality)
        && ManagerHours.Fte(now, other) == ManagerHours.Fte(next, locality)
        && ManagerHours.FreePerWeek(now, other) == ManagerHours.FreePerWeek(next, locality);

    private static bool SameModel(Arrangement now, int other, Arrangement next, int locality) =>
        now.Delivery[other] == next.Delivery[locality]
        && SameAreas(now, other, next, locality)
        && now.Map.BaseAreas[other].SequenceEqual(next.Map.BaseAreas[locality]);

    /// <summary>Returns the areas whose front door a locality shares.</summary>
    private static int[] AreasOfDoor(Arrangement arrangement, int locality)
    {
        string? upper = arrangement.Structure.Localities[locality].UpperTierArea;
        return [.. Enumerable.Range(0, arrangement.Map.LocalityOfArea.Length).Where(area =>
        {
            int other = arrangement.Map.LocalityOfArea[area];
            return arrangement.FrontDoor.Scope == Deployment.Authority
                || other == locality
                || (arrangement.FrontDoor.Scope == Deployment.UpperTierArea && upper is not null
                    && string.Equals(upper, arrangement.Structure.Localities[other].UpperTierArea, StringComparison.Ordinal));
        })];
    }
}
