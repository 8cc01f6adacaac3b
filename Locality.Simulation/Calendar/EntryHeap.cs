using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LocalitySim.Simulation;

/// <summary>Holds calendar entries with the first on top: a heap of arity four.</summary>
/// <remarks>Arity four touches fewer cache lines than two. The choice among four children is a tournament without a branch.</remarks>
internal struct EntryHeap(int capacity)
{
    private const int Arity = 4;
    private CalendarEntry[] entries = new CalendarEntry[capacity];

    /// <summary>The number of entries.</summary>
    internal int Count;

    /// <summary>Gets the first entry. There must be one.</summary>
    internal readonly ref CalendarEntry First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref MemoryMarshal.GetArrayDataReference(entries);
    }

    /// <summary>Gets the entries, in no order.</summary>
    internal readonly Span<CalendarEntry> Entries => entries.AsSpan(0, Count);

    internal void EnsureCapacity(int capacity)
    {
        if (capacity > entries.Length)
        {
            Array.Resize(ref entries, Math.Max(capacity, entries.Length * 2));
        }
    }

    /// <summary>Adds an entry. There must be room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(long time, ulong order, int kind, int entity)
    {
        ref CalendarEntry root = ref MemoryMarshal.GetArrayDataReference(entries);
        nint index = Count++;
        while (index > 0)
        {
            nint parent = (index - 1) >> 2;
            ref CalendarEntry above = ref Unsafe.Add(ref root, parent);

            // An entry that is added later loses ties but for its priority, so the full compare is needed only where times are equal.
            if (time > above.Time || (time == above.Time && order > above.Order))
            {
                break;
            }

            Unsafe.Add(ref root, index) = above;
            index = parent;
        }

        Unsafe.Add(ref root, index) = new CalendarEntry(time, order, kind, entity);
    }

    /// <summary>Takes the first entry out. There must be one.</summary>
    internal void RemoveFirst()
    {
        nint count = --Count;
        ref CalendarEntry root = ref MemoryMarshal.GetArrayDataReference(entries);
        if (count > 0)
        {
            Sink(ref root, 0, Unsafe.Add(ref root, count), count);
        }
    }

    /// <summary>Empties the heap.</summary>
    internal void Clear() => Count = 0;

    /// <summary>Takes entries as they are and puts them in order.</summary>
    internal void Fill(ReadOnlySpan<CalendarEntry> source)
    {
        EnsureCapacity(source.Length);
        source.CopyTo(entries);
        Count = source.Length;
        Arrange();
    }

    /// <summary>Puts all entries in order after they were changed in place.</summary>
    internal readonly void Arrange()
    {
        ref CalendarEntry root = ref MemoryMarshal.GetArrayDataReference(entries);
        for (nint index = (Count - 2) / Arity; index >= 0 && Count > 1; index--)
        {
            Sink(ref root, index, Unsafe.Add(ref root, index), Count);
        }
    }

    private static void Sink(ref CalendarEntry root, nint index, CalendarEntry entry, nint count)
    {
        nint child;
        while ((child = (index * Arity) + 1) + 3 < count)
        {
            ref CalendarEntry family = ref Unsafe.Add(ref root, child);
            nint left = CalendarEntry.Before(ref Unsafe.Add(ref family, 1), ref family);
            nint right = 2 + CalendarEntry.Before(ref Unsafe.Add(ref family, 3), ref Unsafe.Add(ref family, 2));
            nint mask = -(nint)CalendarEntry.Before(ref Unsafe.Add(ref family, right), ref Unsafe.Add(ref family, left));
            nint first = left ^ ((left ^ right) & mask);
            ref CalendarEntry least = ref Unsafe.Add(ref family, first);
            if (CalendarEntry.Before(ref least, ref entry) == 0)
            {
                Unsafe.Add(ref root, index) = entry;
                return;
            }

            Unsafe.Add(ref root, index) = least;
            index = child + first;
        }

        if (child < count)
        {
            nint first = child;
            for (nint other = child + 1; other < count; other++)
            {
                first = CalendarEntry.Before(ref Unsafe.Add(ref root, other), ref Unsafe.Add(ref root, first)) != 0 ? other : first;
            }

            ref CalendarEntry least = ref Unsafe.Add(ref root, first);
            if (CalendarEntry.Before(ref least, ref entry) != 0)
            {
                Unsafe.Add(ref root, index) = least;
                index = first;
            }
        }

        Unsafe.Add(ref root, index) = entry;
    }
}
