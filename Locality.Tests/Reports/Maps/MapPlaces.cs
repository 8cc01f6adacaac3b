using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Tests;

/// <summary>Places that tests draw.</summary>
internal static class MapPlaces
{
    /// <summary>A place of areas at given centres, in metres, with their sizes in square kilometres.</summary>
    public static Place Of(params (double Easting, double Northing, double SquareKilometres)[] areas) => new()
    {
        Areas = [.. areas.Select((area, index) => Area($"area {index}", area.Easting, area.Northing, area.SquareKilometres))],
        Borders = [],
    };

    public static Area Area(string name, double easting, double northing, double squareKilometres) => new()
    {
        Name = name,
        Children = 1,
        IncomeDeprived = new(0.1),
        EastingMetres = easting,
        NorthingMetres = northing,
        SquareKilometres = squareKilometres,
    };

    /// <summary>The same place with its areas in another order: each area goes to where <paramref name="order"/> says that it comes from.</summary>
    public static Place Permuted(Place place, int[] order) => place with
    {
        Areas = [.. order.Select(index => place.Areas[index])],
        Boundaries = place.Boundaries is { } boundaries ? [.. order.Select(index => boundaries[index])] : (ImmutableArray<AreaBoundary>?)null,
        Borders = [.. place.Borders.Reverse()],
    };

    /// <summary>A square of areas, side by side, with real boundaries whose inner lines are crooked in the same way on both sides.</summary>
    public static Place Squares(int side, double metres, int crooks)
    {
        (int X, int Y)[] cells = [.. Enumerable.Range(0, side * side).Select(cell => (cell % side, cell / side))];
        return new()
        {
            Areas = [.. cells.Select(cell => Area($"{cell}", 400_000 + ((cell.X + 0.5) * metres), 300_000 + ((cell.Y + 0.5) * metres), metres * metres / 1e6))],
            Borders = [],
            Boundaries = [.. cells.Select(cell => new AreaBoundary { Polygons = [new() { Outer = Ring(cell.X, cell.Y) }] })],
        };

        ImmutableArray<GridPoint> Ring(int x, int y)
        {
            List<GridPoint> ring = [];
            ring.AddRange(Line(x, y, 1, 0));
            ring.AddRange(Line(x + 1, y, 0, 1));
            ring.AddRange(Line(x, y + 1, 1, 0).Reverse());
            ring.AddRange(Line(x, y, 0, 1).Reverse());
            GridPoint[] kept = [.. ring.Index().Where(pair => pair.Index == 0 || pair.Item != ring[pair.Index - 1]).Select(pair => pair.Item)];
            return kept[0] == kept[^1] ? [.. kept] : [.. kept, kept[0]];
        }

        // A zigzag from one corner to the next, 30 metres to either side.
        IEnumerable<GridPoint> Line(int x, int y, int right, int up) => Enumerable.Range(0, crooks + 1).Select(step =>
        {
            double along = (double)step / crooks * metres;
            double aside = step == 0 || step == crooks ? 0 : step % 2 == 0 ? 30 : -30;
            return new GridPoint(400_000 + (x * metres) + (right * along) + (up * aside), 300_000 + (y * metres) + (up * along) + (right * aside));
        });
    }
}
