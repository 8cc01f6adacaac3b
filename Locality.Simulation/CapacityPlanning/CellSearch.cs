using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Looks for the least capacity of one cell: between the greatest that is known not to do and the least above it that does.</summary>
internal sealed class CellSearch(CapacityCell cell, int fullReplications)
{
    private readonly SortedDictionary<int, CapacityEstimate> tried = [];
    private int started;
    private int failing = cell.Least - 1;
    private int? passing;
    private int step = Math.Max(1, cell.Starts.Max() / 12);
    private bool bisects;

    internal CapacityCell Cell => cell;

    /// <summary>Gets the capacity to try now; the one found, once the search has ended.</summary>
    internal int Current { get; private set; } = cell.Starts[0];

    internal bool IsOutOfReach => passing is null && failing >= cell.Most;

    internal bool IsSettled => passing - failing == 1 || IsOutOfReach;

    /// <summary>Gets the least capacity that does, once it is known to be the least.</summary>
    internal int? Found => passing - failing == 1 ? passing : null;

    internal ImmutableArray<CapacityEstimate> Tried => [.. tried.Values];

    /// <summary>Notes whether the current capacity does, and goes on to the next.</summary>
    internal void Decide(CapacityEstimate estimate, bool meets)
    {
        tried[Current] = estimate;
        if (meets)
        {
            passing = passing is { } least ? Math.Min(least, Current) : Current;
        }
        else if (Current > failing)
        {
            failing = Current;

            // Chance may show less capacity doing better: then the cautious reading counts.
            passing = passing > failing ? passing : null;
        }

        Current = IsSettled ? passing ?? cell.Most : Next();
    }

    private int Next()
    {
        while (++started < cell.Starts.Length)
        {
            int start = cell.Starts[started];
            if (start > failing && !(start >= passing))
            {
                return start;
            }
        }

        if (passing is not { } high)
        {
            int up = Math.Min(cell.Most, failing + step);
            step *= 2;
            return up;
        }

        if (!tried.TryGetValue(failing, out CapacityEstimate? below))
        {
            int down = Math.Max(failing + 1, high - step);
            step *= 2;
            return down;
        }

        // A straight line between the two, as they would stand with all replications; every second time the middle, whatever the shape.
        bisects = !bisects;
        (double low, double top) = (below.LowerAfter(fullReplications), tried[high].LowerAfter(fullReplications));
        double share = !bisects && top > low ? Math.Clamp(-low / (top - low), 0, 1) : 0.5;
        return Math.Clamp(failing + (int)Math.Ceiling(share * (high - failing)), failing + 1, high - 1);
    }
}
