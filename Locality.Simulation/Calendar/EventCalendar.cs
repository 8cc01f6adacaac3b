using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Holds pending events in the order time, then priority, then sequence of scheduling.</summary>
/// <remarks>
/// <para>With few events pending it is a 4-ary heap. From <see cref="LadderThreshold"/> on it becomes a ladder of three parts, in
/// the manner of Tang, Goh and Thng, "Ladder queue: an O(1) priority queue structure for large-scale discrete event
/// simulation", ACM TOMACS 15(3), 2005: what is far off lies in no order; what is nearer lies in buckets of equal width; only the
/// bucket that is due is sorted, and a heap takes what is still scheduled into it. It goes back to a heap when few are left.</para>
/// <para>The parts are split by time alone, and every comparison within one is by the full order. So the choice, the widths and
/// the thresholds decide how fast events come out, never which comes first.</para>
/// <para>A cancelled entry stays until it comes out or until <see cref="Sweep"/>: O(1) amortised.</para>
/// </remarks>
internal sealed class EventCalendar
{
    /// <summary>The number of entries from which the heap gives way to the ladder.</summary>
    internal const int LadderThreshold = 256;

    private const int LeastWorthSpreading = 48;
    private const int Handful = 8;
    private readonly int threshold;
    private readonly int leastRoom;
    private EntryHeap near;
    private int room;
    private CalendarEntry[] due = new CalendarEntry[64];
    private int dueStart;
    private int dueEnd;
    private LadderRung? rung;
    private double nearLimit = double.PositiveInfinity;
    private double rungStart;
    private double bucketsPerTime;
    private ulong sequence;

    internal EventCalendar(CalendarForm form = CalendarForm.Automatic)
    {
        threshold = form switch
        {
            CalendarForm.Heap => int.MaxValue,
            CalendarForm.Ladder => Handful,
            _ => LadderThreshold,
        };
        leastRoom = Math.Min(threshold, LadderThreshold);
        room = leastRoom;
        near = new EntryHeap(room);
    }

    /// <summary>Gets the number of entries, cancelled ones included.</summary>
    internal int Count => near.Count + (dueEnd - dueStart) + (rung?.Count ?? 0);

    /// <summary>Adds an entry and returns its order, which is never zero.</summary>
    /// <param name="time">The time: zero or more, and not −0.</param>
    /// <param name="priority">The order among entries of the same time, from −128 to 127.</param>
    /// <param name="kind">What happens.</param>
    /// <param name="entity">What it happens to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Add(double time, int priority, int kind, int entity)
    {
        ulong order = ((ulong)(uint)(priority + 128) << 56) | ++sequence;

        if (near.Count >= room)
        {
            Rearrange();
        }

        // In heap mode every position is 0 and the limit infinite: one comparison serves both modes.
        double position = (time - rungStart) * bucketsPerTime;
        if (position < nearLimit)
        {
            near.Add(BitConverter.DoubleToInt64Bits(time), order, kind, entity);
        }
        else
        {
            rung!.Add(position, new CalendarEntry(BitConverter.DoubleToInt64Bits(time), order, kind, entity));
        }

        return order;
    }

    /// <summary>Takes the first entry out, if there is one and it is not later than a time.</summary>
    /// <param name="lastTime">The time's bits.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether there was one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryTake(long lastTime, out CalendarEntry entry)
    {
        if (dueStart < dueEnd)
        {
            return TryTakeDue(lastTime, out entry);
        }

        if (near.Count == 0 && !Refill())
        {
            entry = default;
            return false;
        }

        return dueStart < dueEnd ? TryTakeDue(lastTime, out entry) : TryTakeNear(lastTime, out entry);
    }

    /// <summary>Sweeps out the entries that nothing stands by any longer.</summary>
    /// <typeparam name="TFilter">Who knows.</typeparam>
    /// <param name="filter">Says which entries are live.</param>
    internal void Sweep<TFilter>(ref TFilter filter)
        where TFilter : struct, IEntryFilter
    {
        near.Count = Keep(near.Entries, ref filter);
        near.Arrange();
        dueEnd = dueStart + Keep(due.AsSpan(dueStart, dueEnd - dueStart), ref filter);
        rung?.Sweep(ref filter);
    }

    internal static int Keep<TFilter>(Span<CalendarEntry> entries, ref TFilter filter)
        where TFilter : struct, IEntryFilter
    {
        int kept = 0;
        foreach (ref CalendarEntry entry in entries)
        {
            if (filter.IsLive(in entry))
            {
                entries[kept++] = entry;
            }
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeNear(long lastTime, out CalendarEntry entry)
    {
        ref CalendarEntry first = ref near.First;
        entry = first;
        if (first.Time > lastTime)
        {
            return false;
        }

        near.RemoveFirst();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeDue(long lastTime, out CalendarEntry entry)
    {
        ref CalendarEntry first = ref due[dueStart];
        if (near.Count > 0 && CalendarEntry.Before(ref near.First, ref first) != 0)
        {
            return TryTakeNear(lastTime, out entry);
        }

        entry = first;
        if (first.Time > lastTime)
        {
            return false;
        }

        dueStart++;
        return true;
    }

    /// <summary>Makes room in the heap, by laying everything out anew if too much has come to lie there for its size.</summary>
    /// <remarks>That costs as much as there are entries, and happens once in as many.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Rearrange()
    {
        if (near.Count >= threshold && near.Count >= Count / 8)
        {
            rung ??= new LadderRung();
            rung.Gather(near.Entries);
            rung.Gather(due.AsSpan(dueStart, dueEnd - dueStart));
            near.Clear();
            dueStart = dueEnd = 0;
            Spread();
            TakeBucket();
        }

        MakeRoom(near.Count * 2);
    }

    /// <summary>Brings the next entries near. Returns whether there are any.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Refill()
    {
        if (rung is null || rung.Count == 0)
        {
            BeHeap();
            return false;
        }

        if (!rung.HasBuckets)
        {
            if (rung.Count <= Math.Min(LeastWorthSpreading, threshold))
            {
                near.Fill(rung.TakeAll());
                BeHeap();
                return true;
            }

            Spread();
        }

        TakeBucket();
        return true;
    }

    private void MakeRoom(int count)
    {
        room = Math.Max(leastRoom, count);
        near.EnsureCapacity(room);
    }

    private void BeHeap()
    {
        MakeRoom(near.Count * 2);
        nearLimit = double.PositiveInfinity;
        rungStart = bucketsPerTime = 0;
    }

    /// <summary>Brings the entries of the next bucket near. Nothing may be near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeBucket()
    {
        dueStart = 0;
        dueEnd = rung!.TakeBucket(ref due);
        nearLimit = rung.Current + 1;
        room = leastRoom;
        if (dueEnd > 1 && !EntrySort.TrySort(due.AsSpan(0, dueEnd)))
        {
            near.Fill(due.AsSpan(0, dueEnd));
            dueEnd = 0;
            MakeRoom(near.Count * 2);
        }
    }

    private void Spread()
    {
        rung!.Spread();
        rungStart = rung.Start;
        bucketsPerTime = rung.BucketsPerTime;
    }
}
