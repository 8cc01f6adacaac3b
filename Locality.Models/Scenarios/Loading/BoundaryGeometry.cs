using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Reads the polygons of <c>boundaries.geojson</c>, in metres on the national grid.</summary>
/// <param name="source">The file.</param>
/// <param name="inMetres">Whether coordinates are metres on the national grid; otherwise they are degrees. Null where the file says neither, which was noted.</param>
internal sealed class BoundaryGeometry(JsonSource source, bool? inMetres)
{
    private const int MostPoints = 1_000_000;
    private const int FewestOfRing = 4;

    // As in areas.csv.
    private const double FarthestMetres = 10_000_000;

    private int _points;

    /// <summary>Gets whether the file has more points than are read.</summary>
    private bool IsFull => _points > MostPoints;

    /// <summary>Returns the polygons of a geometry, or notes its mistakes and returns null.</summary>
    internal ImmutableArray<BoundaryPolygon>? Read(JsonSlice geometry, string path)
    {
        const string Expected = "a Polygon or a MultiPolygon";
        if (geometry.Kind != JsonTokenType.StartObject)
        {
            source.Refuse(geometry, path, source.Describe(geometry), Expected);
            return null;
        }

        Dictionary<string, JsonSlice> members = source.Members(geometry, path);
        string? type = members.TryGetValue("type", out JsonSlice typeAt) ? source.Text(typeAt) : null;
        if (type is not ("Polygon" or "MultiPolygon"))
        {
            source.Refuse(typeAt.Length > 0 ? typeAt : geometry, $"{path}.type", typeAt.Length > 0 ? source.Describe(typeAt) : "nothing", Expected);
            return null;
        }

        string coordinates = $"{path}.coordinates";
        if (!members.TryGetValue("coordinates", out JsonSlice at))
        {
            source.Refuse(geometry, coordinates, "nothing", "coordinates");
            return null;
        }

        if (string.Equals(type, "Polygon", StringComparison.Ordinal))
        {
            return Polygon(at, coordinates) is { } polygon ? [polygon] : null;
        }

        List<BoundaryPolygon?>? polygons = List(at, coordinates, "a list of polygons", Polygon);
        return polygons is null || polygons.Contains(null) ? null : [.. polygons.OfType<BoundaryPolygon>()];
    }

    private BoundaryPolygon? Polygon(JsonSlice item, string path)
    {
        List<ImmutableArray<GridPoint>?>? rings = List(item, path, "a list of rings", Ring);
        return rings is null || rings.Contains(null)
            ? null
            : new() { Outer = rings[0]!.Value, Holes = [.. rings.Skip(1).Select(ring => ring!.Value)] };
    }

    private ImmutableArray<GridPoint>? Ring(JsonSlice item, string path)
    {
        if (IsFull)
        {
            return null;
        }

        if (item.Kind != JsonTokenType.StartArray)
        {
            source.Refuse(item, path, source.Describe(item), "a list of points");
            return null;
        }

        List<JsonSlice> items = source.Items(item);
        _points += items.Count;
        if (IsFull)
        {
            source.Refuse(item, path, "too many points", string.Create(CultureInfo.InvariantCulture, $"{MostPoints:#,0} points in the file at most"), "simplify the boundaries");
            return null;
        }

        if (items.Count < FewestOfRing)
        {
            string found = string.Create(CultureInfo.InvariantCulture, $"a ring of {items.Count} {(items.Count == 1 ? "point" : "points")}");
            source.Refuse(item, path, found, "four points or more, of which the last is the first");
            return null;
        }

        ImmutableArray<GridPoint>.Builder ring = ImmutableArray.CreateBuilder<GridPoint>(items.Count);
        foreach ((int index, JsonSlice position) in items.Index())
        {
            // One mistake of a ring is enough: in a wrong system of coordinates, every point would be one.
            if (Point(position, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")) is not { } point)
            {
                return null;
            }

            ring.Add(point);
        }

        if (ring[0] != ring[^1])
        {
            source.Refuse(items[^1], path, "a ring that is not closed", "a last point that is the first", "repeat the first point at the end");
            return null;
        }

        ImmutableArray<GridPoint> points = ring.MoveToImmutable();
        if (TwiceArea(points) == 0)
        {
            source.Refuse(item, path, "a ring without area", "a ring around something");
            return null;
        }

        return points;
    }

    private GridPoint? Point(JsonSlice item, string path)
    {
        const string Expected = "two numbers or more";
        if (item.Kind != JsonTokenType.StartArray)
        {
            source.Refuse(item, path, source.Describe(item), Expected);
            return null;
        }

        List<JsonSlice> numbers = source.Items(item);
        if (numbers.Count < 2)
        {
            source.Refuse(item, path, string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} {(numbers.Count == 1 ? "number" : "numbers")}"), Expected);
            return null;
        }

        foreach ((int index, JsonSlice number) in numbers.Index())
        {
            if (source.Number(number) is null)
            {
                source.Refuse(number, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), source.Describe(number), "a finite number");
                return null;
            }
        }

        return Placed(item, path, source.Number(numbers[0])!.Value, source.Number(numbers[1])!.Value);
    }

    private GridPoint? Placed(JsonSlice item, string path, double first, double second)
    {
        if (inMetres != false)
        {
            if (Math.Abs(first) <= FarthestMetres && Math.Abs(second) <= FarthestMetres)
            {
                return new(first, second);
            }

            source.Refuse(item, path, Pair(first, second), "metres on the national grid, as in areas.csv");
            return null;
        }

        (double south, double north) = NationalGrid.LatitudeRange;
        (double west, double east) = NationalGrid.LongitudeRange;
        if (first >= west && first <= east && second >= south && second <= north)
        {
            return NationalGrid.FromWgs84(second, first);
        }

        string? fix = second >= west && second <= east && first >= south && first <= north ? "write the longitude first"
            : Math.Abs(first) > 360 || Math.Abs(second) > 360 ? "metres on the national grid need the member crs that docs/scenario-format.md shows"
            : null;
        source.Refuse(
            item, path, Pair(first, second), string.Create(CultureInfo.InvariantCulture, $"a longitude from {west} to {east} and a latitude from {south} to {north}"), fix);
        return null;
    }

    private List<T>? List<T>(JsonSlice item, string path, string expected, Func<JsonSlice, string, T> read)
    {
        List<JsonSlice> items = item.Kind == JsonTokenType.StartArray ? source.Items(item) : [];
        if (items.Count > 0)
        {
            return [.. items.Select((part, index) => read(part, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))];
        }

        source.Refuse(item, path, item.Kind == JsonTokenType.StartArray ? "an empty list" : source.Describe(item), expected);
        return null;
    }

    private static string Pair(double first, double second) => $"{ScenarioMessage.Number(first)}, {ScenarioMessage.Number(second)}";

    // Relative to the first point, so that a small ring far from the origin keeps its area.
    private static double TwiceArea(ImmutableArray<GridPoint> ring)
    {
        double sum = 0;
        for (int i = 1; i < ring.Length; i++)
        {
            sum += ((ring[i - 1].EastingMetres - ring[0].EastingMetres) * (ring[i].NorthingMetres - ring[0].NorthingMetres))
                - ((ring[i].EastingMetres - ring[0].EastingMetres) * (ring[i - 1].NorthingMetres - ring[0].NorthingMetres));
        }

        return sum;
    }
}
