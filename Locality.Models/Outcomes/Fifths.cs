namespace LocalitySim.Models;

/// <summary>Picks the areas with the most and the least deprived fifth of children.</summary>
internal sealed class Fifths
{
    private readonly HashSet<int> most = [];
    private readonly HashSet<int> least = [];

    private Fifths()
    {
    }

    /// <summary>Ranks the areas by IDACI; an area is in a fifth if the middle child of the area is.</summary>
    internal static Fifths ByDeprivation(Place place)
    {
        Fifths fifths = new();
        double total = place.Children;
        double before = 0;
        foreach (int area in Enumerable.Range(0, place.Areas.Length).OrderByDescending(index => place.Areas[index].IncomeDeprived.Value))
        {
            double middle = (before + (place.Areas[area].Children / 2.0)) / total;
            before += place.Areas[area].Children;
            if (middle < 0.2)
            {
                fifths.most.Add(area);
            }
            else if (middle > 0.8)
            {
                fifths.least.Add(area);
            }
        }

        return fifths;
    }

    internal bool IsMostDeprived(int area) => most.Contains(area);

    internal bool IsLeastDeprived(int area) => least.Contains(area);
}
