using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Is a number of identical units that processes hold for a while: desks, beds, workers.</summary>
/// <remarks>
/// Those who wait are served by priority (lower first), then in the order of arrival. A unit given back goes to the first who
/// waits at the same instant. Where capacity falls below the units in use, holders keep theirs, and units vanish as they are
/// given back: whoever is being served is served to the end.
/// </remarks>
public sealed class Resource : IWaitingPlace
{
    private readonly FrameHeap<TurnKey> line = new();
    private readonly HolderTable? holders;
    private readonly string? name;
    private long arrivals;

    /// <summary>Makes a resource.</summary>
    /// <param name="simulator">The simulator of the processes that will use it.</param>
    /// <param name="capacity">The number of units: zero or more.</param>
    /// <param name="name">The name that reports of waiting processes carry.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public Resource(Simulator simulator, int capacity, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Simulator = simulator;
        Capacity = capacity;
        holders = simulator.Holders;
        this.name = name;
        QueueLengthOverTime = new TimeWeighted(simulator.Now, 0);
        InUseOverTime = new TimeWeighted(simulator.Now, 0);
    }

    /// <summary>Gets the simulator of the processes that use it.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets the number of units.</summary>
    public int Capacity { get; private set; }

    /// <summary>Gets the number of units in use. It exceeds the capacity for a while after that has fallen.</summary>
    public int InUse { get; private set; }

    /// <summary>Gets the number of processes that wait.</summary>
    public int QueueLength => line.Count;

    /// <summary>Gets the record of the queue length over time.</summary>
    public TimeWeighted QueueLengthOverTime { get; }

    /// <summary>Gets the record of the units in use over time.</summary>
    public TimeWeighted InUseOverTime { get; }

    /// <summary>Waits for a unit: <c>using Lease lease = await resource.Acquire();</c>.</summary>
    /// <param name="priority">The place in the queue: lower first.</param>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields a lease, whose <see cref="Lease.Granted"/> is false if patience ran out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative, infinite or not a number.</exception>
    public AcquireAwaitable Acquire(int priority = 0, double? patience = null) => new(this, priority, patience);

    /// <summary>Changes the number of units from now on.</summary>
    /// <param name="capacity">The new number: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public void SetCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Capacity = capacity;
        while (InUse < Capacity && line.Count > 0)
        {
            SetInUse(InUse + 1);
            Grant();
        }
    }

    /// <summary>Changes the capacity at stated times. The change comes first among the events of its time.</summary>
    /// <param name="schedule">The times, from now on and rising, and the capacity from each on.</param>
    /// <exception cref="ArgumentException">A time is before now or before the one in front of it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A capacity is negative.</exception>
    public void Follow(IReadOnlyList<CapacityChange> schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        double last = Simulator.Now;
        foreach (CapacityChange change in schedule)
        {
            if (change.Capacity < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(schedule), change.Capacity, "Expected capacities of zero or more.");
            }

            if (!(change.Time >= last) || double.IsPositiveInfinity(change.Time))
            {
                throw new ArgumentException("Expected finite times from now on, each not before the one in front of it.", nameof(schedule));
            }

            last = change.Time;
        }

        if (schedule.Count > 0)
        {
            Simulator.Start(FollowSchedule(schedule), "capacity schedule");
        }
    }

    /// <inheritdoc />
    string IWaitingPlace.Description => name ?? "a resource";

    /// <inheritdoc />
    Blockage? IWaitingPlace.FindBlockage(ProcessFrame frame, StuckProcesses stuck) => stuck.FindHolder(this, InUse);

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame)
    {
        line.Leave(frame);
        QueueLengthOverTime.Set(Simulator.Now, line.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryTake() => holders is null && TakeIfFree();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeIfFree()
    {
        if (InUse >= Capacity || line.Count > 0)
        {
            return false;
        }

        SetInUse(InUse + 1);
        return true;
    }

    internal void Join(ProcessFrame frame, int priority, double? patience)
    {
        if (holders is not null && TakeIfFree())
        {
            holders.GrantAtOnce(this, frame);
            return;
        }

        line.Join(frame, new TurnKey(priority, ++arrivals));
        QueueLengthOverTime.Set(Simulator.Now, line.Count);
        frame.WaitIn(this);
        if (patience is { } longest)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + longest, 0);
        }
    }

    internal void Release(long hold)
    {
        if (InUse == 0)
        {
            throw new InvalidOperationException("More units were given back than taken: dispose each lease once.");
        }

        holders?.Release(this, hold);
        if (line.Count > 0 && InUse <= Capacity)
        {
            Grant();
        }
        else
        {
            SetInUse(InUse - 1);
        }
    }

    private void Grant()
    {
        ProcessFrame frame = line.TakeFirst(out _);
        QueueLengthOverTime.Set(Simulator.Now, line.Count);
        Simulator.Cancel(frame);
        holders?.Grant(this, frame);
        Simulator.MakeReady(frame);
    }

    private void SetInUse(int value)
    {
        InUse = value;
        InUseOverTime.Set(Simulator.Now, value);
    }

    private async Process FollowSchedule(IReadOnlyList<CapacityChange> schedule)
    {
        foreach (CapacityChange change in schedule)
        {
            await Simulator.DelayUntil(change.Time, priority: -128);
            SetCapacity(change.Capacity);
        }
    }
}
