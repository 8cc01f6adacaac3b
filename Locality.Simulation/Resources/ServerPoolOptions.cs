namespace LocalitySim.Simulation;

/// <summary>Says by which rules a <see cref="ServerPool"/> serves.</summary>
public sealed record ServerPoolOptions
{
    /// <summary>Gets which of several free servers takes a job.</summary>
    public ServerChoice Choice { get; init; }

    /// <summary>Gets the number of waiting jobs at which an arriving one that cannot be served at once balks: zero or more. Absent means no limit.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>Gets what happens to a job in service when a more urgent one comes and no server is free.</summary>
    public PreemptionRule Preemption { get; init; }

    /// <summary>Gets what happens to a job in service when the shift of its server ends.</summary>
    public OffShiftRule OffShift { get; init; }

    /// <summary>
    /// Gets what gives the length of a server's next vacation: finite and above zero. A server on duty that finds no job waiting
    /// takes one, and after it another if still none waits. Absent means that servers stay. With vacations events never run out:
    /// run the simulator to a time.
    /// </summary>
    public Func<Server, double>? Vacation { get; init; }
}
