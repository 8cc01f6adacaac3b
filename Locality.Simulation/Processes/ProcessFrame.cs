using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Holds a suspended process. Frames are pooled in their simulator and used again; nothing outside the engine needs them.</summary>
public abstract class ProcessFrame : CalendarEvent, IWaitingPlace
{
    /// <summary>Counts the processes that have used this frame: a handle with an older number has finished.</summary>
    internal int Generation;

    /// <summary>Whether the process waits; if not, it runs or is about to.</summary>
    internal bool IsWaiting;

    /// <summary>What is to be done once it has run up to its next wait.</summary>
    internal FrameNotes Notes;

    /// <summary>Where it waits besides the calendar.</summary>
    internal IWaitingPlace? WaitingPlace;

    /// <summary>Its index where it waits, kept by that place.</summary>
    internal int Position;

    /// <summary>The number of units that it waits for.</summary>
    internal int Units;

    /// <summary>The time at which it began to wait in its waiting place.</summary>
    internal double Since;

    /// <summary>The number that it was made ready with.</summary>
    internal double WaitValue;

    /// <summary>The process that awaits this one.</summary>
    internal ProcessFrame? Parent;

    /// <summary>The branch of a join that awaits this one. There is a parent or a branch or neither.</summary>
    internal JoinBranch? Branch;

    /// <summary>The name given at the start, if any.</summary>
    internal string? Label;

    /// <summary>Why it was made ready.</summary>
    internal WakeReason Reason;

    /// <summary>What it was made ready with.</summary>
    internal object? ReasonData;

    /// <summary>What a kept interruption carries, or what the process threw before the call that made it had returned.</summary>
    private object? kept;

    private protected ProcessFrame(Simulator simulator)
        : base(simulator, CalendarEntry.ProcessKind) => simulator.AddFrame(this);

    /// <summary>Gets the name of the process's method.</summary>
    internal abstract string MethodName { get; }

    /// <summary>Gets the name given at the start, or else the method's.</summary>
    internal string Name => Label ?? MethodName;

    /// <inheritdoc />
    string IWaitingPlace.Description => $"process {Name}";

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => Parent = null;

    /// <inheritdoc />
    Blockage? IWaitingPlace.FindBlockage(ProcessFrame frame, StuckProcesses stuck) =>
        stuck.Contains(this) ? new Blockage($"process {Name}", this, IsHeld: false) : null;

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

    /// <summary>Runs the state machine, and nothing else.</summary>
    internal abstract void MoveNext();

    /// <summary>Gives the frame back to its pool.</summary>
    internal abstract void GiveBack();

    internal void LeaveWaitingPlace()
    {
        WaitingPlace?.Leave(this);
        WaitingPlace = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WaitIn(IWaitingPlace place)
    {
        IsWaiting = true;
        WaitingPlace = place;
        Since = Simulator.Now;
    }

    /// <summary>Ends the process. Returns whether somebody awaited it.</summary>
    internal bool Complete()
    {
        if (Simulator.Trace is not null)
        {
            Simulator.Tell(TraceKind.Ends, Name, null);
        }

        ProcessFrame? parent = Parent;
        JoinBranch? branch = Branch;
        Release();
        if (parent is not null)
        {
            Simulator.MakeReady(parent);
            return true;
        }

        branch?.Finish();
        return branch is not null;
    }

    /// <summary>Ends the process with what it threw. Returns the failure; null if it was cancelled and so has ended quietly.</summary>
    internal ProcessException? Fail(Exception error)
    {
        if (error is ProcessCancelledException && Notes.HasFlag(FrameNotes.Cancelled))
        {
            Complete();
            return null;
        }

        ProcessException failure = AsFailure(error);
        Simulator.Tell(TraceKind.Fails, Name, failure.Message);
        ProcessFrame? parent = Parent;
        JoinBranch? branch = Branch;
        bool starting = Notes.HasFlag(FrameNotes.Starting);
        Release();
        if (starting)
        {
            // It is thrown where the process is started or awaited, as it is for one that has no frame yet.
            kept = error;
        }
        else if (parent is not null)
        {
            // The frame is free already, so the parent must not try to leave it.
            parent.WaitingPlace = null;
            Simulator.Wake(parent, WakeReason.Faulted, failure);
        }
        else if (branch is not null)
        {
            branch.Fail(failure);
        }
        else
        {
            Simulator.Fail(failure);
        }

        return failure;
    }

    internal ProcessException AsFailure(Exception error) =>
        (error as ProcessException)?.At(Simulator.Now) ?? new ProcessException(Name, Simulator.Now, error);

    /// <summary>Refuses a second process that awaits this one.</summary>
    internal void CheckNotAwaited()
    {
        if (Parent is not null || Branch is not null)
        {
            throw new InvalidOperationException("Another process awaits this process already: one at a time may.");
        }
    }

    /// <summary>Lets the process go on as soon as it has suspended, with what it finds on waking.</summary>
    internal void ResumeAtOnce(WakeReason reason, double value)
    {
        IsWaiting = false;
        Reason = reason;
        WaitValue = value;
        Notes |= FrameNotes.ResumeAtOnce;
    }

    /// <summary>Keeps an interruption or a cancellation for the next wait. Of several interruptions the first is kept.</summary>
    internal void Keep(FrameNotes note, object? cause)
    {
        if (!Notes.HasFlag(note))
        {
            Notes |= note;
            kept = note == FrameNotes.KeptInterruption ? cause : kept;
        }
    }

    /// <summary>Does what is noted of the process, which has just run up to a wait or to its end.</summary>
    internal void Attend()
    {
        while (Notes.HasFlag(FrameNotes.ResumeAtOnce))
        {
            Notes &= ~FrameNotes.ResumeAtOnce;
            Simulator.HandOver(this);
            MoveNext();
        }

        if (!IsWaiting)
        {
            return;
        }

        if (Notes.HasFlag(FrameNotes.KeptCancellation))
        {
            Notes &= ~FrameNotes.KeptCancellation;
            Simulator.Wake(this, WakeReason.Cancelled, null);
        }
        else if (Notes.HasFlag(FrameNotes.KeptInterruption))
        {
            object? cause = kept;
            kept = null;
            Notes &= ~FrameNotes.KeptInterruption;
            Simulator.Wake(this, WakeReason.Interrupted, cause);
        }
    }

    /// <summary>Does what is noted before anybody has the process's handle. Returns what it threw, if it did.</summary>
    internal EarlyFailure? AttendAtStart()
    {
        int generation = Generation;
        Notes |= FrameNotes.Starting;
        Attend();
        if (Generation == generation)
        {
            Notes &= ~FrameNotes.Starting;
            return null;
        }

        var error = kept as Exception;
        kept = null;
        return error is null ? null : new EarlyFailure(error) { MethodName = MethodName };
    }

    /// <summary>Ends this use of the frame.</summary>
    private void Release()
    {
        Generation++;
        Parent = null;
        Branch = null;
        Label = null;
        if (Notes != FrameNotes.None)
        {
            Notes = FrameNotes.None;
            kept = null;
        }

        GiveBack();
    }
}
