namespace LocalitySim.Simulation;

/// <summary>Holds items that processes put in and take out; both may wait.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// <para>Items stand in the order in which they came in. A taker gets the first of them that its filter accepts; without a filter
/// the first of all. If there is none, it waits.</para>
/// <para>An item that comes in goes to the first waiting taker, in the order of arrival, whose filter accepts it. A taker whose
/// filter refuses is passed over and blocks nobody.</para>
/// <para>While the store is full those who put wait, first come first served. A taker sees only what is in the store, not what
/// others wait to put. When room comes, the items of those who wait come in one by one, each offered to the takers at once; one
/// who put is woken before the one who gets the item.</para>
/// <para>Patience ends last among the events of its time, with priority 127: an item or room that comes at that very time is still
/// granted. A filter must depend on the item alone, and must not use the store. Putting looks through the takers who wait, taking
/// through the items in the store; where nobody filters, each looks at one. Leaving is O(1).</para>
/// </remarks>
public sealed class Store<T> : IWaitingPlace
{
    private readonly SlotList<T> items = new();
    private readonly SlotList<Taker> takers = new();
    private readonly SlotList<Putter> putters = new();
    private readonly PutterLine putterLine;
    private readonly WaitAnswers<T> answers;
    private T immediate = default!;
    private bool isImmediate;

    /// <summary>Makes an empty store.</summary>
    /// <param name="simulator">The simulator of the processes that will use it.</param>
    /// <param name="capacity">The greatest number of items: above zero. Absent means no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is zero or negative.</exception>
    public Store(Simulator simulator, int? capacity = null)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        if (capacity <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "Expected a capacity above zero, or none.");
        }

        Simulator = simulator;
        Capacity = capacity;
        putterLine = new PutterLine(putters);
        answers = new WaitAnswers<T>(simulator);
        CountOverTime = new TimeWeighted(simulator.Now, 0);
    }

    /// <summary>Gets the simulator of the processes that use it.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets the greatest number of items; absent means no limit.</summary>
    public int? Capacity { get; }

    /// <summary>Gets the number of items in the store.</summary>
    public int Count => items.Count;

    /// <summary>Gets the number of processes that wait to take.</summary>
    public int WaitingToTake => takers.Count;

    /// <summary>Gets the number of processes that wait to put.</summary>
    public int WaitingToPut => putters.Count;

    /// <summary>Gets the record of the number of items over time.</summary>
    public TimeWeighted CountOverTime { get; }

    /// <summary>Puts an item in, as soon as there is room: <c>bool isIn = await store.Put(item);</c>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields whether the item is in: false if patience ran out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative, infinite or not a number.</exception>
    public StorePutAwaitable<T> Put(T item, double? patience = null) => new(this, item, patience);

    /// <summary>Takes an item out, as soon as there is one: <c>Taken&lt;Part&gt; taken = await store.Take();</c>.</summary>
    /// <param name="filter">Says which items will do. Absent means any.</param>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields the item, not granted if patience ran out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative, infinite or not a number.</exception>
    public StoreTakeAwaitable<T> Take(Predicate<T>? filter = null, double? patience = null) => new(this, filter, patience);

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => takers.Remove(frame.Position);

    internal bool TryPut(T item)
    {
        // Where there is room, nobody waits to put.
        if (items.Count >= Capacity)
        {
            return false;
        }

        Enter(item);
        return true;
    }

    internal void JoinPutters(ProcessFrame frame, T item, double? patience)
    {
        frame.Position = putters.Add(new Putter { Frame = frame, Item = item });
        frame.WaitIn(putterLine);
        LimitWait(frame, patience);
    }

    internal bool TryTake(Predicate<T>? filter)
    {
        bool found = items.TryFirst(out int slot);
        while (found && filter is not null && !filter(items[slot]))
        {
            found = items.TryNext(ref slot);
        }

        if (!found)
        {
            return false;
        }

        immediate = items.Remove(slot);
        isImmediate = true;
        Refill();
        CountOverTime.Set(Simulator.Now, items.Count);
        return true;
    }

    internal void JoinTakers(ProcessFrame frame, Predicate<T>? filter, double? patience)
    {
        frame.Position = takers.Add(new Taker { Frame = frame, Filter = filter });
        frame.WaitIn(this);
        LimitWait(frame, patience);
    }

    /// <summary>Returns the item that a process has taken, at once or by waiting.</summary>
    internal Taken<T> TakeAnswer()
    {
        if (!isImmediate)
        {
            return Simulator.TakeWake() == WakeReason.TimedOut ? default : new Taken<T>(true, answers.Take());
        }

        T item = immediate;
        immediate = default!;
        isImmediate = false;
        return new Taken<T>(true, item);
    }

    private void LimitWait(ProcessFrame frame, double? patience)
    {
        if (patience is { } longest)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + longest, Simulator.LastOfItsTime);
        }
    }

    /// <summary>Hands an item to the first who wants it, or keeps it.</summary>
    private void Enter(T item)
    {
        for (bool found = takers.TryFirst(out int slot); found; found = takers.TryNext(ref slot))
        {
            if (takers[slot].Filter is not { } filter || filter(item))
            {
                answers.Give(takers.Remove(slot).Frame, item);
                return;
            }
        }

        items.Add(item);
        CountOverTime.Set(Simulator.Now, items.Count);
    }

    /// <summary>Lets those who wait to put go on while there is room.</summary>
    private void Refill()
    {
        while (!(items.Count >= Capacity) && putters.TryFirst(out int slot))
        {
            Putter putter = putters.Remove(slot);
            Simulator.Cancel(putter.Frame);
            Simulator.MakeReady(putter.Frame);
            Enter(putter.Item);
        }
    }

    private struct Taker
    {
        public ProcessFrame Frame;
        public Predicate<T>? Filter;
    }

    private struct Putter
    {
        public ProcessFrame Frame;
        public T Item;
    }

    private sealed class PutterLine(SlotList<Putter> putters) : IWaitingPlace
    {
        public void Leave(ProcessFrame frame) => putters.Remove(frame.Position);
    }
}
