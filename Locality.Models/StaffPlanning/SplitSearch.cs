using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Looks for the best split of one service's posts: it tries splits, and moves one post at a time from where waits are short to where they are long.</summary>
internal sealed class SplitSearch(ImmutableArray<int> teams, int[] present, int[] theory)
{
    private const int MostMisses = 2;

    private readonly List<(int[] Posts, double Objective, double[] Waits)> tried = [];
    private int misses;
    private int[]? next;

    /// <summary>Gets the places of the service's teams among all.</summary>
    internal ImmutableArray<int> Teams => teams;

    /// <summary>Gets the split to look at now; the best, once the search is over.</summary>
    internal int[] Current => tried.Count == 0 ? present : next ?? Best;

    /// <summary>Gets whether there is nothing more to try.</summary>
    internal bool IsOver => tried.Count > 0 && next is null;

    /// <summary>Gets the best split so far; the present one before anything was looked at.</summary>
    internal int[] Best => tried.Count == 0 ? present : tried.MinBy(item => item.Objective).Posts;

    /// <summary>Notes what the current split came to, and goes on.</summary>
    /// <param name="objective">What is made small.</param>
    /// <param name="waits">The mean wait of each team.</param>
    internal void Note(double objective, double[] waits)
    {
        if (IsOver)
        {
            return;
        }

        // The first two are the present split and that of theory: neither is a miss.
        misses = tried.Count > 1 && objective >= tried.Min(item => item.Objective) ? misses + 1 : 0;
        tried.Add((Current, objective, waits));
        next = misses >= MostMisses ? null : !IsTried(theory) ? theory : Move();
    }

    /// <summary>Returns the best split with one post moved, from the shortest wait to the longest as far as that was not tried; null where all was.</summary>
    private int[]? Move()
    {
        (int[] posts, _, double[] waits) = tried.MinBy(item => item.Objective);
        var pairs = from donor in Enumerable.Range(0, posts.Length)
                    from taker in Enumerable.Range(0, posts.Length)
                    where posts[donor] > 1 && waits[taker] > waits[donor]
                    orderby waits[taker] - waits[donor] descending
                    select (donor, taker);
        foreach ((int donor, int taker) in pairs)
        {
            int[] moved = [.. posts];
            moved[donor]--;
            moved[taker]++;
            if (!IsTried(moved))
            {
                return moved;
            }
        }

        return null;
    }

    private bool IsTried(int[] posts) => tried.Any(item => item.Posts.SequenceEqual(posts));
}
