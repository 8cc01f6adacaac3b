using NetTopologySuite.Geometries;

namespace LocalitySim.Reports;

/// <summary>Moves centres apart that are in the same place, so that each area has a shape of its own.</summary>
internal static class SpreadCentres
{
    /// <summary>The least distance between two centres, in units: 60 metres, of which an eighth is more than rounding to whole units moves a line.</summary>
    internal const double Apart = 6;

    /// <summary>Returns the centres. The first at a place stays; each later one goes to the next free place around it, in a square spiral.</summary>
    internal static Coordinate[] Of(IReadOnlyList<Coordinate> centres)
    {
        Dictionary<(long X, long Y), List<Coordinate>> taken = [];
        Dictionary<(long X, long Y), int> tried = [];
        Coordinate[] spread = new Coordinate[centres.Count];
        for (int i = 0; i < spread.Length; i++)
        {
            Coordinate place = centres[i];
            (long X, long Y) home = Bucket(place);

            // Where one spiral was tried in vain, a later centre of the same bucket goes on.
            int next = IsFree(place, taken) ? -1 : tried.GetValueOrDefault(home, 1);
            if (next >= 0)
            {
                do
                {
                    (int x, int y) = Spiral(next++);
                    place = new Coordinate((home.X + x + 0.5) * Apart, (home.Y + y + 0.5) * Apart);
                }
                while (!IsFree(place, taken));
                tried[home] = next;
            }

            spread[i] = place;
            (long X, long Y) bucket = Bucket(place);
            if (!taken.TryGetValue(bucket, out List<Coordinate>? list))
            {
                taken[bucket] = list = [];
            }

            list.Add(place);
        }

        return spread;
    }

    private static (long X, long Y) Bucket(Coordinate point) => ((long)Math.Floor(point.X / Apart), (long)Math.Floor(point.Y / Apart));

    private static bool IsFree(Coordinate point, Dictionary<(long X, long Y), List<Coordinate>> taken)
    {
        (long x, long y) = Bucket(point);
        for (long column = x - 1; column <= x + 1; column++)
        {
            for (long row = y - 1; row <= y + 1; row++)
            {
                if (taken.TryGetValue((column, row), out List<Coordinate>? near) && near.Exists(other => other.Distance(point) < Apart))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The steps of a square spiral: (0,0), (1,0), (1,1), (0,1), (−1,1), …</summary>
    private static (int X, int Y) Spiral(int step)
    {
        if (step == 0)
        {
            return (0, 0);
        }

        int ring = (int)Math.Ceiling((Math.Sqrt(step + 1) - 1) / 2);
        int side = 2 * ring;
        int along = step - ((side - 1) * (side - 1));
        return (along / side) switch
        {
            0 => (ring, along % side - ring + 1),
            1 => (ring - 1 - (along % side), ring),
            2 => (-ring, ring - 1 - (along % side)),
            _ => ((along % side) - ring + 1, -ring),
        };
    }
}
