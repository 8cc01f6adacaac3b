namespace LocalitySim.Models;

/// <summary>Holds the cases that wait for a worker: by priority, then by how long they wait, then in the order of entry.</summary>
internal sealed class UnallocatedList
{
    private readonly List<Assignment> cases = [];
    private long turns;

    /// <summary>Gets the number of cases.</summary>
    internal int Count => cases.Count;

    /// <summary>Gets the cases, first in line first.</summary>
    internal IReadOnlyList<Assignment> Cases => cases;

    /// <summary>Enters a case.</summary>
    internal void Add(Assignment item)
    {
        item.Turn = ++turns;
        cases.Insert(PlaceOf(item), item);
    }

    /// <summary>Takes a case out.</summary>
    internal void Remove(Assignment item) => cases.RemoveAt(PlaceOf(item));

    private static bool IsBefore(Assignment left, Assignment right)
    {
        if (left.Priority != right.Priority)
        {
            return left.Priority < right.Priority;
        }

        return left.ListedSince != right.ListedSince ? left.ListedSince < right.ListedSince : left.Turn < right.Turn;
    }

    /// <summary>Returns where a case stands, or would stand.</summary>
    private int PlaceOf(Assignment item)
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
