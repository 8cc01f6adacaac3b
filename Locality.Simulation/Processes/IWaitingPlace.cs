namespace LocalitySim.Simulation;

/// <summary>Is somewhere that a process waits besides the calendar: a queue, a server, another process.</summary>
internal interface IWaitingPlace
{
    /// <summary>Gets the name of the place, or else its kind, as it stands after "waits for".</summary>
    string Description => PlaceNames.KindOf(GetType());

    /// <summary>Takes a process out because it was interrupted or lost patience.</summary>
    /// <param name="frame">The process's frame, which waits here.</param>
    void Leave(ProcessFrame frame);

    /// <summary>Finds what keeps a process here, if it is known and only processes that are stuck can end the wait.</summary>
    /// <param name="frame">The process's frame, which waits here.</param>
    /// <param name="stuck">Tells of a process whether it is stuck.</param>
    /// <returns>What keeps it; null if something else may end the wait, or if nothing is known.</returns>
    Blockage? FindBlockage(ProcessFrame frame, StuckProcesses stuck) => null;
}
