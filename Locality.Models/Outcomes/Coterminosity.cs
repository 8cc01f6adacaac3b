namespace LocalitySim.Models;

/// <summary>Compares a structure's boundaries with its partners'.</summary>
internal static class Coterminosity
{
    /// <summary>Returns the mean over partners of the share of their divisions that lie in more than one locality, from 0 to 1; null without partners.</summary>
    internal static double? CutShare(Place place, int[] localityOfArea) =>
        place.Partners.IsEmpty ? null : place.Partners.Average(partner => CutShare(partner, localityOfArea));

    private static double CutShare(PartnerBoundary partner, int[] localityOfArea)
    {
        ILookup<string, int> localities = Enumerable.Range(0, localityOfArea.Length)
            .ToLookup(area => partner.DivisionOfArea[area], area => localityOfArea[area], StringComparer.Ordinal);
        return (double)localities.Count(division => division.Distinct().Skip(1).Any()) / localities.Count;
    }
}
