namespace LocalitySim.Simulation;

/// <content>Ends the waits of processes from outside, and starts processes with results.</content>
public sealed partial class Simulator
{
    /// <summary>Starts a process whose result nobody needs to take: names it, and throws here if it failed before its first wait.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="process">The process: a call of an <c>async Process&lt;TResult&gt;</c> method. It has run up to its first wait already.</param>
    /// <param name="name">The name that an error carries; the method's name if absent.</param>
    /// <remarks>The result is kept for one who awaits the process when it ends, and otherwise dropped.</remarks>
    /// <exception cref="ProcessException">The process failed before its first wait.</exception>
    public void Start<TResult>(Process<TResult> process, string? name = null)
    {
        Start(process.ToProcess(), name);
        if (process.HasCell)
        {
            ResultCell<TResult> cell = process.Cell!;
            cell.IsStarted = true;
            if (cell.Frame is null)
            {
                cell.GiveBack();
            }
        }
    }

    /// <summary>Interrupts a process: its wait throws <see cref="InterruptedException"/>, and it leaves the queue or calendar it stood in.</summary>
    /// <param name="process">The process. Nothing happens if it has finished.</param>
    /// <param name="cause">What the exception carries.</param>
    /// <remarks>
    /// <para>A process that does not wait, because it runs or has been woken and will run, keeps what it was woken with, such as a
    /// lease: the interruption is kept, and its next wait throws. A wait that ends at once, such as for a free unit, is none. Of
    /// several interruptions that would be kept, the first is. One that is still kept when the process ends is lost.</para>
    /// <para>A kept interruption lets the wait begin, with all that this does at the place, and ends it at once. Whoever can go on because
    /// a process has left is woken before that process.</para>
    /// <para>A process that is awaited by the interrupted one goes on.</para>
    /// </remarks>
    public void Interrupt(Process process, object? cause = null)
    {
        if (process.IsFinished)
        {
            return;
        }

        ProcessFrame frame = process.Frame!;
        if (frame.IsWaiting)
        {
            Wake(frame, WakeReason.Interrupted, cause);
        }
        else
        {
            frame.Keep(FrameNotes.KeptInterruption, cause);
        }
    }

    /// <summary>Cancels a process: it leaves the queue or calendar it stood in, its <c>using</c> and <c>finally</c> run, and it ends without a fault.</summary>
    /// <param name="process">The process. Nothing happens if it has finished.</param>
    /// <remarks>
    /// <para>Its wait throws <see cref="ProcessCancelledException"/> at this instant, after the canceller has suspended. If that leaves
    /// the process, it has finished: whoever awaits it goes on, but whoever awaits the result of a <see cref="Process{TResult}"/>
    /// gets the exception, for there is none. A process that catches it goes on.</para>
    /// <para>One that does not wait, because it runs or has been woken and will run, keeps what it was woken with and is cancelled at
    /// its next wait; one that was interrupted and has not run since is cancelled instead. Where both are kept, the next wait is
    /// cancelled and the one after it, if the process goes on, interrupted. A process that is awaited by the
    /// cancelled one goes on.</para>
    /// </remarks>
    public void Cancel(Process process)
    {
        if (process.IsFinished)
        {
            return;
        }

        ProcessFrame frame = process.Frame!;
        frame.Notes |= FrameNotes.Cancelled;
        if (frame.IsWaiting)
        {
            Wake(frame, WakeReason.Cancelled, null);
        }
        else if (frame.Reason == WakeReason.Interrupted)
        {
            frame.Reason = WakeReason.Cancelled;
        }
        else if (frame.Reason != WakeReason.Cancelled)
        {
            frame.Keep(FrameNotes.KeptCancellation, null);
        }
    }

    /// <summary>Lets the process that is about to resume find why.</summary>
    internal void HandOver(ProcessFrame frame)
    {
        SetWake(frame.Reason, frame.ReasonData);
        WakeValue = frame.WaitValue;
        frame.Reason = WakeReason.Normal;
        frame.ReasonData = null;
    }
}
