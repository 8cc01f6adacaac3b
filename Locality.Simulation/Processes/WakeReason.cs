namespace LocalitySim.Simulation;

/// <summary>Says why a process resumes.</summary>
internal enum WakeReason : byte
{
    /// <summary>What it waited for has come.</summary>
    Normal,

    /// <summary>Its patience ran out first.</summary>
    TimedOut,

    /// <summary>Another process interrupted it.</summary>
    Interrupted,

    /// <summary>Another process cancelled it.</summary>
    Cancelled,

    /// <summary>What it asked for was granted, and the number says by which hold. Only where holders are tracked.</summary>
    Held,

    /// <summary>The process that it awaited failed.</summary>
    Faulted,

    /// <summary>The work that it waited for was put out unfinished.</summary>
    Evicted,

    /// <summary>It did not join, for the queue was full.</summary>
    Balked,

    /// <summary>It is no process, and so cannot wait.</summary>
    Refused,
}
