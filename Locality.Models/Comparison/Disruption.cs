namespace LocalitySim.Models;

/// <summary>Says how many children a change of structure touches.</summary>
internal static class Disruption
{
    /// <summary>Returns the share of children who live in the end in a locality that the scenario's first structure does not have at the start: it has other areas. From 0 to 1.</summary>
    internal static double ChildrenMoved(Scenario scenario, Structure structure)
    {
        // The last redraw says where a dated plan ends.
        Structure end = structure.Steps.LastOrDefault(step => step.Redraw is not null)?.Redraw is { } redraw ? scenario.Structure(redraw.To) : structure;
        HashSet<string> known = [.. scenario.Structures[0].Localities.Select(KeyOf)];
        Dictionary<string, double> children = scenario.Place.Areas.ToDictionary(area => area.Name, area => (double)area.Children, StringComparer.Ordinal);
        double moved = end.Localities.Where(locality => !known.Contains(KeyOf(locality))).SelectMany(locality => locality.Areas).Sum(area => children[area]);
        double all = children.Values.Sum();
        return all > 0 ? moved / all : 0;
    }

    private static string KeyOf(Locality locality) => string.Join('\n', locality.Areas.Order(StringComparer.Ordinal));
}
