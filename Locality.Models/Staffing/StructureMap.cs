namespace LocalitySim.Models;

/// <summary>Turns a structure's names into indices.</summary>
internal sealed class StructureMap
{
    private readonly Structure structure;

    /// <summary>Makes the map.</summary>
    internal StructureMap(Structure structure, Place place)
    {
        this.structure = structure;
        Dictionary<string, int> areas = place.Areas.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        LocalityOfArea = new int[place.Areas.Length];
        BaseAreas = new int[structure.Localities.Length][];
        for (int locality = 0; locality < structure.Localities.Length; locality++)
        {
            foreach (string area in structure.Localities[locality].Areas)
            {
                LocalityOfArea[areas[area]] = locality;
            }

            BaseAreas[locality] = [.. structure.Localities[locality].Bases.Select(area => areas[area])];
        }
    }

    /// <summary>Gets the index of the locality that each area is in.</summary>
    internal int[] LocalityOfArea { get; }

    /// <summary>Gets the areas of each locality's bases.</summary>
    internal int[][] BaseAreas { get; }

    /// <summary>Sums the areas' values by locality.</summary>
    internal double[] ByLocality(double[] areaValues)
    {
        double[] sums = new double[BaseAreas.Length];
        for (int area = 0; area < areaValues.Length; area++)
        {
            sums[LocalityOfArea[area]] += areaValues[area];
        }

        return sums;
    }

    /// <summary>Returns the areas of a locality, in the place's order.</summary>
    internal int[] AreasOf(int locality) => [.. Enumerable.Range(0, LocalityOfArea.Length).Where(area => LocalityOfArea[area] == locality)];

    /// <summary>Returns the index of a locality.</summary>
    internal int IndexOf(string localityId)
    {
        int index = 0;
        while (!string.Equals(structure.Localities[index].Id, localityId, StringComparison.Ordinal))
        {
            index++;
        }

        return index;
    }

    /// <summary>Returns the first area of a locality.</summary>
    internal int FirstAreaOf(string localityId) => Array.IndexOf(LocalityOfArea, IndexOf(localityId));
}
