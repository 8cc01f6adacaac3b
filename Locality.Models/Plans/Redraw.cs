namespace LocalitySim.Models;

/// <summary>Is a change to another structure's localities, teams and bases, with the safe transfer of cases.</summary>
public sealed record Redraw
{
    /// <summary>Gets the id of the structure whose localities come into force.</summary>
    public required string To { get; init; }

    /// <summary>Gets whether workers keep the cases that they hold until these close; otherwise a case whose worker no longer serves its area is transferred.</summary>
    [Sourced(Standing.Judged, "Cases move with the boundary unless the plan says otherwise.")]
    public bool KeepOpenCases { get; init; }

    /// <summary>Gets how long a transferred case stands still.</summary>
    [Sourced(Standing.Judged, "One to two weeks of lost progress at a handover.")]
    public WorkingDays TransferDelay { get; init; } = new(7);

    /// <summary>Gets the share of their hours that workers lose during <see cref="DipLength"/>, while everybody finds their place.</summary>
    [Sourced(Standing.Judged, "A tenth; no published figure.")]
    public Share Dip { get; init; } = new(0.10);

    /// <summary>Gets how long the dip lasts.</summary>
    [Sourced(Standing.Judged, "Three months; no published figure.")]
    public Days DipLength { get; init; } = new(91);
}
