namespace LocalitySim.Models;

/// <summary>Says how many children a change of structure touches.</summary>
internal static class Disruption
{
    /// <summary>Returns the share of children who live in a locality that is not one of another structure's: it has other areas. From 0 to 1.</summary>
    internal static double ChildrenMoved(Place place, Structure from, Structure to)
    {
        HashSet<string> known = [.. from.Localities.Select(KeyOf)];
        Dictionary<string, double> children = place.Areas.ToDictionary(area => area.Name, area => (double)area.Children, StringComparer.Ordinal);
        double moved = to.Localities.Where(locality => !known.Contains(KeyOf(locality))).SelectMany(locality => locality.Areas).Sum(area => children[area]);
        double all = children.Values.Sum();
        return all > 0 ? moved / all : 0;
    }

    private static string KeyOf(Locality locality) => string.Join('\n', locality.Areas.Order(StringComparer.Ordinal));
}
