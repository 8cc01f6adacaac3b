using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace LocalitySim.Simulation;

/// <summary>Runs a model: holds the time, the event calendar and the processes.</summary>
/// <remarks>
/// <para>Time starts at 0 and is in whatever unit the model uses. One simulator belongs to one thread; run replications on
/// simulators of their own.</para>
/// <para>The order of what happens at one time is fixed. Calendar events run by priority (lower first), then in the order in
/// which they were scheduled. A process that another one wakes runs after that one has suspended, in the order of waking, and
/// before the next calendar event. So a chain of wakings at one instant never grows the stack.</para>
/// </remarks>
public sealed partial class Simulator
{
    /// <summary>The priority with which patience and time-outs end and batch gates open: after the other events of their time.</summary>
    internal const int LastOfItsTime = 127;

    private readonly EventCalendar calendar;
    private readonly ReadyRing ready = new();
    private CalendarEvent[] events = new CalendarEvent[64];
    private object?[] pools = new object?[16];
    private int eventCount;
    private int cancelled;
    private WakeReason wakeReason;
    private object? wakeData;
    private ProcessException? fault;

    /// <summary>Gets the time now.</summary>
    public double Now { get; private set; }

    /// <summary>Gets the number of calendar events that have happened.</summary>
    public long EventCount { get; private set; }

    /// <summary>Gets the number of events that are pending, cancelled ones left out.</summary>
    public int PendingCount => calendar.Count - cancelled;

    /// <summary>Starts a process: names it, and throws here if it failed before its first wait.</summary>
    /// <param name="process">The process: a call of an <c>async Process</c> method. It has run up to its first wait already.</param>
    /// <param name="name">The name that an error carries; the method's name if absent.</param>
    /// <exception cref="ProcessException">The process failed before its first wait.</exception>
    public void Start(Process process, string? name = null)
    {
        if (process.Failure is { } failure)
        {
            throw failure.AsException(name).At(Now);
        }

        if (name is not null && !process.IsFinished)
        {
            process.Frame!.Label = name;
        }
    }

    /// <summary>Waits for a length of time from this call on: <c>await simulator.Delay(2)</c>.</summary>
    /// <param name="duration">The length: zero or more, and not infinite.</param>
    /// <param name="priority">The order among events of the same time, from −128 to 127: lower first.</param>
    /// <returns>What a process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, infinite or not a number, or the priority is out of range.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DelayAwaitable Delay(double duration, int priority = 0) => new(this, Now + CheckDelay(duration), priority);

    /// <summary>Waits until a time: <c>await simulator.DelayUntil(arrival)</c>. It ends at that very time, to the last bit.</summary>
    /// <param name="time">The time: from now on, and not infinite.</param>
    /// <param name="priority">The order among events of the same time, from −128 to 127: lower first.</param>
    /// <returns>What a process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is before now, infinite or not a number, or the priority is out of range.</exception>
    public DelayAwaitable DelayUntil(double time, int priority = 0) =>

        // Adding zero turns −0 into +0, whose bits order below every other time.
        time >= Now && time < double.PositiveInfinity
            ? new(this, time + 0.0, priority)
            : throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a finite time from now on.");

    /// <summary>Enters an event into the calendar; if it is pending already, moves it.</summary>
    /// <param name="item">The event.</param>
    /// <param name="delay">The time from now: zero or more, and not infinite.</param>
    /// <param name="priority">The order among events of the same time, from −128 to 127: lower first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative, infinite or not a number, or the priority is out of range.</exception>
    public void Schedule(CalendarEvent item, double delay, int priority = 0)
    {
        ArgumentNullException.ThrowIfNull(item);
        ScheduleAt(item, Now + CheckDelay(delay), CheckPriority(priority));
    }

    /// <summary>Takes an event out of the calendar. Nothing happens if it is not pending.</summary>
    /// <param name="item">The event.</param>
    public void Cancel(CalendarEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.PendingOrder == 0)
        {
            return;
        }

        item.PendingOrder = 0;
        CountCancelled();
    }

    internal int Register(CalendarEvent item)
    {
        if (eventCount == events.Length)
        {
            Array.Resize(ref events, eventCount * 2);
        }

        events[eventCount] = item;
        return eventCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FramePool<TStateMachine> PoolOf<TStateMachine>()
        where TStateMachine : IAsyncStateMachine
    {
        int id = PoolId<TStateMachine>.Value;
        return (uint)id < (uint)pools.Length && pools[id] is { } pool
            ? Unsafe.As<FramePool<TStateMachine>>(pool)
            : Unsafe.As<FramePool<TStateMachine>>(AddPool(id, new FramePool<TStateMachine>(this)));
    }

    /// <summary>Gets the frame with a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ProcessFrame FrameOf(int id) => Unsafe.As<ProcessFrame>(events[id]);

    internal ResultCellPool<TResult> CellsOf<TResult>()
    {
        int id = PoolId<ResultCell<TResult>>.Value;
        return (uint)id < (uint)pools.Length && pools[id] is { } pool
            ? Unsafe.As<ResultCellPool<TResult>>(pool)
            : Unsafe.As<ResultCellPool<TResult>>(AddPool(id, new ResultCellPool<TResult>(this)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ScheduleAt(CalendarEvent item, double time, int priority)
    {
        if (item.PendingOrder != 0)
        {
            Cancel(item);
        }

        item.PendingOrder = calendar.Add(time, priority, item.EntryKind, item.Id);
    }

    /// <summary>Makes a process ready with a reason: it leaves whatever it waits in.</summary>
    internal void Wake(ProcessFrame frame, WakeReason reason, object? data)
    {
        Cancel(frame);
        frame.LeaveWaitingPlace();
        frame.Reason = reason;
        frame.ReasonData = data;
        MakeReady(frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MakeReady(ProcessFrame frame)
    {
        frame.IsWaiting = false;
        frame.WaitingPlace = null;
        ready.Add(frame);
    }

    /// <summary>Sets what the process that is about to resume finds as the reason of its waking.</summary>
    internal void SetWake(WakeReason reason, object? data)
    {
        wakeReason = reason;
        wakeData = data;
    }

    /// <summary>Tells why the process that now resumes was woken, and throws what it was woken with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal WakeReason TakeWake() => wakeReason == WakeReason.Normal ? WakeReason.Normal : TakeUnusualWake();

    /// <summary>Gets the number that came with the last waking that was not an ordinary one.</summary>
    internal double WakeValue { get; private set; }

    /// <summary>Keeps the first failure that no process awaits; the run ends with it.</summary>
    internal void Fail(ProcessException error)
    {
        fault ??= error;
        isHalting = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double CheckDelay(double delay) =>
        delay >= 0 && delay < double.PositiveInfinity
            ? delay
            : throw new ArgumentOutOfRangeException(nameof(delay), delay, "Expected a finite length of time, zero or more.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int CheckPriority(int priority) =>
        priority is >= -128 and <= 127
            ? priority
            : throw new ArgumentOutOfRangeException(nameof(priority), priority, "Expected a priority from -128 to 127.");

    private object AddPool(int id, object pool)
    {
        if (id >= pools.Length)
        {
            Array.Resize(ref pools, Math.Max(id + 1, pools.Length * 2));
        }

        pools[id] = pool;
        return pool;
    }

    private WakeReason TakeUnusualWake()
    {
        WakeReason reason = wakeReason;
        object? data = wakeData;
        SetWake(WakeReason.Normal, null);
        if (reason == WakeReason.Interrupted)
        {
            throw new InterruptedException(data);
        }

        if (reason == WakeReason.Cancelled)
        {
            throw new ProcessCancelledException();
        }

        if (reason == WakeReason.Refused)
        {
            throw OutsideProcess.Error();
        }

        if (reason == WakeReason.Faulted)
        {
            ExceptionDispatchInfo.Throw((Exception)data!);
        }

        return reason;
    }

    private void DrainReady()
    {
        while (fault is null && ready.TryTake(out ProcessFrame? frame))
        {
            if (frame.Reason != WakeReason.Normal)
            {
                SetWake(frame.Reason, frame.ReasonData);
                WakeValue = frame.WaitValue;
                frame.Reason = WakeReason.Normal;
                frame.ReasonData = null;
            }

            frame.Resume();
        }

        if (fault is { } error)
        {
            fault = null;
            throw error;
        }
    }
}
