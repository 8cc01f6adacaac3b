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

        for (int index = 1; index < entries.Length; index++)
        {
            if (CalendarEntry.Before(ref entries[index], ref entries[index - 1]) == 0)
            {
                continue;
            }

            CalendarEntry entry = entries[index];
            int place = index;
            do
            {
                entries[place] = entries[place - 1];
                place--;
            }
            while (place > 0 && CalendarEntry.Before(ref entry, ref entries[place - 1]) != 0);
            entries[place] = entry;
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
