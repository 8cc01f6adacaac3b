namespace LocalitySim.Simulation;

/// <summary>Says how a job left a <see cref="ServerPool"/>.</summary>
public enum JobEnd
{
    /// <summary>All its work was done.</summary>
    Completed,

    /// <summary>It found the queue full and did not join it.</summary>
    Balked,

    /// <summary>Its patience ran out before its service began.</summary>
    Reneged,

    /// <summary>A more urgent job put it out, and the pool does not keep such jobs.</summary>
    Lost,
}
