namespace LocalitySim.Models;

/// <summary>Which areas are neighbours. Immutable and thread-safe.</summary>
public sealed class NeighbourGraph
{
    /// <summary>Takes the areas and the pairs.</summary>
    /// <param name="areas">The areas' names: not blank, each once.</param>
    /// <param name="pairs">The pairs of neighbours, each of two different areas; the order within a pair and a pair that comes again say nothing new.</param>
    /// <exception cref="ArgumentException">A name is blank, comes twice or is not one of the areas, or an area is its own neighbour. The message names it.</exception>
    public NeighbourGraph(IReadOnlyList<string> areas, IReadOnlyList<(string One, string Other)> pairs)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(pairs);
        AreaNames.Refuse(areas, nameof(areas));
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach ((int place, string area) in areas.Index())
        {
            places.Add(area, place);
        }

        SortedSet<int>[] neighbours = [.. areas.Select(_ => new SortedSet<int>())];
        foreach ((string one, string other) in pairs)
        {
            if (!places.TryGetValue(one ?? "", out int from) || !places.TryGetValue(other ?? "", out int to) || from == to)
            {
                throw new ArgumentException($"pairs: found '{one}' and '{other}'; expected two different ones of the areas.", nameof(pairs));
            }

            neighbours[from].Add(to);
            neighbours[to].Add(from);
        }

        Areas = [.. areas];
        Neighbours = [.. neighbours.Select(ones => ones.ToArray())];
        Components = Parts(Neighbours);
    }

    /// <summary>Gets the areas' names.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>Gets the areas of each connected part, in the order of the areas; a part of one is an island.</summary>
    internal IReadOnlyList<int[]> Components { get; }

    /// <summary>Gets each area's neighbours, in the order of the areas.</summary>
    internal int[][] Neighbours { get; }

    private static List<int[]> Parts(int[][] neighbours)
    {
        List<int[]> parts = [];
        bool[] isSeen = new bool[neighbours.Length];
        for (int first = 0; first < neighbours.Length; first++)
        {
            if (isSeen[first])
            {
                continue;
            }

            List<int> part = [first];
            isSeen[first] = true;
            for (int at = 0; at < part.Count; at++)
            {
                foreach (int next in neighbours[part[at]])
                {
                    if (!isSeen[next])
                    {
                        isSeen[next] = true;
                        part.Add(next);
                    }
                }
            }

            parts.Add([.. part.Order()]);
        }

        return parts;
    }
}
