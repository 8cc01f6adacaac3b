namespace LocalitySim.Simulation;

/// <summary>Is somewhere that a process waits besides the calendar: a queue, a server, another process.</summary>
internal interface IWaitingPlace
{
    /// <summary>Takes a process out because it was interrupted or lost patience.</summary>
    /// <param name="frame">The process's frame, which waits here.</param>
    void Leave(ProcessFrame frame);
}
