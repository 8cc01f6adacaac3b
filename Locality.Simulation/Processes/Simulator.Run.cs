using System.Globalization;
using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <content>The run itself, and events without an object.</content>
public sealed partial class Simulator
{
    // A run is made of calls of this many events, too few for the just-in-time compiler to replace the loop while it runs: it then
    // sees the loop called often, and compiles it whole and well.
    private const int BatchSize = 256;
    private EntityTimers[] timers = [];
    private bool isRunning;
    private bool isHalting;

    /// <summary>Enters an event without an object into the calendar: the handler of the run is called with its kind and entity.</summary>
    /// <param name="delay">The time from now: zero or more, and not infinite.</param>
    /// <param name="kind">The type code that the handler is called with: zero or more.</param>
    /// <param name="entity">The entity's index that the handler is called with.</param>
    /// <param name="priority">The order among events of the same time, from −128 to 127: lower first.</param>
    /// <remarks>Such an event cannot be cancelled or moved: see <see cref="EntityTimers"/> for those that can.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative, infinite or not a number, the kind is negative, or the priority is out of range.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Schedule(double delay, int kind, int entity, int priority = 0)
    {
        if (kind < 0)
        {
            RefuseKind(kind);
        }

        calendar.Add(Now + CheckDelay(delay), CheckPriority(priority), kind, entity);
    }

    /// <summary>Runs every event up to and including a time; then that time is now. May be called again to go on.</summary>
    /// <param name="until">The last time: finite, not before now. Absent means until nothing is pending.</param>
    /// <exception cref="ProcessException">A process failed and no other awaited it. It carries the process's name and the time.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is before now, infinite or not a number.</exception>
    /// <exception cref="InvalidOperationException">The simulator runs already, or an event was scheduled for a handler.</exception>
    public void Run(double? until = null)
    {
        NoHandler none = default;
        Run(ref none, until);
    }

    /// <summary>Runs every event up to and including a time, calling a handler for each that was scheduled by kind and entity.</summary>
    /// <typeparam name="THandler">The handler's type: best a struct.</typeparam>
    /// <param name="handler">The model's handler.</param>
    /// <param name="until">The last time: finite, not before now. Absent means until nothing is pending.</param>
    /// <exception cref="ProcessException">A process failed and no other awaited it. It carries the process's name and the time.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is before now, infinite or not a number.</exception>
    /// <exception cref="InvalidOperationException">The simulator runs already.</exception>
    public void Run<THandler>(ref THandler handler, double? until = null)
        where THandler : IEventHandler
    {
        if (until is { } end && !(end >= Now && end < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, string.Create(CultureInfo.InvariantCulture, $"Expected a finite time from now ({Now}) on."));
        }

        if (isRunning)
        {
            throw new InvalidOperationException("This simulator runs already: Run was called from an event or a process of its own.");
        }

        isRunning = true;
        isHalting = false;
        try
        {
            long last = BitConverter.DoubleToInt64Bits(until + 0.0 ?? double.MaxValue);
            DrainReady();

            // What was woken before the run may have stopped it.
            while (!isHalting && RunBatch(ref handler, last))
            {
            }
        }
        finally
        {
            isRunning = false;
        }

        if (!isHalting)
        {
            Now = until ?? Now;
        }
    }

    /// <summary>Ends the run once the event that happens now is done, and all that it woke at this instant. The run may be taken up again.</summary>
    /// <remarks>One who was woken before the run, and stops it, stops it before its first event.</remarks>
    public void Stop() => isHalting = true;

    /// <summary>Adds an entry that is not a <see cref="CalendarEvent"/>, and returns its order.</summary>
    internal ulong AddEntry(double time, int priority, int kind, int entity) => calendar.Add(time, priority, kind, entity);

    /// <summary>Gives timers their number.</summary>
    internal int Register(EntityTimers added)
    {
        timers = [.. timers, added];
        return timers.Length - 1;
    }

    /// <summary>Takes note that an entry of the calendar is no longer stood by.</summary>
    internal void CountCancelled()
    {
        if (++cancelled > 64 && cancelled * 2 > calendar.Count)
        {
            LiveEntries live = new(events, timers);
            calendar.Sweep(ref live);
            cancelled = 0;
        }
    }

    private static void RefuseKind(int kind) =>
        throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a kind of zero or more.");

    /// <summary>Runs a number of events. Returns whether there may be more.</summary>
    private bool RunBatch<THandler>(ref THandler handler, long last)
        where THandler : IEventHandler
    {
        for (int taken = 0; taken < BatchSize; taken++)
        {
            if (!calendar.TryTake(last, out CalendarEntry entry))
            {
                return false;
            }

            if (entry.Kind >= 0)
            {
                Now = BitConverter.Int64BitsToDouble(entry.Time);
                EventCount++;
                if (Trace is not null)
                {
                    TraceEvent(entry.Kind, entry.Entity);
                }

                handler.Handle(entry.Kind, entry.Entity);
            }
            else if (entry.Kind == CalendarEntry.ProcessKind)
            {
                ProcessFrame frame = FrameOf(entry.Entity);
                if (frame.PendingOrder != entry.Order)
                {
                    cancelled--;
                    continue;
                }

                frame.PendingOrder = 0;
                Now = BitConverter.Int64BitsToDouble(entry.Time);
                EventCount++;
                frame.Occur();
            }
            else if (entry.Kind == CalendarEntry.ObjectKind)
            {
                CalendarEvent item = events[entry.Entity];
                if (item.PendingOrder != entry.Order)
                {
                    cancelled--;
                    continue;
                }

                item.PendingOrder = 0;
                Now = BitConverter.Int64BitsToDouble(entry.Time);
                EventCount++;
                if (Trace is not null)
                {
                    TraceEvent(item);
                }

                item.Occur();
            }
            else
            {
                EntityTimers set = timers[CalendarEntry.LastTimerKind - entry.Kind];
                if (!set.IsLive(in entry))
                {
                    cancelled--;
                    continue;
                }

                set.Clear(entry.Entity);
                Now = BitConverter.Int64BitsToDouble(entry.Time);
                EventCount++;
                if (Trace is not null)
                {
                    TraceEvent(set.Kind, entry.Entity);
                }

                handler.Handle(set.Kind, entry.Entity);
            }

            if (ready.Count != 0 || isHalting)
            {
                DrainReady();
                if (isHalting)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Knows which entries were cancelled.</summary>
    private readonly struct LiveEntries(CalendarEvent[] events, EntityTimers[] timers) : IEntryFilter
    {
        public bool IsLive(in CalendarEntry entry) => entry.Kind switch
        {
            >= 0 => true,
            CalendarEntry.ObjectKind or CalendarEntry.ProcessKind => events[entry.Entity].PendingOrder == entry.Order,
            _ => timers[CalendarEntry.LastTimerKind - entry.Kind].IsLive(in entry),
        };
    }

    /// <summary>Stands in where a run has no handler.</summary>
    private readonly struct NoHandler : IEventHandler
    {
        public void Handle(int kind, int entity) =>
            throw new InvalidOperationException("An event was scheduled by kind and entity, but the run has no handler for it: call Run(ref handler).");
    }
}
