using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Holds a suspended process. Frames are pooled in their simulator and used again; nothing outside the engine needs them.</summary>
public abstract class ProcessFrame : CalendarEvent, IWaitingPlace
{
    /// <summary>Counts the processes that have used this frame: a handle with an older number has finished.</summary>
    internal int Generation;

    /// <summary>Whether the process waits; if not, it runs or is about to.</summary>
    internal bool IsWaiting;

    /// <summary>Where it waits besides the calendar.</summary>
    internal IWaitingPlace? WaitingPlace;

    /// <summary>Its index where it waits, kept by that place.</summary>
    internal int Position;

    /// <summary>The number of units that it waits for.</summary>
    internal int Units;

    /// <summary>The number that it was made ready with.</summary>
    internal double WaitValue;

    /// <summary>The process that awaits this one.</summary>
    internal ProcessFrame? Parent;

    /// <summary>The name given at the start, if any.</summary>
    internal string? Label;

    /// <summary>Why it was made ready.</summary>
    internal WakeReason Reason;

    /// <summary>What it was made ready with.</summary>
    internal object? ReasonData;

    private protected ProcessFrame(Simulator simulator)
        : base(simulator, CalendarEntry.ProcessKind)
    {
    }

    /// <summary>Gets the name of the process's method.</summary>
    internal abstract string MethodName { get; }

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => Parent = null;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected internal sealed override void Occur()
    {
        if (WaitingPlace is not null)
        {
            LeaveWaitingPlace();
            Simulator.SetWake(WakeReason.TimedOut, null);
        }

        IsWaiting = false;
        Resume();
    }

    /// <summary>Runs the process up to its next wait.</summary>
    internal abstract void Resume();

    /// <summary>Gives the frame back to its pool.</summary>
    internal abstract void GiveBack();

    internal void LeaveWaitingPlace()
    {
        WaitingPlace?.Leave(this);
        WaitingPlace = null;
    }

    internal void WaitIn(IWaitingPlace place)
    {
        IsWaiting = true;
        WaitingPlace = place;
    }

    internal void Complete()
    {
        ProcessFrame? parent = Release();
        if (parent is not null)
        {
            Simulator.MakeReady(parent);
        }
    }

    internal void Fail(Exception error)
    {
        ProcessException failure = AsFailure(error);
        ProcessFrame? parent = Release();
        if (parent is not null)
        {
            // The frame is free already, so the parent must not try to leave it.
            parent.WaitingPlace = null;
            Simulator.Wake(parent, WakeReason.Faulted, failure);
        }
        else
        {
            Simulator.Fail(failure);
        }
    }

    internal ProcessException AsFailure(Exception error) =>
        error as ProcessException ?? new ProcessException(Label ?? MethodName, Simulator.Now, error);

    /// <summary>Ends this use of the frame and returns the process that awaited it.</summary>
    internal ProcessFrame? Release()
    {
        ProcessFrame? parent = Parent;
        Generation++;
        Parent = null;
        Label = null;
        GiveBack();
        return parent;
    }
}
