using NetTopologySuite.Geometries;

namespace LocalitySim.Reports;

/// <summary>Is a power diagram: a Voronoi diagram in which a centre with a larger circle has a larger cell.</summary>
/// <remarks>
/// A point belongs to the centre to which its power is least: the square of the distance, less the square of the circle's radius. Two circles that
/// touch are parted where they touch. Source: Aurenhammer, "Power diagrams: properties, algorithms and applications", SIAM Journal on
/// Computing 16 (1987) 78–96.
/// </remarks>
internal sealed class PowerDiagram
{
    // A circle reaches over no more than this share of the way to the nearest other centre. Every centre then lies in its own cell, an eighth of
    // that way or more from its edge: the edge is at (d² + r² − s²)/2d, and s is 0.85 d at most.
    private const double Reach = 0.85;

    private readonly Coordinate[] _centres;
    private readonly double[] _radii;

    /// <summary>Makes the diagram.</summary>
    /// <param name="centres">The centres, no two in the same place.</param>
    /// <param name="radii">The circles' radii: those wanted, which near centres may make smaller.</param>
    internal PowerDiagram(Coordinate[] centres, double[] radii)
    {
        _centres = centres;
        _radii = [.. centres.Select((centre, i) => Math.Min(radii[i], Reach * centres.Where((_, j) => j != i).Select(centre.Distance).DefaultIfEmpty(double.MaxValue).Min()))];
    }

    /// <summary>Returns the centre to whose cell a point belongs; of several, the first.</summary>
    internal int CellOf(Coordinate point)
    {
        int best = 0;
        for (int i = 1; i < _centres.Length; i++)
        {
            if (Power(point, i) < Power(point, best))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Returns each cell within a box: a ring whose last point is the first.</summary>
    internal IEnumerable<Coordinate[]> Cells(Envelope box)
    {
        double largest = _radii.Max();
        for (int i = 0; i < _centres.Length; i++)
        {
            List<Coordinate> cell = [new(box.MinX, box.MinY), new(box.MaxX, box.MinY), new(box.MaxX, box.MaxY), new(box.MinX, box.MaxY)];
            Coordinate centre = _centres[i];
            foreach ((int other, double distance) in _centres.Select((point, j) => (j, centre.Distance(point))).Where(pair => pair.j != i).OrderBy(pair => pair.Item2))
            {
                // Edges towards centres further off lie further off still.
                double farthest = cell.Max(centre.Distance);
                if (((distance * distance) - (largest * largest)) / (2 * distance) > farthest)
                {
                    break;
                }

                cell = Nearer(cell, i, other);
            }

            yield return [.. cell, cell[0]];
        }
    }

    /// <summary>Returns the part of a convex cell that belongs rather to one centre than to another (Sutherland and Hodgman's clipping).</summary>
    private List<Coordinate> Nearer(List<Coordinate> cell, int centre, int other)
    {
        List<Coordinate> kept = new(cell.Count + 1);
        for (int i = 0; i < cell.Count; i++)
        {
            Coordinate from = cell[i];
            Coordinate to = cell[(i + 1) % cell.Count];
            double before = Power(from, centre) - Power(from, other);
            double after = Power(to, centre) - Power(to, other);
            if (before <= 0)
            {
                kept.Add(from);
            }

            if (before < 0 != after < 0 && before != 0 && after != 0)
            {
                double share = before / (before - after);
                kept.Add(new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
            }
        }

        return kept;
    }

    private double Power(Coordinate point, int centre)
    {
        double x = point.X - _centres[centre].X;
        double y = point.Y - _centres[centre].Y;
        return (x * x) + (y * y) - (_radii[centre] * _radii[centre]);
    }
}
