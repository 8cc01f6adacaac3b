namespace LocalitySim.Models;

/// <summary>Turns a structure's names into indices.</summary>
internal sealed class StructureMap
{
    /// <summary>Makes the map.</summary>
    internal StructureMap(Structure structure, Place place)
    {
        LocalityOfArea = new int[place.Areas.Length];
        BaseAreas = new int[structure.Localities.Length][];
        for (int locality = 0; locality < structure.Localities.Length; locality++)
        {
            foreach (string area in structure.Localities[locality].Areas)
            {
                LocalityOfArea[place.IndexOf(area)] = locality;
            }

            BaseAreas[locality] = [.. structure.Localities[locality].Bases.Select(place.IndexOf)];
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
}
