using System.Collections.Immutable;
using LocalitySim.Models;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace LocalitySim.Reports;

/// <summary>Draws areas whose boundaries nobody gave: the cells of a power diagram within an outline.</summary>
internal static class CellShapes
{
    private const double SquareMetresPerSquareKilometre = 1e6;

    /// <summary>Returns a shape for each area, in units from a start. Shapes meet without gap or overlap, and each holds its centre.</summary>
    internal static Geometry[] Of(Area[] areas, ImmutableArray<Border> borders, GridPoint start)
    {
        Coordinate[] centres = SpreadCentres.Of([.. areas.Select(area => MapGeometry.Units(new(area.EastingMetres, area.NorthingMetres), start))]);
        double[] radii = [.. areas.Select(area => Math.Max(SpreadCentres.Apart, Math.Sqrt(area.SquareKilometres * SquareMetresPerSquareKilometre / Math.PI) / MapGeometry.Unit))];
        Geometry outline = PlaceOutline.Of(centres, radii, Pairs(areas, borders));
        PowerDiagram diagram = new(centres, radii);

        // The outline and the cells' edges are cut where they meet, in whole units; what they enclose is shared out. Nothing can be left over or overlap.
        Envelope box = outline.EnvelopeInternal.Copy();
        box.ExpandBy(SpreadCentres.Apart);
        List<Geometry> lines = [outline.Boundary];
        lines.AddRange(diagram.Cells(box).Select(MapGeometry.Factory.CreateLineString));
        IndexedPointInAreaLocator inside = new(outline);
        CellPieces pieces = new(centres);
        foreach (Polygon face in MapGeometry.Faces(MapGeometry.Noded(lines)))
        {
            Coordinate point = face.InteriorPoint.Coordinate;
            if (inside.Locate(point) != Location.Exterior)
            {
                pieces.Add(diagram.CellOf(point), face);
            }
        }

        return pieces.Shapes();
    }

    private static (int First, int Second)[] Pairs(Area[] areas, ImmutableArray<Border> borders)
    {
        Dictionary<string, int> numbers = areas.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        return
        [
            .. borders.Select(border => (First: numbers[border.First], Second: numbers[border.Second]))
                .Select(pair => (First: Math.Min(pair.First, pair.Second), Second: Math.Max(pair.First, pair.Second)))
                .Where(pair => pair.First != pair.Second)
                .Order(),
        ];
    }
}
