using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LocalitySim.Simulation;

/// <summary>Holds the calendar's far entries: a row of buckets of equal width, and what lies beyond them in no order.</summary>
internal sealed class LadderRung
{
    private const int SampleSize = 63;
    private const int PrefetchDistance = 8;
    private LadderNodes nodes = new();
    private int[] heads = [];
    private CalendarEntry[] beyond = new CalendarEntry[512];
    private int bucketCount;
    private int inBuckets;
    private int beyondCount;

    /// <summary>Gets the number of entries.</summary>
    internal int Count => inBuckets + beyondCount;

    /// <summary>Gets whether any bucket holds an entry.</summary>
    internal bool HasBuckets => inBuckets > 0;

    /// <summary>Gets the time at which the first bucket starts.</summary>
    internal double Start { get; private set; }

    /// <summary>Gets the inverse of a bucket's width.</summary>
    internal double BucketsPerTime { get; private set; }

    /// <summary>Gets the number of the bucket that was taken last.</summary>
    internal int Current { get; private set; }

    /// <summary>Adds an entry whose position, counted in buckets from the start, is after the current bucket.</summary>
    internal void Add(double position, in CalendarEntry entry)
    {
        if (position < bucketCount)
        {
            Link(double.ConvertToIntegerNative<int>(position), in entry);
        }
        else
        {
            if (beyondCount == beyond.Length)
            {
                Array.Resize(ref beyond, beyondCount * 2);
            }

            beyond[beyondCount++] = entry;
        }
    }

    /// <summary>Adds entries, in no order, to those beyond the buckets, and those in the buckets too.</summary>
    internal void Gather(ReadOnlySpan<CalendarEntry> entries)
    {
        int needed = beyondCount + inBuckets + entries.Length;
        if (needed > beyond.Length)
        {
            Array.Resize(ref beyond, (int)BitOperations.RoundUpToPowerOf2((uint)needed));
        }

        entries.CopyTo(beyond.AsSpan(beyondCount));
        beyondCount += entries.Length;
        for (int bucket = Current + 1; inBuckets > 0; bucket++)
        {
            while (heads[bucket] >= 0)
            {
                beyond[beyondCount++] = Unlink(bucket);
            }
        }
    }

    /// <summary>Hands over all entries, of which none lies in a bucket.</summary>
    internal ReadOnlySpan<CalendarEntry> TakeAll()
    {
        int count = beyondCount;
        beyondCount = 0;
        return beyond.AsSpan(0, count);
    }

    /// <summary>Lays out new buckets over the nearer of the entries. No bucket may hold an entry.</summary>
    /// <remarks>The width is such that half of the entries fill a quarter of the buckets, about one each on average.</remarks>
    internal void Spread()
    {
        (double first, double middle, double last) = Range();
        bucketCount = Math.Max(64, beyondCount * 2);
        if (heads.Length < bucketCount + PrefetchDistance)
        {
            heads = new int[BitOperations.RoundUpToPowerOf2((uint)(bucketCount + PrefetchDistance))];
        }

        heads.AsSpan(0, bucketCount + PrefetchDistance).Fill(-1);
        double span = middle > first ? (middle - first) * 2 : last - first;
        double scale = beyondCount / span;
        Start = first;
        BucketsPerTime = double.IsFinite(scale) ? scale : 0;
        Current = -1;
        int kept = 0;
        for (int index = 0; index < beyondCount; index++)
        {
            ref CalendarEntry entry = ref beyond[index];
            double position = (BitConverter.Int64BitsToDouble(entry.Time) - first) * BucketsPerTime;
            if (position < bucketCount)
            {
                Link(double.ConvertToIntegerNative<int>(position), in entry);
            }
            else
            {
                beyond[kept++] = entry;
            }
        }

        beyondCount = kept;
    }

    /// <summary>Takes the next bucket that holds an entry, what was added last first. Returns their number.</summary>
    internal int TakeBucket(ref CalendarEntry[] target)
    {
        ref int head = ref MemoryMarshal.GetArrayDataReference(heads);
        nint bucket = Current;
        int first;
        do
        {
            bucket++;
            int ahead = Unsafe.Add(ref head, bucket + PrefetchDistance);
            if (ahead >= 0)
            {
                nodes.Prefetch(ahead);
            }

            // By now the first node of a bucket half as far is there, and says which is the second.
            ahead = Unsafe.Add(ref head, bucket + (PrefetchDistance / 2));
            if (ahead >= 0 && nodes[ahead].Next >= 0)
            {
                nodes.Prefetch(nodes[ahead].Next);
            }

            first = Unsafe.Add(ref head, bucket);
        }
        while (first < 0);

        Current = (int)bucket;
        int count = 0;
        int last;
        int next = first;
        do
        {
            last = next;
            if (count == target.Length)
            {
                Array.Resize(ref target, count * 2);
            }

            ref LadderNode node = ref nodes[last];
            target[count++] = node.Entry;
            next = node.Next;
        }
        while (next >= 0);

        nodes.Release(first, last);
        inBuckets -= count;
        return count;
    }

    internal void Sweep<TFilter>(ref TFilter filter)
        where TFilter : struct, IEntryFilter
    {
        beyondCount = EventCalendar.Keep(beyond.AsSpan(0, beyondCount), ref filter);
        int left = inBuckets;
        for (int bucket = Current + 1; left > 0; bucket++)
        {
            ref int link = ref heads[bucket];
            while (link >= 0)
            {
                left--;
                int node = link;
                if (filter.IsLive(in nodes[node].Entry))
                {
                    link = ref nodes[node].Next;
                }
                else
                {
                    link = nodes[node].Next;
                    nodes.Release(node);
                    inBuckets--;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Link(int bucket, in CalendarEntry entry)
    {
        int taken = nodes.Take();
        ref LadderNode node = ref nodes[taken];
        ref int head = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(heads), bucket);
        node.Entry = entry;
        node.Next = head;
        head = taken;
        inBuckets++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CalendarEntry Unlink(int bucket)
    {
        int taken = heads[bucket];
        ref LadderNode node = ref nodes[taken];
        CalendarEntry entry = node.Entry;
        heads[bucket] = node.Next;
        nodes.Release(taken);
        inBuckets--;
        return entry;
    }

    /// <summary>Finds the first and last time, and about the median time.</summary>
    private (double First, double Middle, double Last) Range()
    {
        long first = long.MaxValue;
        long last = 0;
        for (int index = 0; index < beyondCount; index++)
        {
            first = Math.Min(first, beyond[index].Time);
            last = Math.Max(last, beyond[index].Time);
        }

        Span<long> sample = stackalloc long[SampleSize];
        for (int index = 0; index < SampleSize; index++)
        {
            sample[index] = beyond[(int)((long)index * beyondCount / SampleSize)].Time;
        }

        sample.Sort();
        return (BitConverter.Int64BitsToDouble(first), BitConverter.Int64BitsToDouble(sample[SampleSize / 2]), BitConverter.Int64BitsToDouble(last));
    }
}
