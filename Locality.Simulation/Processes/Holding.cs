namespace LocalitySim.Simulation;

/// <summary>Is a unit held by a process.</summary>
/// <param name="Holder">The frame of the process that got it.</param>
/// <param name="Generation">The frame's generation at that time: if it has moved on, the process has finished.</param>
internal sealed record Holding(ProcessFrame Holder, int Generation)
{
    internal bool IsHolderFinished => Holder.Generation != Generation;
}
