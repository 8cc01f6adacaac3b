namespace LocalitySim.Models;

/// <summary>Is the transfer of a long case from one team to another: a change of worker that the organisation makes.</summary>
public sealed record StageTransfer
{
    /// <summary>Gets the id of the service that takes over.</summary>
    public required string Service { get; init; }

    /// <summary>Gets after how much nominal casework the case goes over, in calendar days. Shorter cases stay.</summary>
    [Sourced(Standing.Judged, "Three months: the first review of a plan.")]
    public Days After { get; init; } = new(91);
}
