using System.Collections.Immutable;
using LocalitySim.Models;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Simplify;

namespace LocalitySim.Reports;

/// <summary>Draws areas by their own boundaries, simplified. What two areas share stays shared.</summary>
internal static class BoundaryShapes
{
    /// <summary>Returns a shape for each area, in units from a start.</summary>
    /// <remarks>
    /// Lines are cut where they meet and each stretch is simplified once, for both its sides. What the stretches enclose goes to the area that
    /// has its middle, the first where boundaries overlap; what no area has, as a lake that belongs to none, stays empty.
    /// </remarks>
    internal static Geometry[] Of(AreaBoundary[] boundaries, Area[] areas, GridPoint start)
    {
        Geometry[] given = [.. boundaries.Select(boundary => Shape(boundary, start)).Select(shape => shape.IsValid ? shape : GeometryFixer.Fix(shape))];
        IndexedPointInAreaLocator[] locators = [.. given.Select(shape => new IndexedPointInAreaLocator(shape))];
        STRtree<int> index = new();
        Envelope all = new();
        foreach ((int area, Geometry shape) in given.Index())
        {
            index.Insert(shape.EnvelopeInternal, area);
            all.ExpandToInclude(shape.EnvelopeInternal);
        }

        LineMerger merger = new();
        merger.Add(MapGeometry.Noded([.. given.Select(shape => shape.Boundary)]));
        double tolerance = Math.Max(all.Width, all.Height) * MapGeometry.Detail;

        // Where simplified stretches cross, they are cut again below, and the sliver goes to one side: no check of the topology is needed.
        Geometry[] simple = [.. merger.GetMergedLineStrings().Select(stretch => DouglasPeuckerSimplifier.Simplify(stretch, tolerance)).Where(stretch => !stretch.IsEmpty)];

        List<Polygon>[] faces = [.. given.Select(_ => new List<Polygon>())];
        foreach (Polygon face in MapGeometry.Faces(MapGeometry.Noded(simple)))
        {
            Coordinate middle = face.InteriorPoint.Coordinate;
            int? owner = index.Query(new Envelope(middle)).Order().Select(area => (int?)area).FirstOrDefault(area => locators[area!.Value].Locate(middle) != Location.Exterior);
            if (owner is int area)
            {
                faces[area].Add(face);
            }
        }

        return
        [
            .. faces.Select((parts, area) => parts.Count > 0
                ? MapGeometry.Union(parts)
                : MapGeometry.Speck(MapGeometry.Units(new(areas[area].EastingMetres, areas[area].NorthingMetres), start))),
        ];
    }

    private static MultiPolygon Shape(AreaBoundary boundary, GridPoint start)
    {
        GeometryFactory factory = GeometryFactory.Default;
        return factory.CreateMultiPolygon(
            [.. boundary.Polygons.Select(polygon => factory.CreatePolygon(Ring(polygon.Outer), [.. polygon.Holes.Select(Ring)]))]);

        LinearRing Ring(ImmutableArray<GridPoint> points) => factory.CreateLinearRing([.. points.Select(point => MapGeometry.Units(point, start))]);
    }
}
