namespace LocalitySim.Simulation;

/// <summary>Sends a value to all processes that wait for the next one.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// They are woken in the order in which they began to wait. A value is not kept: one who comes after it waits for the next.
/// Patience ends last among the events of its time, with priority 127: a value that comes at that very time is still heard.
/// Leaving is O(1).
/// </remarks>
public sealed class Broadcast<T> : IWaitingPlace
{
    private readonly SlotList<ProcessFrame> listeners = new();
    private readonly WaitAnswers<T> answers;

    /// <summary>Makes a broadcast.</summary>
    /// <param name="simulator">The simulator of the processes that will listen.</param>
    public Broadcast(Simulator simulator)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        Simulator = simulator;
        answers = new WaitAnswers<T>(simulator);
    }

    /// <summary>Gets the simulator of the processes that listen.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets the number of processes that wait.</summary>
    public int WaitingCount => listeners.Count;

    /// <summary>Waits for the next value.</summary>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields the value, or that none came in time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative, infinite or not a number.</exception>
    public BroadcastAwaitable<T> Next(double? patience = null) => new(this, patience);

    /// <summary>Wakes all who wait now with a value.</summary>
    /// <param name="value">The value.</param>
    public void Send(T value)
    {
        while (listeners.TryFirst(out int slot))
        {
            answers.Give(listeners.Remove(slot), value);
        }
    }

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => listeners.Remove(frame.Position);

    internal void Join(ProcessFrame frame, double? patience)
    {
        frame.Position = listeners.Add(frame);
        frame.WaitIn(this);
        if (patience is { } longest)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + longest, Simulator.LastOfItsTime);
        }
    }

    internal Heard<T> TakeAnswer() =>
        Simulator.TakeWake() == WakeReason.TimedOut ? default : new Heard<T>(true, answers.Take());
}
