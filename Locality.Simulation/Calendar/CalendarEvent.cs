namespace LocalitySim.Simulation;

/// <summary>Is something that happens at a time: it stands in the event calendar at most once.</summary>
/// <remarks>
/// Being one object for one pending entry makes cancelling and rescheduling O(1) and free of allocation. Not safe to share
/// between threads: an event belongs to one simulator.
/// </remarks>
public abstract class CalendarEvent
{
    /// <summary>The order of the pending entry in the calendar; zero while nothing is pending.</summary>
    internal ulong PendingOrder;

    /// <summary>Makes an event of a simulator.</summary>
    /// <param name="simulator">The simulator whose calendar the event stands in.</param>
    protected CalendarEvent(Simulator simulator)
        : this(simulator, CalendarEntry.ObjectKind)
    {
    }

    private protected CalendarEvent(Simulator simulator, int entryKind)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        Simulator = simulator;
        EntryKind = entryKind;
        Id = simulator.Register(this);
    }

    /// <summary>Gets the simulator whose calendar the event stands in.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets whether the event stands in the calendar.</summary>
    public bool IsPending => PendingOrder != 0;

    /// <summary>The event's number in its simulator.</summary>
    internal int Id { get; }

    /// <summary>The kind of its entries in the calendar.</summary>
    internal int EntryKind { get; }

    /// <summary>Does what is to be done at the event's time. <see cref="Simulator.Now"/> is that time.</summary>
    protected internal abstract void Occur();
}
