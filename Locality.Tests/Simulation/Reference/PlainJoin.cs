namespace LocalitySim.Tests;

/// <summary>Is the wait for any or for all of several processes and signals.</summary>
internal sealed class PlainJoin(PlainProcess waiter, bool all) : IPlainPlace
{
    private readonly List<Branch> awaited = [];

    /// <summary>Begins to wait up to a time, unless it is over at once.</summary>
    public void Wait(IReadOnlyList<(PlainProcess? Process, PlainSignal? Signal)> targets, double? until)
    {
        foreach ((int index, (PlainProcess? process, PlainSignal? signal)) in targets.Index())
        {
            if (process is not { IsEnded: true })
            {
                awaited.Add(new Branch(index, process, signal));
            }
            else if (!all)
            {
                waiter.Note(new PlainAnswer("done", index));
                return;
            }
        }

        if (awaited.Count == 0)
        {
            waiter.Note(PlainAnswer.Done);
            return;
        }

        foreach (Branch branch in awaited)
        {
            branch.Process?.OnEnd = () => Come(branch);
            branch.Signal?.Add(branch, () => Come(branch));
        }

        waiter.Wait(this, until, 127);
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process)
    {
        foreach (Branch branch in awaited)
        {
            branch.Process?.OnEnd = null;
            branch.Signal?.Remove(branch);
        }
    }

    private void Come(Branch branch)
    {
        awaited.Remove(branch);
        if (!all || awaited.Count == 0)
        {
            Leave(waiter);
            waiter.Wake(new PlainAnswer("done", all ? null : branch.Index));
        }
    }

    private sealed class Branch(int index, PlainProcess? process, PlainSignal? signal)
    {
        public int Index => index;

        public PlainProcess? Process => process;

        public PlainSignal? Signal => signal;
    }
}
