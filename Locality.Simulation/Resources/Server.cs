namespace LocalitySim.Simulation;

/// <summary>Is a named server of a <see cref="ServerPool"/>, which serves one job at a time.</summary>
/// <remarks>In the calendar it stands for the end of its job, or of its vacation.</remarks>
public sealed class Server : CalendarEvent, IWaitingPlace
{
    /// <summary>Makes a server. It does nothing until it belongs to a pool.</summary>
    /// <param name="simulator">The simulator of its pool.</param>
    /// <param name="name">Its name: not blank.</param>
    /// <param name="speed">The work that it does in a unit of time: finite and above zero.</param>
    /// <param name="shifts">When it is on duty; always if absent.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed is out of range.</exception>
    public Server(Simulator simulator, string name, double speed = 1, ShiftTimetable? shifts = null)
        : base(simulator)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Speed = NumberGuard.Positive(speed);
        Shifts = shifts;
        IsOnDuty = shifts?.IsOnDuty(simulator.Now) ?? true;
        BusyOverTime = new TimeWeighted(simulator.Now, 0);
        OnDutyOverTime = new TimeWeighted(simulator.Now, IsOnDuty ? 1 : 0);
    }

    /// <summary>Gets its name.</summary>
    public string Name { get; }

    /// <summary>Gets the work that it does in a unit of time.</summary>
    public double Speed { get; }

    /// <summary>Gets when it is on duty; absent means always.</summary>
    public ShiftTimetable? Shifts { get; }

    /// <summary>Gets whether it is on duty now. One that finishes a job after hours is not.</summary>
    public bool IsOnDuty { get; private set; }

    /// <summary>Gets what it does now.</summary>
    public ServerState State { get; private set; } = ServerState.OffDuty;

    /// <summary>Gets the number of jobs that it has completed.</summary>
    public long JobsCompleted { get; internal set; }

    /// <summary>Gets the record over time of 1 while it works on a job, within its shift or after hours, and 0 otherwise.</summary>
    public TimeWeighted BusyOverTime { get; }

    /// <summary>Gets the record over time of 1 while it is on duty and 0 otherwise.</summary>
    public TimeWeighted OnDutyOverTime { get; }

    /// <summary>The pool that it belongs to.</summary>
    internal ServerPool? Pool { get; private set; }

    /// <summary>Its number in the pool.</summary>
    internal int Number { get; private set; }

    /// <summary>The slot of the job that it works on or keeps.</summary>
    internal int Slot { get; private set; }

    /// <summary>The time at which its job is done.</summary>
    internal double EndTime { get; private set; }

    private double StartTime { get; set; }

    /// <summary>Returns the time that it was busy over the time that it was on duty; absent if it never was on duty.</summary>
    /// <param name="time">The end of the time looked at: not before the last change.</param>
    /// <returns>Zero or more; above 1 where it worked after hours.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the last change, or not finite.</exception>
    public double? Utilisation(double time)
    {
        double onDuty = OnDutyOverTime.Integral(time);
        return onDuty > 0 ? BusyOverTime.Integral(time) / onDuty : null;
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => Pool!.Abandon(this);

    /// <inheritdoc />
    protected internal override void Occur() => Pool!.Finish(this);

    internal void Enter(ServerPool pool, int number)
    {
        if (Pool is not null)
        {
            throw new ArgumentException($"The server '{Name}' serves in a pool already: make one for each pool.", nameof(pool));
        }

        if (pool.Simulator != Simulator)
        {
            throw new ArgumentException($"The server '{Name}' belongs to another simulator than its pool.", nameof(pool));
        }

        Pool = pool;
        Number = number;
        if (Shifts is not null)
        {
            // Time may have gone by since it was made.
            SetOnDuty(Shifts.IsOnDuty(Simulator.Now));
        }
    }

    internal void SetState(ServerState state)
    {
        if ((state == ServerState.Busy) != (State == ServerState.Busy))
        {
            BusyOverTime.Set(Simulator.Now, state == ServerState.Busy ? 1 : 0);
        }

        State = state;
    }

    internal void SetOnDuty(bool onDuty)
    {
        IsOnDuty = onDuty;
        OnDutyOverTime.Set(Simulator.Now, onDuty ? 1 : 0);
    }

    /// <summary>Works on a job from now on.</summary>
    internal void Begin(int slot, double work)
    {
        double duration = Simulator.CheckDelay(work / Speed);
        Slot = slot;
        StartTime = Simulator.Now;
        EndTime = StartTime + duration;
        Simulator.ScheduleAt(this, EndTime, 0);
        SetState(ServerState.Busy);
    }

    /// <summary>Stops working on its job and returns what is left of the work that it began with.</summary>
    internal double Stop(double work)
    {
        Simulator.Cancel(this);
        return EndTime <= Simulator.Now ? 0 : Math.Max(0, work - ((Simulator.Now - StartTime) * Speed));
    }
}
