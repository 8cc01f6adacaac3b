namespace LocalitySim.Simulation;

/// <summary>Holds a process's result until it is taken. It is apart from the frame, which goes back to its pool at once.</summary>
internal sealed class ResultCell<TResult>(Simulator simulator) : IWaitingPlace
{
    /// <summary>Counts the uses of this cell.</summary>
    internal int Generation;

    internal bool IsDone;

    internal TResult Value = default!;

    internal Exception? Error;

    internal ProcessFrame? Parent;

    internal Simulator Simulator { get; } = simulator;

    /// <inheritdoc />
    public void Leave(ProcessFrame frame) => Parent = null;

    internal void Done()
    {
        IsDone = true;
        if (Parent is { } parent)
        {
            Parent = null;
            Simulator.MakeReady(parent);
        }
        else if (Error is ProcessException error)
        {
            Simulator.Fail(error);
        }
    }

    internal void Clear()
    {
        Generation++;
        IsDone = false;
        Value = default!;
        Error = null;
        Parent = null;
    }
}
