using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Holds values in the order in which they were added; each may leave from any place: a doubly linked list in arrays.</summary>
/// <remarks>Adding and removing are O(1), and free slots are used again: nothing is allocated in steady state.</remarks>
internal sealed class SlotList<T>
{
    // Slot 0 is the ring's end: before the first and behind the last.
    private const int End = 0;
    private Slot[] slots = new Slot[8];
    private int free = End;
    private int used = 1;

    internal int Count { get; private set; }

    /// <summary>Gets the value in a slot.</summary>
    internal ref T this[int slot] => ref slots[slot].Value;

    /// <summary>Adds a value behind the others and returns its slot, which stays the same until it is removed.</summary>
    internal int Add(T value)
    {
        int slot = free;
        if (slot != End)
        {
            free = slots[slot].Next;
        }
        else
        {
            if (used == slots.Length)
            {
                Array.Resize(ref slots, used * 2);
            }

            slot = used++;
        }

        int last = slots[End].Previous;
        slots[slot] = new Slot { Value = value, Previous = last, Next = End };
        slots[last].Next = slot;
        slots[End].Previous = slot;
        Count++;
        return slot;
    }

    /// <summary>Removes a value and returns it.</summary>
    internal T Remove(int slot)
    {
        ref Slot removed = ref slots[slot];
        T value = removed.Value;
        slots[removed.Previous].Next = removed.Next;
        slots[removed.Next].Previous = removed.Previous;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            removed.Value = default!;
        }

        removed.Next = free;
        free = slot;
        Count--;
        return value;
    }

    /// <summary>Finds the first slot; false if there is none.</summary>
    internal bool TryFirst(out int slot)
    {
        slot = slots[End].Next;
        return slot != End;
    }

    /// <summary>Goes on to the slot behind; false if there is none.</summary>
    internal bool TryNext(ref int slot)
    {
        slot = slots[slot].Next;
        return slot != End;
    }

    private struct Slot
    {
        public T Value;
        public int Previous;
        public int Next;
    }
}
