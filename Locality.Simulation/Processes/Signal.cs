namespace LocalitySim.Simulation;

/// <summary>Wakes the processes that wait for it, each until it fires or until its own time-out.</summary>
/// <remarks>
/// The processes are woken in the order in which they began to wait. A signal that fires while nobody waits is not kept. A time-out
/// ends last among the events of its time, with priority 127: a signal at that very time still counts. To leave, by time-out or
/// interruption, takes constant time however many wait.
/// </remarks>
public sealed class Signal : IWaitingPlace
{
    private readonly Simulator simulator;
    private readonly SignalLine line = new();
    private readonly string? name;

    /// <summary>Makes a signal.</summary>
    /// <param name="simulator">The simulator of the processes that will wait.</param>
    /// <param name="name">The name that reports of waiting processes carry.</param>
    public Signal(Simulator simulator, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        this.simulator = simulator;
        this.name = name;
    }

    /// <summary>Gets the number of processes that wait.</summary>
    public int WaitingCount => line.Count;

    /// <inheritdoc />
    string IWaitingPlace.Description => Description;

    internal string Description => name ?? "a signal";

    internal Simulator Simulator => simulator;

    /// <summary>Waits for the signal, or for a time-out if that comes first.</summary>
    /// <param name="timeout">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields true if the signal came, false if the time-out did.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is negative, infinite or not a number.</exception>
    public SignalAwaitable Wait(double? timeout = null) => new(simulator, this, timeout);

    /// <summary>Wakes every process that waits now.</summary>
    public void Fire()
    {
        // Those who are woken run later, so nobody joins the line meanwhile.
        while (FireOne())
        {
        }
    }

    /// <summary>Wakes the process that has waited longest.</summary>
    /// <returns>Whether a process waited.</returns>
    public bool FireOne()
    {
        if (!line.TryTake(out ProcessFrame? frame, out JoinBranch? branch))
        {
            return false;
        }

        if (frame is not null)
        {
            simulator.Cancel(frame);
            simulator.MakeReady(frame);
        }
        else
        {
            branch!.Finish();
        }

        return true;
    }

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => line.Leave(frame.Position);

    internal void Leave(JoinBranch branch) => line.Leave(branch.Position);

    internal void Add(JoinBranch branch) => line.Join(null, branch);

    internal void Add(ProcessFrame frame, double? timeout)
    {
        line.Join(frame, null);
        frame.WaitIn(this);
        if (timeout is { } longest)
        {
            simulator.ScheduleAt(frame, simulator.Now + longest, Simulator.LastOfItsTime);
        }
    }
}
