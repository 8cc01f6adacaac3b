namespace LocalitySim.Simulation;

/// <summary>Is open or closed; a process passes an open one at once and waits at a closed one.</summary>
/// <remarks>
/// All who wait pass when it opens, in the order of arrival, even if it closes again at the same instant. Patience ends last among
/// the events of its time, with priority 127: one whose patience ends at the very opening still passes. Leaving is O(1).
/// </remarks>
public sealed class Gate : IWaitingPlace
{
    private readonly SlotList<ProcessFrame> line = new();

    /// <summary>Makes a gate.</summary>
    /// <param name="simulator">The simulator of the processes that will pass.</param>
    /// <param name="isOpen">Whether it is open at first.</param>
    public Gate(Simulator simulator, bool isOpen = false)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        Simulator = simulator;
        IsOpen = isOpen;
    }

    /// <summary>Gets the simulator of the processes that pass.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets whether it is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Gets the number of processes that wait.</summary>
    public int QueueLength => line.Count;

    /// <summary>Passes the gate, as soon as it is open.</summary>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields whether it passed: false if patience ran out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The patience is negative, infinite or not a number.</exception>
    public GateAwaitable Pass(double? patience = null) => new(this, patience);

    /// <summary>Opens the gate; all who wait pass. Nothing happens if it is open.</summary>
    public void Open()
    {
        IsOpen = true;
        while (line.TryFirst(out int slot))
        {
            ProcessFrame frame = line.Remove(slot);
            Simulator.Cancel(frame);
            Simulator.MakeReady(frame);
        }
    }

    /// <summary>Closes the gate to those who come from now on. Nothing happens if it is closed.</summary>
    public void Close() => IsOpen = false;

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => line.Remove(frame.Position);

    internal void Join(ProcessFrame frame, double? patience)
    {
        frame.Position = line.Add(frame);
        frame.WaitIn(this);
        if (patience is { } longest)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + longest, Simulator.LastOfItsTime);
        }
    }
}
