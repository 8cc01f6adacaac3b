namespace LocalitySim.Simulation;

/// <summary>Finds the processes that can only be helped by one another: the largest set of which each member waits for members alone.</summary>
/// <remarks>
/// It begins with all that wait without a limit of time and takes out, until nothing changes, each whose wait something else may
/// end. What is left is the deadlock, with those that wait behind it.
/// </remarks>
internal sealed class StuckProcesses
{
    private readonly Dictionary<ProcessFrame, Blockage?> blockages = [];
    private readonly HolderTable holders;

    internal StuckProcesses(IEnumerable<ProcessFrame> waiting, HolderTable holders)
    {
        this.holders = holders;
        List<ProcessFrame> members = [.. waiting.Where(frame => !frame.IsPending)];
        foreach (ProcessFrame frame in members)
        {
            blockages.Add(frame, null);
        }

        while (members.RemoveAll(IsFree) > 0)
        {
        }

        Members = members;
    }

    /// <summary>Gets the stuck processes, in the order of the waiting processes.</summary>
    internal IReadOnlyList<ProcessFrame> Members { get; }

    internal bool Contains(ProcessFrame frame) => blockages.ContainsKey(frame);

    internal Blockage BlockageOf(ProcessFrame frame) => blockages[frame]!;

    /// <summary>Finds what keeps a process at a place with units: null unless every unit in use is held by a stuck process.</summary>
    internal Blockage? FindHolder(IWaitingPlace place, int unitsInUse)
    {
        Blockage? first = null;
        int stuckUnits = 0;
        foreach (Holding holding in holders.Of(place))
        {
            if (!holding.IsHolderFinished && Contains(holding.Holder))
            {
                stuckUnits++;
                first ??= new Blockage(place.Description, holding.Holder, IsHeld: true);
            }
        }

        return stuckUnits == unitsInUse ? first : null;
    }

    private bool IsFree(ProcessFrame frame)
    {
        Blockage? blockage = frame.WaitingPlace!.FindBlockage(frame, this);
        if (blockage is null)
        {
            blockages.Remove(frame);
            return true;
        }

        blockages[frame] = blockage;
        return false;
    }
}
