using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LocalitySim.Simulation;

/// <summary>Sorts the few entries of a bucket.</summary>
internal static class EntrySort
{
    private const int LongestInsertion = 24;

    /// <summary>Sorts entries if there are few or they are in order already. Returns whether they are sorted.</summary>
    internal static bool TrySort(Span<CalendarEntry> entries)
    {
        if (entries.Length > LongestInsertion)
        {
            // They come last added first. Where all have one time, as timetables make it, that is the order turned round.
            entries.Reverse();
            return IsSorted(entries);
        }

        ref CalendarEntry first = ref MemoryMarshal.GetReference(entries);
        for (nint index = 1; index < entries.Length; index++)
        {
            CalendarEntry entry = Unsafe.Add(ref first, index);
            nint place = index;
            while (place > 0 && CalendarEntry.Before(ref entry, ref Unsafe.Add(ref first, place - 1)) != 0)
            {
                Unsafe.Add(ref first, place) = Unsafe.Add(ref first, place - 1);
                place--;
            }

            Unsafe.Add(ref first, place) = entry;
        }

        return true;
    }

    private static bool IsSorted(Span<CalendarEntry> entries)
    {
        for (int index = 1; index < entries.Length; index++)
        {
            if (CalendarEntry.Before(ref entries[index], ref entries[index - 1]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
