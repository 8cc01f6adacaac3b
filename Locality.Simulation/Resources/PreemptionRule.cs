namespace LocalitySim.Simulation;

/// <summary>Says what happens to a job in service when a more urgent one comes and no server is free.</summary>
public enum PreemptionRule
{
    /// <summary>It stays in service; the more urgent one waits.</summary>
    None,

    /// <summary>It gives way, goes back to the queue and later needs only the work that was left.</summary>
    Resume,

    /// <summary>It gives way, goes back to the queue and later needs the same work from the start.</summary>
    Restart,

    /// <summary>It gives way and leaves the pool with the work that was left.</summary>
    Lose,
}
