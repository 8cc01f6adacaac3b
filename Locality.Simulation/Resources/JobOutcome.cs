namespace LocalitySim.Simulation;

/// <summary>Says how a job left a <see cref="ServerPool"/>, and what was done of it.</summary>
/// <param name="End">How it left.</param>
/// <param name="RemainingWork">The work that was left, in the unit of the work: zero if completed.</param>
/// <param name="Server">The server that completed it or was taken from it; absent if it balked or reneged.</param>
/// <param name="WaitBeforeService">The time from its arrival to its first service; absent if it was never served.</param>
public readonly record struct JobOutcome(JobEnd End, double RemainingWork, Server? Server, double? WaitBeforeService)
{
    /// <summary>Gets whether all the work was done.</summary>
    public bool Completed => End == JobEnd.Completed;
}
