using LocalitySim.Simulation;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace LocalitySim.Reports;

/// <summary>Makes an outline around areas of which only centre, size and neighbours are known.</summary>
internal static class PlaceOutline
{
    private const int ManyAreas = 400;
    private const int Rounds = 3;
    private const double LeastFactor = 0.7;
    private const double MostFactor = 1.6;

    /// <summary>
    /// Returns the outline: a circle of its size around each centre, and a bridge between centres whose areas touch, with notches filled and
    /// small holes closed. All circles are then made larger or smaller, until the outline has the areas' total size, or nearly.
    /// </summary>
    /// <param name="centres">The centres, in units.</param>
    /// <param name="radii">The radius of a circle of each area's size, in units.</param>
    /// <param name="borders">The pairs of areas that touch.</param>
    internal static Geometry Of(Coordinate[] centres, double[] radii, IReadOnlyList<(int First, int Second)> borders)
    {
        double wanted = radii.Sum(radius => Math.PI * radius * radius);
        double typical = Math.Sqrt(radii.Sum(radius => radius * radius) / radii.Length);
        double factor = 1;
        Geometry outline = Draw(factor);
        for (int round = 1; round < Rounds; round++)
        {
            factor = Math.Clamp(factor * Math.Sqrt(wanted / outline.Area), LeastFactor, MostFactor);
            outline = Draw(factor);
        }

        // A tenth of the smallest circle leaves every centre well inside.
        Envelope box = outline.EnvelopeInternal;
        return TopologyPreservingSimplifier.Simplify(outline, Math.Min(Math.Max(box.Width, box.Height) * MapGeometry.Detail, radii.Min() / 10));

        Geometry Draw(double factor)
        {
            int corners = centres.Length > ManyAreas ? 16 : 32;
            List<Geometry> parts = [.. centres.Select((centre, i) => Circle(centre, factor * radii[i], corners))];
            parts.AddRange(borders.Select(border => Bridge(centres, radii, border, factor)).OfType<Geometry>());
            Geometry union = UnaryUnionNG.Union(MapGeometry.Factory.BuildGeometry(parts), MapGeometry.Whole);

            // Filling notches leaves every point of the union inside.
            double notch = 1.5 * factor * typical;
            Geometry smooth = union.Buffer(notch).Buffer(-notch);
            return WithoutSmallHoles(OverlayNGRobust.Union([union, smooth]), wanted / centres.Length);
        }
    }

    private static Polygon Circle(Coordinate centre, double radius, int corners)
    {
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++)
        {
            double angle = 2 * Math.PI * i / corners;
            ring[i] = new(centre.X + (radius * PortableMath.Cos(angle)), centre.Y + (radius * PortableMath.Sin(angle)));
        }

        ring[^1] = ring[0].Copy();
        return MapGeometry.Factory.CreatePolygon(ring);
    }

    /// <summary>Returns the band from one centre to the other, as wide as the smaller circle.</summary>
    private static Polygon? Bridge(Coordinate[] centres, double[] radii, (int First, int Second) border, double factor)
    {
        (Coordinate from, Coordinate to) = (centres[border.First], centres[border.Second]);
        double length = from.Distance(to);
        double half = factor * Math.Min(radii[border.First], radii[border.Second]) * 0.7;
        (double x, double y) = (-(to.Y - from.Y) / length * half, (to.X - from.X) / length * half);
        return MapGeometry.Factory.CreatePolygon(
            [new(from.X + x, from.Y + y), new(from.X - x, from.Y - y), new(to.X - x, to.Y - y), new(to.X + x, to.Y + y), new(from.X + x, from.Y + y)]);
    }

    private static Geometry WithoutSmallHoles(Geometry shape, double least)
    {
        GeometryFactory factory = MapGeometry.Factory;
        return factory.BuildGeometry(
            MapGeometry.PolygonsOf(shape).Select(Geometry (polygon) => factory.CreatePolygon(
                (LinearRing)polygon.ExteriorRing,
                [.. polygon.InteriorRings.Cast<LinearRing>().Where(hole => factory.CreatePolygon(hole).Area >= least)])));
    }
}
