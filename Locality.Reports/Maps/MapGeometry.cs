using System.Collections.Immutable;
using LocalitySim.Models;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace LocalitySim.Reports;

/// <summary>Goes between a map's metres and geometry in whole units, in which shapes are made: whole numbers meet exactly.</summary>
internal static class MapGeometry
{
    /// <summary>One unit, in metres: what a map shows no smaller than.</summary>
    internal const double Unit = 10;

    /// <summary>How far a line may be off, as a part of the map's longer side: less than a pixel of a map as wide as a page.</summary>
    internal const double Detail = 1.0 / 1500;

    /// <summary>Whole units.</summary>
    internal static PrecisionModel Whole { get; } = new(1);

    /// <summary>Makes geometry.</summary>
    internal static GeometryFactory Factory { get; } = new(Whole);

    /// <summary>Returns a point of the national grid, down to whole units.</summary>
    internal static GridPoint Rounded(double easting, double northing) => new(Math.Floor(easting / Unit) * Unit, Math.Floor(northing / Unit) * Unit);

    /// <summary>Returns a point in units from a start.</summary>
    internal static Coordinate Units(GridPoint point, GridPoint start) =>
        new((point.EastingMetres - start.EastingMetres) / Unit, (point.NorthingMetres - start.NorthingMetres) / Unit);

    /// <summary>Returns the point of a map, in metres.</summary>
    internal static MapPoint Point(Coordinate units) => new((int)(Math.Round(units.X) * Unit), (int)(Math.Round(units.Y) * Unit));

    /// <summary>Returns the union of pieces that meet at whole units.</summary>
    internal static Geometry Union(IReadOnlyCollection<Geometry> shapes) => shapes.Count == 1 ? shapes.First() : OverlayNGRobust.Union(shapes);

    /// <summary>Returns the union of finished shapes, which do not overlap: the lines that two share go, the others stay as they are. Nothing is computed, and so nothing is rounded.</summary>
    internal static Geometry WithoutSharedLines(IReadOnlyCollection<Geometry> shapes) => shapes.Count == 1 ? shapes.First() : CoverageUnion.Union(Factory.BuildGeometry(shapes));

    /// <summary>Returns what two shapes have in common, be it an area or a line.</summary>
    internal static Geometry Common(Geometry first, Geometry second) =>
        OverlayNGRobust.Overlay(first, second, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);

    /// <summary>Returns lines cut where they meet, in whole units, each stretch once.</summary>
    internal static Geometry Noded(IReadOnlyCollection<Geometry> lines) => UnaryUnionNG.Union(Factory.BuildGeometry(lines), Whole);

    /// <summary>Returns what noded lines enclose.</summary>
    internal static IEnumerable<Polygon> Faces(Geometry noded)
    {
        Polygonizer polygonizer = new();
        polygonizer.Add(noded);
        return polygonizer.GetPolygons().Cast<Polygon>();
    }

    /// <summary>Returns the polygons of any geometry; what is left of lines and points is dropped.</summary>
    internal static Polygon[] PolygonsOf(Geometry geometry) => [.. PolygonExtracter.GetPolygons(geometry).Cast<Polygon>().Where(polygon => !polygon.IsEmpty)];

    /// <summary>Returns a shape moved by whole units.</summary>
    internal static Geometry Moved(Geometry shape, double x, double y) => new AffineTransformation(1, 0, x, 0, 1, y).Transform(shape);

    /// <summary>Returns a small square around a point, for an area whose shape is too small to be seen.</summary>
    internal static Geometry Speck(Coordinate centre)
    {
        (double x, double y) = (Math.Round(centre.X), Math.Round(centre.Y));
        return Factory.ToGeometry(new Envelope(x - 1, x + 1, y - 1, y + 1));
    }

    /// <summary>Returns a shape's polygons in metres, always written in the same way.</summary>
    internal static ImmutableArray<MapPolygon> Polygons(Geometry shape)
    {
        Geometry normal = shape.Copy();
        normal.Normalize();
        return [.. PolygonsOf(normal).Select(polygon => new MapPolygon { Outer = Ring(polygon.ExteriorRing, counterClockwise: true), Holes = [.. polygon.InteriorRings.Select(hole => Ring(hole, counterClockwise: false))] })];
    }

    /// <summary>Returns a ring in metres, in a direction.</summary>
    internal static ImmutableArray<MapPoint> Ring(LineString ring, bool counterClockwise)
    {
        IEnumerable<Coordinate> points = ring.Coordinates;
        if (NetTopologySuite.Algorithm.Orientation.IsCCW(ring.CoordinateSequence) != counterClockwise)
        {
            points = points.Reverse();
        }

        return [.. points.Select(Point)];
    }
}
