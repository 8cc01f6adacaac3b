namespace LocalitySim.Tests;

/// <summary>Is a list of pending events, searched for the first each time: by time, then priority, then the order of scheduling.</summary>
internal sealed class PlainCalendar
{
    private readonly List<Entry> pending = [];
    private long sequence;

    public int Count => pending.Count;

    public Entry Add(double time, int priority, Action occur)
    {
        Entry entry = new(time, priority, ++sequence, occur);
        pending.Add(entry);
        return entry;
    }

    public void Remove(Entry? entry)
    {
        if (entry is not null)
        {
            pending.Remove(entry);
        }
    }

    /// <summary>Takes the first out; null if there is none up to a time.</summary>
    public Entry? Take(double until)
    {
        Entry? first = null;
        foreach (Entry entry in pending)
        {
            if (entry.Time <= until && (first is null || IsBefore(entry, first)))
            {
                first = entry;
            }
        }

        Remove(first);
        return first;
    }

    private static bool IsBefore(Entry one, Entry other) =>
        one.Time != other.Time ? one.Time < other.Time : one.Priority != other.Priority ? one.Priority < other.Priority : one.Sequence < other.Sequence;

    internal sealed class Entry(double time, int priority, long sequence, Action occur)
    {
        public double Time { get; } = time;

        public int Priority { get; } = priority;

        public long Sequence { get; } = sequence;

        public Action Occur { get; } = occur;
    }
}
