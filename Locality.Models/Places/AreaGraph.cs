using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is which areas of a place touch, made ready for questions about sets of areas.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public sealed class AreaGraph
{
    private readonly Dictionary<string, int> _numbers;
    private readonly ImmutableArray<string> _names;
    private readonly int[][] _neighbours;

    /// <summary>Makes the graph of a place.</summary>
    /// <param name="place">The place; its area names are unique, and its borders name its own areas.</param>
    /// <exception cref="ArgumentException">A name comes twice, or a border names an area that the place does not have.</exception>
    public AreaGraph(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        _names = [.. place.Areas.Select(area => area.Name)];
        _numbers = _names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        SortedSet<int>[] neighbours = [.. _names.Select(_ => new SortedSet<int>())];
        foreach (Border border in place.Borders)
        {
            int first = NumberOf(border.First);
            int second = NumberOf(border.Second);
            neighbours[first].Add(second);
            neighbours[second].Add(first);
        }

        _neighbours = [.. neighbours.Select(set => set.ToArray())];
    }

    /// <summary>Returns the areas that touch an area.</summary>
    /// <param name="area">The area's name.</param>
    /// <returns>The names, in the order of the place's areas.</returns>
    /// <exception cref="ArgumentException">No area has that name.</exception>
    public ImmutableArray<string> Neighbours(string area) => [.. _neighbours[NumberOf(area)].Select(number => _names[number])];

    /// <summary>Returns whether one can go from any area of a set to any other without leaving the set. No areas, and one area, are contiguous.</summary>
    /// <param name="areas">The areas' names.</param>
    /// <returns>Whether the set is contiguous.</returns>
    /// <exception cref="ArgumentException">No area has one of the names.</exception>
    public bool IsContiguous(IEnumerable<string> areas) => Parts(areas).Length <= 1;

    /// <summary>Returns the contiguous parts of a set of areas.</summary>
    /// <param name="areas">The areas' names.</param>
    /// <returns>The parts and, in each, the names, both in the order of the place's areas.</returns>
    /// <exception cref="ArgumentException">No area has one of the names.</exception>
    public ImmutableArray<ImmutableArray<string>> Parts(IEnumerable<string> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        SortedSet<int> left = [.. areas.Select(NumberOf)];
        ImmutableArray<ImmutableArray<string>>.Builder parts = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (left.Count > 0)
        {
            SortedSet<int> part = [];
            Stack<int> open = new([left.Min]);
            left.Remove(left.Min);
            while (open.TryPop(out int number))
            {
                part.Add(number);
                foreach (int neighbour in _neighbours[number])
                {
                    if (left.Remove(neighbour))
                    {
                        open.Push(neighbour);
                    }
                }
            }

            parts.Add([.. part.Select(number => _names[number])]);
        }

        return parts.ToImmutable();
    }

    private int NumberOf(string area) =>
        _numbers.TryGetValue(area, out int number) ? number : throw new ArgumentException($"No area is named '{area}'.", nameof(area));
}
