namespace LocalitySim.Simulation;

/// <summary>Says what happens to a job in service when the shift of its server ends.</summary>
public enum OffShiftRule
{
    /// <summary>The server finishes it after hours, and nothing puts it out.</summary>
    FinishJob,

    /// <summary>The work that is left goes back to the queue, at its place by arrival; any server takes it.</summary>
    HandOver,

    /// <summary>It stays with its server and goes on at that server's next shift.</summary>
    Suspend,
}
