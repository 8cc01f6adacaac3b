using System.Collections.Immutable;
using System.Numerics;

namespace LocalitySim.Models;

/// <summary>Enumerates every way to split a few areas, or localities, into contiguous groups.</summary>
/// <remarks>
/// A group is contiguous if one can go from any member to any other without leaving it. The enumeration is exact and lists each split once:
/// the group of the first member not yet placed is every connected set that holds it, and the rest is split in the same way.
/// </remarks>
public static class ContiguousPartitions
{
    /// <summary>Gets the most members whose splits are enumerated: twelve that all touch have 4,213,597, the Bell number.</summary>
    public static int MostMembers => 12;

    /// <summary>Returns every split.</summary>
    /// <param name="neighbours">For each member, the indices of those that it touches. Touching is mutual: one side is enough.</param>
    /// <param name="groups">How many groups a split must have: one or more; absent means any number.</param>
    /// <returns>The splits. Groups stand in the order of their first members, and members in rising order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no members or more than <see cref="MostMembers"/>, a neighbour is none of them, or <paramref name="groups"/> is below one.</exception>
    public static IEnumerable<ImmutableArray<ImmutableArray<int>>> Of(ImmutableArray<ImmutableArray<int>> neighbours, int? groups = null)
    {
        if (neighbours.IsDefaultOrEmpty || neighbours.Length > MostMembers)
        {
            throw new ArgumentOutOfRangeException(nameof(neighbours), neighbours.IsDefault ? 0 : neighbours.Length, $"Expected from 1 to {MostMembers} members.");
        }

        if (groups < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(groups), groups, "Expected one group or more.");
        }

        int everybody = (1 << neighbours.Length) - 1;
        bool[] connected = Connected(Masks(neighbours));
        return Splits(everybody, groups).Select(split => split.Select(Members).ToImmutableArray());

        IEnumerable<ImmutableArray<int>> Splits(int left, int? wanted)
        {
            if (left == 0)
            {
                if (wanted is null or 0)
                {
                    yield return [];
                }

                yield break;
            }

            if (wanted is 0 || wanted > BitOperations.PopCount((uint)left))
            {
                yield break;
            }

            // Every subset of the rest, with the first member that is left.
            int first = left & -left;
            int others = left ^ first;
            for (int subset = others; ; subset = (subset - 1) & others)
            {
                int group = subset | first;
                if (connected[group])
                {
                    foreach (ImmutableArray<int> rest in Splits(left ^ group, wanted - 1))
                    {
                        yield return rest.Insert(0, group);
                    }
                }

                if (subset == 0)
                {
                    yield break;
                }
            }
        }
    }

    private static int[] Masks(ImmutableArray<ImmutableArray<int>> neighbours)
    {
        int[] masks = new int[neighbours.Length];
        for (int member = 0; member < masks.Length; member++)
        {
            foreach (int other in neighbours[member])
            {
                if (other < 0 || other >= masks.Length)
                {
                    throw new ArgumentOutOfRangeException(nameof(neighbours), other, $"Expected the index of a member, from 0 to {masks.Length - 1}.");
                }

                masks[member] |= 1 << other;
                masks[other] |= 1 << member;
            }
        }

        return masks;
    }

    /// <summary>Says of each set of members whether it is connected, by what can be reached from its first member.</summary>
    private static bool[] Connected(int[] neighbours)
    {
        bool[] connected = new bool[1 << neighbours.Length];
        for (int set = 1; set < connected.Length; set++)
        {
            int reached = set & -set;
            int open = reached;
            while (open != 0)
            {
                int next = neighbours[BitOperations.TrailingZeroCount(open)] & set & ~reached;
                open = (open & (open - 1)) | next;
                reached |= next;
            }

            connected[set] = reached == set;
        }

        return connected;
    }

    private static ImmutableArray<int> Members(int group) =>
        [.. Enumerable.Range(0, MostMembers).Where(member => ((group >> member) & 1) != 0)];
}
