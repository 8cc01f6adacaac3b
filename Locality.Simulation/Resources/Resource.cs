using System.Globalization;
using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Is a number of identical units that processes hold for a while: desks, beds, workers.</summary>
/// <remarks>
/// Those who wait are served by priority (lower first), then in the order of arrival. Units given back go to the first who
/// waits at the same instant; while the first waits for more units than are free, those behind it wait too. Where capacity falls
/// below the units in use, holders keep theirs, and units vanish as they are given back: whoever is being served is served to the end.
/// Patience ends last among the events of its time, with priority 127: a unit that comes at that very time is still granted.
/// </remarks>
public sealed class Resource : IWaitingPlace
{
    private readonly WaitingLine line;
    private readonly HolderTable? holders;
    private readonly string? name;

    /// <summary>Makes a resource.</summary>
    /// <param name="simulator">The simulator of the processes that will use it.</param>
    /// <param name="capacity">The number of units: zero or more.</param>
    /// <param name="name">The name that reports of waiting processes carry.</param>
    /// <param name="queueLimit">The number that may wait: zero or more. Whoever finds that many waiting balks. Absent means no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the limit is negative.</exception>
    public Resource(Simulator simulator, int capacity, string? name = null, int? queueLimit = null)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (queueLimit < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(queueLimit), queueLimit, "Expected a limit of zero or more, or none.");
        }

        Simulator = simulator;
        Capacity = capacity;
        QueueLimit = queueLimit;
        line = new WaitingLine(simulator);
        holders = simulator.Holders;
        this.name = name;
        QueueLengthOverTime = new TimeWeighted(simulator.Now, 0);
        InUseOverTime = new TimeWeighted(simulator.Now, 0);
    }

    /// <summary>Gets the simulator of the processes that use it.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets the number of units.</summary>
    public int Capacity { get; private set; }

    /// <summary>Gets the number that may wait; absent means no limit.</summary>
    public int? QueueLimit { get; }

    /// <summary>Gets the number of units in use. It exceeds the capacity for a while after that has fallen.</summary>
    public int InUse { get; private set; }

    /// <summary>Gets the number of processes that wait.</summary>
    public int QueueLength => line.Count;

    /// <summary>Gets the record of the queue length over time.</summary>
    public TimeWeighted QueueLengthOverTime { get; }

    /// <summary>Gets the record of the units in use over time.</summary>
    public TimeWeighted InUseOverTime { get; }

    /// <summary>Waits for units: <c>using Lease lease = await resource.Acquire();</c>.</summary>
    /// <param name="priority">The place in the queue: lower first.</param>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <param name="units">The number of units, all taken at once and given back together: one or more.</param>
    /// <returns>What a process awaits; it yields a lease, whose <see cref="Lease.Granted"/> is false if patience ran out or the queue was full.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative, infinite or not a number, or there are no units.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AcquireAwaitable Acquire(int priority = 0, double? patience = null, int units = 1) => new(this, priority, patience, units);

    /// <summary>Gives a process that waits here another priority; among those of its new priority it keeps its time of arrival.</summary>
    /// <param name="process">The process. Nothing happens if it does not wait here.</param>
    /// <param name="priority">The new place in the queue: lower first.</param>
    public void ChangePriority(Process process, int priority)
    {
        if (!process.IsFinished && ReferenceEquals(process.Frame!.WaitingPlace, this))
        {
            line.ChangePriority(process.Frame, priority);
            GrantFree();
        }
    }

    /// <summary>Changes the number of units from now on.</summary>
    /// <param name="capacity">The new number: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public void SetCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Capacity = capacity;
        GrantFree();
    }

    /// <summary>Changes the capacity at stated times. The change comes first among the events of its time, with priority −128.</summary>
    /// <remarks>The first change is scheduled at this call, each further one when the one in front of it happens.</remarks>
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
        SetQueueLength();

        // It may have been the first, who waited for more units than those behind it.
        GrantFree();
    }

    /// <summary>Takes units if they are free and nobody comes before, or finds that the queue is full. Returns false if one must wait.</summary>
    /// <remarks>Who need not wait is decided here: a process must not be made ready while it suspends, for then it would seem to have finished.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsDecided(int units, int priority) => holders is null && (TakeIfFree(units, priority) || (QueueLimit is not null && Balks()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeIfFree(int units, int priority)
    {
        // Where units are free and somebody waits, the first needs more than there are; who comes before it may need fewer.
        if (units > Capacity - InUse || (line.Count > 0 && priority >= line.FirstPriority))
        {
            return false;
        }

        SetInUse(InUse + units);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Join(ProcessFrame frame, int priority, double patience, int units)
    {
        if (holders is not null)
        {
            if (TakeIfFree(units, priority))
            {
                holders.GrantAtOnce(this, frame);
                return;
            }

            if (line.Count >= QueueLimit)
            {
                frame.ResumeAtOnce(WakeReason.Balked, 0);
                return;
            }
        }

        frame.Units = units;
        line.Join(frame, priority);
        SetQueueLength();
        frame.WaitIn(this);
        if (patience < double.PositiveInfinity)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + patience, Simulator.LastOfItsTime);
        }
    }

    internal void Release(int units, long hold)
    {
        if (units > InUse)
        {
            throw new InvalidOperationException("More units were given back than taken: dispose each lease once.");
        }

        holders?.Release(this, hold);

        // Where one holder makes room for the next, the number in use does not change.
        if (line.Count > 0 && InUse <= Capacity && line.First.Units == units)
        {
            Grant();
            if (InUse < Capacity)
            {
                // The one behind may need no more than was free before.
                GrantFree();
            }
        }
        else
        {
            SetInUse(InUse - units);
            GrantFree();
        }
    }

    private bool Balks()
    {
        if (line.Count < QueueLimit)
        {
            return false;
        }

        Simulator.SetWake(WakeReason.Balked, null);
        return true;
    }

    private void GrantFree()
    {
        while (line.Count > 0 && line.First.Units <= Capacity - InUse)
        {
            SetInUse(InUse + line.First.Units);
            Grant();
        }
    }

    private void Grant()
    {
        ProcessFrame frame = line.TakeFirst();
        SetQueueLength();
        Simulator.Cancel(frame);
        holders?.Grant(this, frame);
        Simulator.MakeReady(frame);
    }

    private void SetInUse(int value)
    {
        InUse = value;
        InUseOverTime.Set(Simulator.Now, value);
        if (Simulator.Trace is not null)
        {
            TraceChange();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetQueueLength()
    {
        QueueLengthOverTime.Set(Simulator.Now, line.Count);
        if (Simulator.Trace is not null)
        {
            TraceChange();
        }
    }

    private void TraceChange() => Simulator.Tell(
        TraceKind.Changes,
        ((IWaitingPlace)this).Description,
        string.Create(CultureInfo.InvariantCulture, $"to {InUse} of {Capacity} in use, {line.Count} waiting"));

    private async Process FollowSchedule(IReadOnlyList<CapacityChange> schedule)
    {
        foreach (CapacityChange change in schedule)
        {
            await Simulator.DelayUntil(change.Time, priority: -128);
            SetCapacity(change.Capacity);
        }
    }
}
