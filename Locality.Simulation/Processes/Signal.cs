namespace LocalitySim.Simulation;

/// <summary>Wakes the processes that wait for it, each until the next <see cref="Fire"/> or until its own time-out.</summary>
/// <remarks>The processes are woken in the order in which they began to wait.</remarks>
public sealed class Signal : IWaitingPlace
{
    private readonly Simulator simulator;
    private ProcessFrame?[] waiting = new ProcessFrame?[2];
    private int count;

    /// <summary>Makes a signal.</summary>
    /// <param name="simulator">The simulator of the processes that will wait.</param>
    public Signal(Simulator simulator)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        this.simulator = simulator;
    }

    /// <summary>Gets the number of processes that wait.</summary>
    public int WaitingCount => count;

    /// <summary>Waits for the signal, or for a time-out if that comes first.</summary>
    /// <param name="timeout">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields true if the signal came, false if the time-out did.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is negative, infinite or not a number.</exception>
    public SignalAwaitable Wait(double? timeout = null) => new(simulator, this, timeout);

    /// <summary>Wakes every process that waits now.</summary>
    public void Fire()
    {
        int woken = count;
        count = 0;
        for (int index = 0; index < woken; index++)
        {
            ProcessFrame frame = waiting[index]!;
            waiting[index] = null;
            simulator.Cancel(frame);
            simulator.MakeReady(frame);
        }
    }

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame)
    {
        // The order of those behind must stay, so they move up one place.
        for (int index = frame.Position; index < count - 1; index++)
        {
            waiting[index] = waiting[index + 1];
            waiting[index]!.Position = index;
        }

        waiting[--count] = null;
    }

    internal void Add(ProcessFrame frame, double? timeout)
    {
        if (count == waiting.Length)
        {
            Array.Resize(ref waiting, count * 2);
        }

        frame.Position = count;
        waiting[count++] = frame;
        frame.WaitIn(this);
        if (timeout is { } longest)
        {
            simulator.ScheduleAt(frame, simulator.Now + longest, 0);
        }
    }
}
