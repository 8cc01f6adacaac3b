namespace LocalitySim.Models;

/// <summary>Puts children in fifths by deprivation: those of all children of the authority.</summary>
internal sealed class CaseFifths
{
    private readonly Place place;
    private readonly int[] fifths;

    internal CaseFifths(Place place)
    {
        this.place = place;
        fifths = Fifths.OfAreas(place);
    }

    /// <summary>Returns an area's fifth, 1 for the most deprived.</summary>
    internal int OfArea(int area) => fifths[area] + 1;

    /// <summary>Returns the fifth of a place of which no more than its deprivation is known: that of the middle one of the children in areas like it.</summary>
    internal int OfDeprivation(double incomeDeprived)
    {
        double above = place.Areas.Where(area => area.IncomeDeprived.Value > incomeDeprived).Sum(area => (double)area.Children);
        double same = place.Areas.Where(area => area.IncomeDeprived.Value == incomeDeprived).Sum(area => (double)area.Children);
        return 1 + Math.Min(Fifths.Count - 1, (int)((above + (0.5 * same)) / Math.Max(1, place.Children) * Fifths.Count));
    }
}
