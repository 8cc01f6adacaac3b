using NetTopologySuite.Geometries;

namespace LocalitySim.Reports;

/// <summary>Is what an outline leaves of each cell. A piece that the outline cuts off from its centre goes to the shape that it touches most.</summary>
internal sealed class CellPieces(Coordinate[] centres)
{
    private readonly List<Polygon>[] _pieces = [.. centres.Select(_ => new List<Polygon>())];

    /// <summary>Adds a piece of a cell.</summary>
    internal void Add(int cell, Polygon piece) => _pieces[cell].Add(piece);

    /// <summary>Returns the shape of each cell.</summary>
    internal Geometry[] Shapes()
    {
        Geometry[] shapes = new Geometry[centres.Length];
        List<Polygon> loose = [];
        for (int cell = 0; cell < shapes.Length; cell++)
        {
            Polygon[] joined = _pieces[cell].Count == 0 ? [] : MapGeometry.PolygonsOf(MapGeometry.Union(_pieces[cell]));
            Point centre = MapGeometry.Factory.CreatePoint(centres[cell].Copy());
            Polygon? main = joined.OrderBy(piece => piece.Distance(centre)).ThenByDescending(piece => piece.Area).FirstOrDefault();
            shapes[cell] = main ?? MapGeometry.Speck(centres[cell]);
            loose.AddRange(joined.Where(piece => piece != main));
        }

        foreach (Polygon piece in loose.OrderByDescending(piece => piece.Area).ThenBy(piece => piece.EnvelopeInternal.MinX).ThenBy(piece => piece.EnvelopeInternal.MinY))
        {
            (int cell, double touch) = shapes.Index()
                .Where(pair => pair.Item.EnvelopeInternal.Intersects(piece.EnvelopeInternal))
                .Select(pair => (pair.Index, MapGeometry.Common(pair.Item, piece).Length))
                .Append((-1, 0))
                .MaxBy(pair => pair.Item2);
            if (touch > 0)
            {
                shapes[cell] = MapGeometry.Union([shapes[cell], piece]);
            }
            else
            {
                // It touches none: an island. It stays with its own centre.
                int own = Array.FindIndex(_pieces, pieces => pieces.Exists(part => part.Intersects(piece)));
                shapes[own] = MapGeometry.Union([shapes[own], piece]);
            }
        }

        return shapes;
    }
}
