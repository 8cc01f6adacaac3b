namespace LocalitySim.Models;

/// <summary>Ranks areas by deprivation and puts each in a fifth of all children.</summary>
internal static class Fifths
{
    internal const int Count = 5;

    /// <summary>Returns the areas from the most deprived to the least; ties in the order of the place.</summary>
    internal static int[] Ranked(Place place) =>
        [.. Enumerable.Range(0, place.Areas.Length).OrderByDescending(area => place.Areas[area].IncomeDeprived.Value)];

    /// <summary>Returns each area's fifth, 0 for the most deprived: that of the middle child of the area.</summary>
    internal static int[] OfAreas(Place place)
    {
        int[] fifths = new int[place.Areas.Length];
        double total = Math.Max(1, place.Children);
        double before = 0;
        foreach (int area in Ranked(place))
        {
            double middle = (before + (place.Areas[area].Children / 2.0)) / total;
            before += place.Areas[area].Children;
            fifths[area] = Math.Min(Count - 1, (int)(middle * Count));
        }

        return fifths;
    }
}
