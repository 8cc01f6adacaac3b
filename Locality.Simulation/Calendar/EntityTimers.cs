namespace LocalitySim.Simulation;

/// <summary>Holds one timer for each entity of an <see cref="IEventHandler"/> model: an event that can be cancelled or moved.</summary>
/// <remarks>
/// Plain events of <see cref="Simulator.Schedule(double, int, int, int)"/> cannot be taken back; what may not come about, such as
/// the end of a customer's patience, is a timer. Setting, moving and cancelling are O(1) and allocate nothing but room for new
/// entities. When a timer is due the handler is called with the timers' kind and the entity.
/// </remarks>
public sealed class EntityTimers
{
    private readonly Simulator simulator;
    private readonly int entryKind;
    private ulong[] orders = new ulong[64];

    /// <summary>Makes timers, none of them set.</summary>
    /// <param name="simulator">The simulator that runs the model.</param>
    /// <param name="kind">The type code that the handler is called with: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is negative.</exception>
    public EntityTimers(Simulator simulator, int kind)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentOutOfRangeException.ThrowIfNegative(kind);
        this.simulator = simulator;
        Kind = kind;
        entryKind = CalendarEntry.LastTimerKind - simulator.Register(this);
    }

    /// <summary>Gets the type code that the handler is called with.</summary>
    public int Kind { get; }

    /// <summary>Sets an entity's timer; one that is set already is moved.</summary>
    /// <param name="entity">The entity's index: zero or more.</param>
    /// <param name="delay">The time from now: zero or more, and not infinite.</param>
    /// <param name="priority">The order among events of the same time, from −128 to 127: lower first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public void Set(int entity, double delay, int priority = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entity);
        double time = simulator.Now + Simulator.CheckDelay(delay);
        Simulator.CheckPriority(priority);
        if (entity >= orders.Length)
        {
            Array.Resize(ref orders, Math.Max(entity + 1, orders.Length * 2));
        }

        Cancel(entity);
        orders[entity] = simulator.AddEntry(time, priority, entryKind, entity);
    }

    /// <summary>Cancels an entity's timer. Nothing happens if it is not set.</summary>
    /// <param name="entity">The entity's index: zero or more.</param>
    public void Cancel(int entity)
    {
        if (IsSet(entity))
        {
            orders[entity] = 0;
            simulator.CountCancelled();
        }
    }

    /// <summary>Tells whether an entity's timer is set.</summary>
    /// <param name="entity">The entity's index: zero or more.</param>
    /// <returns>Whether it is set and not due yet.</returns>
    public bool IsSet(int entity) => (uint)entity < (uint)orders.Length && orders[entity] != 0;

    /// <summary>Tells whether an entry of the calendar is the timer that is set, and not one cancelled or moved since.</summary>
    internal bool IsLive(in CalendarEntry entry) => orders[entry.Entity] == entry.Order;

    /// <summary>Takes note that an entity's timer is due.</summary>
    internal void Clear(int entity) => orders[entity] = 0;
}
