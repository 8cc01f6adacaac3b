using System.Collections.Immutable;
using LocalitySim.Models;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Simplify;

namespace LocalitySim.Reports;

/// <summary>Draws areas by their own boundaries, simplified. What two areas share stays shared.</summary>
internal static class BoundaryShapes
{
    // A line moves by at most this part of the map's longer side: less than a pixel of a map as wide as a page.
    private const double Tolerance = 1.0 / 1500;

    /// <summary>Returns a shape for each area, in units from a start.</summary>
    /// <remarks>
    /// Lines are cut where they meet and each stretch is simplified once, for both its sides. What the stretches enclose goes to the area that
    /// covers most of it; what no area covers, as a lake that belongs to none, stays empty.
    /// </remarks>
    internal static Geometry[] Of(AreaBoundary[] boundaries, Area[] areas, GridPoint start)
    {
        Geometry[] given = [.. boundaries.Select(boundary => GeometryFixer.Fix(Shape(boundary, start)))];
        STRtree<int> index = new();
        Envelope all = new();
        foreach ((int area, Geometry shape) in given.Index())
        {
            index.Insert(shape.EnvelopeInternal, area);
            all.ExpandToInclude(shape.EnvelopeInternal);
        }

        LineMerger merger = new();
        merger.Add(MapGeometry.Noded([.. given.Select(shape => shape.Boundary)]));
        Geometry stretches = MapGeometry.Factory.BuildGeometry(merger.GetMergedLineStrings());
        Geometry simple = TopologyPreservingSimplifier.Simplify(stretches, Math.Max(all.Width, all.Height) * Tolerance);

        List<Polygon>[] faces = [.. given.Select(_ => new List<Polygon>())];
        foreach (Polygon face in MapGeometry.Faces(MapGeometry.Noded([simple])))
        {
            (int owner, double covered) = index.Query(face.EnvelopeInternal).Order()
                .Select(area => (area, MapGeometry.Common(given[area], face).Area))
                .Append((-1, 0))
                .MaxBy(pair => pair.Item2);
            if (covered > face.Area / 2)
            {
                faces[owner].Add(face);
            }
        }

        return
        [
            .. faces.Select((parts, area) => parts.Count > 0
                ? MapGeometry.Union(parts)
                : MapGeometry.Speck(MapGeometry.Units(new(areas[area].EastingMetres, areas[area].NorthingMetres), start))),
        ];
    }

    private static Geometry Shape(AreaBoundary boundary, GridPoint start)
    {
        GeometryFactory factory = GeometryFactory.Default;
        return factory.CreateMultiPolygon(
            [.. boundary.Polygons.Select(polygon => factory.CreatePolygon(Ring(polygon.Outer), [.. polygon.Holes.Select(Ring)]))]);

        LinearRing Ring(ImmutableArray<GridPoint> points) => factory.CreateLinearRing([.. points.Select(point => MapGeometry.Units(point, start))]);
    }
}
