namespace LocalitySim.Simulation;

/// <summary>Is a deadlock: processes that wait for one another in a circle, and those that wait behind them.</summary>
public sealed record Deadlock
{
    internal Deadlock(IReadOnlyList<WaitingProcess> cycle, IReadOnlyList<WaitingProcess> stuck, string description)
    {
        Cycle = cycle;
        Stuck = stuck;
        Description = description;
    }

    /// <summary>Gets the processes of one circle: each waits for the next, and the last for the first.</summary>
    public IReadOnlyList<WaitingProcess> Cycle { get; }

    /// <summary>Gets every process that can no longer go on: those of the circle too. Those that have waited longest come first.</summary>
    public IReadOnlyList<WaitingProcess> Stuck { get; }

    /// <summary>Gets the circle in words: "Ann waits for fork 2, held by Ben, which waits for fork 1, held by Ann".</summary>
    public string Description { get; }

    /// <summary>Returns <see cref="Description"/>.</summary>
    /// <returns>The words.</returns>
    public override string ToString() => Description;

    /// <summary>Follows what keeps each process until one comes up again: that is the circle.</summary>
    internal static Deadlock? Of(StuckProcesses stuck)
    {
        if (stuck.Members.Count == 0)
        {
            return null;
        }

        List<ProcessFrame> path = [];
        HashSet<ProcessFrame> seen = [];
        ProcessFrame next = stuck.Members[0];
        while (seen.Add(next))
        {
            path.Add(next);
            next = stuck.BlockageOf(next).By;
        }

        List<ProcessFrame> cycle = path[path.IndexOf(next)..];

        // The one that has waited longest begins. The circle has no beginning of its own.
        int first = cycle.IndexOf(stuck.Members.First(cycle.Contains));
        cycle = [.. cycle[first..], .. cycle[..first]];
        return new Deadlock([.. cycle.Select(Simulator.Report)], [.. stuck.Members.Select(Simulator.Report)], Describe(cycle, stuck));
    }

    private static string Describe(List<ProcessFrame> cycle, StuckProcesses stuck)
    {
        string words = cycle[0].Name;
        for (int index = 0; index < cycle.Count; index++)
        {
            Blockage blockage = stuck.BlockageOf(cycle[index]);
            string link = index == 0 ? " waits for " : ", which waits for ";
            words += link + blockage.What + (blockage.IsHeld ? $", held by {blockage.By.Name}" : "");
        }

        return words;
    }
}
