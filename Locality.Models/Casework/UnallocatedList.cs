namespace LocalitySim.Models;

/// <summary>Holds the cases that wait for a worker: by priority, then by how long they wait, then in the order of entry.</summary>
internal sealed class UnallocatedList
{
    private readonly List<Case> cases = [];
    private long turns;

    /// <summary>Gets the number of cases.</summary>
    internal int Count => cases.Count;

    /// <summary>Gets the cases, first in line first.</summary>
    internal IReadOnlyList<Case> Cases => cases;

    /// <summary>Enters a case.</summary>
    internal void Add(Case item)
    {
        item.Turn = ++turns;
        cases.Insert(PlaceOf(item), item);
    }

    /// <summary>Takes a case out.</summary>
    internal void Remove(Case item) => cases.RemoveAt(PlaceOf(item));

    private static bool IsBefore(Case left, Case right)
    {
        if (left.Priority != right.Priority)
        {
            return left.Priority < right.Priority;
        }

        return left.ListedSince != right.ListedSince ? left.ListedSince < right.ListedSince : left.Turn < right.Turn;
    }

    /// <summary>Returns where a case stands, or would stand.</summary>
    private int PlaceOf(Case item)
    {
        int low = 0;
        int high = cases.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (IsBefore(cases[middle], item))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
