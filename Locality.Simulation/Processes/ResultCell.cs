namespace LocalitySim.Simulation;

/// <summary>Holds a process's result until it is taken. It is apart from the frame, which goes back to its pool at once.</summary>
internal sealed class ResultCell<TResult>(Simulator simulator)
{
    /// <summary>Counts the uses of this cell.</summary>
    internal int Generation;

    /// <summary>The frame of the process; absent once it has ended.</summary>
    internal ProcessFrame? Frame;

    /// <summary>Whether the process was started on its own: then its result is kept only for one who awaits it when it ends.</summary>
    internal bool IsStarted;

    internal TResult Value = default!;

    internal Exception? Error;

    internal Simulator Simulator { get; } = simulator;

    internal void End(bool awaited)
    {
        Frame = null;
        if (IsStarted && !awaited)
        {
            GiveBack();
        }
    }

    internal void GiveBack() => Simulator.CellsOf<TResult>().Return(this);

    internal void Clear()
    {
        Generation++;
        Frame = null;
        IsStarted = false;
        Value = default!;
        Error = null;
    }
}
