using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Writes a map as ECharts' <c>registerMap</c> takes it.</summary>
/// <remarks>
/// The coordinates are metres, so a chart that shows the map sets <c>aspectScale: 1</c>. An area is named by its index in the place, as text: what a
/// scenario's author called it never gets here.
/// </remarks>
public static class GeoJsonText
{
    /// <summary>Returns a FeatureCollection of one line: a feature for each area, with <c>name</c> (its index) and <c>cp</c> (where its label stands).</summary>
    /// <param name="shapes">The map.</param>
    /// <returns>JSON, in ASCII.</returns>
    public static string Of(AreaShapes shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        StringBuilder text = new("""{"type":"FeatureCollection","features":[""");
        foreach ((int index, AreaShape area) in shapes.Areas.Index())
        {
            text.Append(index == 0 ? "" : ",");
            text.Append(CultureInfo.InvariantCulture, $$"""{"type":"Feature","properties":{"name":"{{index}}","cp":[{{area.Centre.X}},{{area.Centre.Y}}]},"geometry":""");
            bool single = area.Polygons.Length == 1;
            text.Append(single ? """{"type":"Polygon","coordinates":""" : """{"type":"MultiPolygon","coordinates":[""");
            List(text, area.Polygons, Polygon);
            text.Append(single ? "}}" : "]}}");
        }

        return text.Append("]}").ToString();
    }

    private static void Polygon(StringBuilder text, MapPolygon polygon)
    {
        text.Append('[');
        List(text, polygon.Holes.Insert(0, polygon.Outer), Ring);
        text.Append(']');
    }

    private static void Ring(StringBuilder text, ImmutableArray<MapPoint> ring)
    {
        text.Append('[');
        List(text, ring, (inner, point) => inner.Append(CultureInfo.InvariantCulture, $"[{point.X},{point.Y}]"));
        text.Append(']');
    }

    private static void List<T>(StringBuilder text, ImmutableArray<T> items, Action<StringBuilder, T> write)
    {
        foreach ((int index, T item) in items.Index())
        {
            text.Append(index == 0 ? "" : ",");
            write(text, item);
        }
    }
}
