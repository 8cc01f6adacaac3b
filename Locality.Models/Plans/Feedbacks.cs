namespace LocalitySim.Models;

/// <summary>Says which ways of overload feeding on itself are switched on.</summary>
public sealed record Feedbacks
{
    /// <summary>Gets whether open cases take upkeep for every week that they are open.</summary>
    [Sourced(Standing.Judged, "Reviews fall due whether or not a case moves on.")]
    public bool Upkeep { get; init; } = true;

    /// <summary>Gets whether cases escalate and their work grows while they wait.</summary>
    [Sourced(Standing.Judged, "Need grows while nothing is done.")]
    public bool Escalation { get; init; } = true;

    /// <summary>Gets whether the chance of return grows with the wait.</summary>
    [Sourced(Standing.Judged, "Help that comes late holds less well.")]
    public bool Returns { get; init; } = true;

    /// <summary>Gets whether overloaded workers leave sooner.</summary>
    [Sourced(Standing.Judged, "Workload is a leading reason given by those who leave.")]
    public bool Leaving { get; init; } = true;

    /// <summary>Gets by how much the leaving rate grows for each unit of load above 1: 2 means that it doubles at a load of 1.5. Beyond a load of 2 it grows no further.</summary>
    [Sourced(Standing.Judged, "No published figure.")]
    public double LeavingPerLoad { get; init; } = 2;
}
