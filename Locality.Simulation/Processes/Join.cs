namespace LocalitySim.Simulation;

/// <summary>Waits, for one process, for any or all of several processes and signals. Joins are pooled in their simulator.</summary>
internal sealed class Join(Simulator simulator) : IWaitingPlace
{
    private JoinBranch[] branches = [];
    private int count;
    private int left;
    private int decisive;
    private bool isAll;
    private ProcessFrame? waiter;

    /// <summary>Gets the number of the uses of this join.</summary>
    internal int Generation { get; private set; }

    internal Simulator Simulator { get; } = simulator;

    /// <inheritdoc />
    string IWaitingPlace.Description =>
        (isAll ? "all of " : "any of ") + string.Join(", ", branches.Take(count).Select(branch => branch.Description));

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => Detach();

    /// <inheritdoc />
    Blockage? IWaitingPlace.FindBlockage(ProcessFrame frame, StuckProcesses stuck)
    {
        // Any of them ends the wait for any; for all of them, one that never ends is enough.
        Blockage? first = null;
        for (int index = 0; index < count; index++)
        {
            Process process = branches[index].Target.Process;
            bool isStuck = !process.IsFinished && stuck.Contains(process.Frame!);
            if (!isStuck && !isAll)
            {
                return null;
            }

            first ??= isStuck ? new Blockage($"process {process.Frame!.Name}", process.Frame!, IsHeld: false) : null;
        }

        return first;
    }

    internal void Set(ReadOnlySpan<WaitTarget> targets, bool all)
    {
        for (int index = branches.Length; index < targets.Length; index++)
        {
            Array.Resize(ref branches, targets.Length);
            branches[index] = new JoinBranch(this, index);
        }

        decisive = 0;
        count = targets.Length;
        isAll = all;
        for (int index = 0; index < count; index++)
        {
            branches[index].Target = targets[index];
        }
    }

    /// <summary>Tells whether the wait is over before it begins: by processes that have finished already.</summary>
    internal bool IsDecided()
    {
        left = 0;
        for (int index = 0; index < count; index++)
        {
            WaitTarget target = branches[index].Target;
            if (!target.IsFinished)
            {
                left++;
            }
            else if (!isAll || target.Process.Failure is not null)
            {
                decisive = index;
                return true;
            }
        }

        return left == 0;
    }

    internal void Suspend(ProcessFrame frame, double? timeout)
    {
        waiter = frame;
        try
        {
            for (int index = 0; index < count; index++)
            {
                if (!branches[index].Target.IsFinished)
                {
                    branches[index].Attach();
                }
            }
        }
        catch (InvalidOperationException)
        {
            Detach();
            Return();
            throw;
        }

        frame.WaitIn(this);
        if (timeout is { } longest)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + longest, Simulator.LastOfItsTime);
        }
    }

    /// <summary>Ends the wait and gives the join back. Returns the index of what ended it; null if the time-out did.</summary>
    internal int? TakeResult()
    {
        try
        {
            bool timedOut = Simulator.TakeWake() == WakeReason.TimedOut;
            if (!timedOut && decisive < count && branches[decisive].Target.Process.Failure is { } failure)
            {
                throw failure.AsException().At(Simulator.Now);
            }

            return timedOut ? null : decisive;
        }
        finally
        {
            Return();
        }
    }

    internal void Finish(int index)
    {
        if (isAll && --left > 0)
        {
            return;
        }

        decisive = index;
        Detach();
        Simulator.Cancel(waiter!);
        Simulator.MakeReady(waiter!);
    }

    internal void Fail(ProcessException failure) => Simulator.Wake(waiter!, WakeReason.Faulted, failure);

    private void Detach()
    {
        for (int index = 0; index < count; index++)
        {
            branches[index].Detach();
        }
    }

    private void Return()
    {
        for (int index = 0; index < count; index++)
        {
            branches[index].Target = default;
        }

        Generation++;
        waiter = null;
        Simulator.ReturnJoin(this);
    }
}
