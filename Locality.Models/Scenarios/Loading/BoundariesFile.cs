using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Reads <c>boundaries.geojson</c>, which a scenario need not have.</summary>
internal static class BoundariesFile
{
    private const int LargestBytes = 20_000_000;

    /// <summary>Returns each area's boundary, or null where there is no file or it has a mistake.</summary>
    /// <param name="areas">The areas; null where they could not be read.</param>
    /// <param name="names">The areas' names; null where some of them could not be read, and then none is looked up.</param>
    /// <param name="areasAreGood">Whether the areas' figures are without mistake.</param>
    /// <param name="problems">The file, and the list that takes its problems.</param>
    internal static ImmutableArray<AreaBoundary>? Read(ImmutableArray<Area>? areas, IReadOnlySet<string>? names, bool areasAreGood, ProblemList problems)
    {
        if (!Path.Exists(problems.File)
            || SourceFile.Read(problems, LargestBytes) is not { } text
            || JsonSource.Parse(text, problems) is not { } source
            || BoundaryCollection.Read(source) is not { } features
            || areas is null
            || names is null)
        {
            return null;
        }

        Dictionary<string, int> first = new(StringComparer.Ordinal);
        BoundaryFeature?[] found = new BoundaryFeature?[areas.Value.Length];
        foreach ((int index, Area area) in areas.Value.Index())
        {
            first.TryAdd(area.Name, index);
        }

        ILookup<string, int> byCode = areas.Value.Index()
            .Where(pair => pair.Item.Code is not null)
            .ToLookup(pair => pair.Item.Code!, pair => pair.Index, StringComparer.Ordinal);
        foreach (BoundaryFeature feature in features)
        {
            if (AreaOf(feature, first, byCode, source, problems) is not int index)
            {
                continue;
            }

            if (found[index] is not null)
            {
                source.Refuse(feature.At, feature.Path, $"{ScenarioMessage.Quote(areas.Value[index].Name)} again", "each area once");
                continue;
            }

            found[index] = feature;
            if (areasAreGood && feature.Polygons is { } polygons)
            {
                CheckNear(areas.Value[index], polygons, feature, source);
            }
        }

        string[] missing = [.. areas.Value.Where((area, index) => found[index] is null && first[area.Name] == index).Select(area => area.Name)];
        if (missing.Length > 0)
        {
            problems.Add($"no boundary of {ScenarioMessage.List(missing)}", "a boundary of every area of areas.csv, or no such file");
        }

        return problems.Any ? null : [.. found.Select(feature => new AreaBoundary { Polygons = feature!.Polygons!.Value })];
    }

    private static int? AreaOf(BoundaryFeature feature, Dictionary<string, int> byName, ILookup<string, int> byCode, JsonSource source, ProblemList problems)
    {
        if (!string.Equals(feature.Key, "code", StringComparison.Ordinal))
        {
            if (byName.TryGetValue(feature.Value, out int index))
            {
                return index;
            }

            string? nearest = problems.Nearest(feature.Value, byName.Keys);
            source.Refuse(feature.At, feature.Path, ScenarioMessage.Quote(feature.Value), "an area of areas.csv", SchemaWording.DidYouMean(nearest));
            return null;
        }

        int[] coded = [.. byCode[feature.Value]];
        if (coded.Length == 1)
        {
            return coded[0];
        }

        string expected = coded.Length == 0 ? "a code of areas.csv" : "a code that one area of areas.csv has";
        source.Refuse(feature.At, feature.Path, ScenarioMessage.Quote(feature.Value), expected, coded.Length == 0 ? null : "name the area as area");
        return null;
    }

    /// <summary>Notes a boundary that is nowhere near its area's centre: another system of coordinates, or another area's name.</summary>
    private static void CheckNear(Area area, ImmutableArray<BoundaryPolygon> polygons, BoundaryFeature feature, JsonSource source)
    {
        GridPoint[] points = [.. polygons.SelectMany(polygon => polygon.Outer)];
        double west = points.Min(point => point.EastingMetres);
        double east = points.Max(point => point.EastingMetres);
        double south = points.Min(point => point.NorthingMetres);
        double north = points.Max(point => point.NorthingMetres);
        double slack = Math.Max(east - west, north - south);
        double off = Math.Max(
            Math.Max(west - area.EastingMetres, area.EastingMetres - east),
            Math.Max(south - area.NorthingMetres, area.NorthingMetres - north));
        if (off > slack)
        {
            source.Refuse(
                feature.At,
                feature.Path,
                string.Create(CultureInfo.InvariantCulture, $"a boundary {off / 1000:#,0.0} km from the centre that areas.csv gives"),
                "a boundary around the area's centre",
                "see whether it is the boundary of another area, or in other coordinates");
        }
    }
}
