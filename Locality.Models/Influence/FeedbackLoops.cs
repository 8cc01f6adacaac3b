using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Finds the simple cycles of a diagram, the shortest first.</summary>
internal static class FeedbackLoops
{
    /// <summary>Returns the loops, at most so many. Lengths are tried one after the other, so that a limit cuts off the longest.</summary>
    /// <param name="variables">The variables, in their order.</param>
    /// <param name="links">The links, in the order of their variables.</param>
    /// <param name="most">The most loops that are looked for.</param>
    internal static ImmutableArray<InfluenceLoop> Of(ImmutableArray<InfluenceVariable> variables, ImmutableArray<InfluenceLink> links, int most)
    {
        (InfluenceLink Link, int To)[][] next = [.. variables.Select(from => links.Where(link => link.From == from).Select(link => (link, variables.IndexOf(link.To))).ToArray())];
        List<InfluenceLoop> loops = [];
        for (int length = 1; length <= variables.Length && loops.Count < most; length++)
        {
            for (int start = 0; start < variables.Length && loops.Count < most; start++)
            {
                Walk(next, DistancesTo(next, start), start, start, length, [], new bool[variables.Length], loops, most);
            }
        }

        return [.. loops];
    }

    /// <summary>Follows every path that can still be back at its start in time. Each loop begins at its first variable, so that it is found once.</summary>
    private static void Walk(
        (InfluenceLink Link, int To)[][] next, int[] distances, int start, int here, int left, List<InfluenceLink> path, bool[] seen, List<InfluenceLoop> loops, int most)
    {
        foreach ((InfluenceLink link, int to) in next[here])
        {
            if (loops.Count == most || (to == start ? left != 1 : to < start || seen[to] || distances[to] > left - 1))
            {
                continue;
            }

            path.Add(link);
            if (to == start)
            {
                loops.Add(new InfluenceLoop([.. path]));
            }
            else
            {
                seen[to] = true;
                Walk(next, distances, start, to, left - 1, path, seen, loops, most);
                seen[to] = false;
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    /// <summary>Returns how many links it takes from each variable to the start, through none that comes before the start.</summary>
    private static int[] DistancesTo((InfluenceLink Link, int To)[][] next, int start)
    {
        int[] distances = [.. Enumerable.Repeat(int.MaxValue, next.Length)];
        distances[start] = 0;
        for (int distance = 1; distance < next.Length; distance++)
        {
            for (int from = start + 1; from < next.Length; from++)
            {
                if (distances[from] == int.MaxValue && Array.Exists(next[from], item => distances[item.To] == distance - 1))
                {
                    distances[from] = distance;
                }
            }
        }

        return distances;
    }
}
