namespace LocalitySim.Simulation;

/// <summary>Says what a <see cref="Server"/> does.</summary>
public enum ServerState
{
    /// <summary>It is between two shifts and has no job.</summary>
    OffDuty,

    /// <summary>It is on duty and free for a job.</summary>
    Idle,

    /// <summary>It works on a job, within its shift or after hours.</summary>
    Busy,

    /// <summary>It is on duty and away for a while, because it found no job waiting.</summary>
    OnVacation,

    /// <summary>It is between two shifts and keeps a job for the next.</summary>
    Suspended,
}
