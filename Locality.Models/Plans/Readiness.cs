namespace LocalitySim.Models;

/// <summary>Says from when on a locality is ready for a change.</summary>
public sealed record Readiness
{
    /// <summary>Gets the id of the locality.</summary>
    public required string Locality { get; init; }

    /// <summary>Gets the first day on which it is ready.</summary>
    public required DateOnly On { get; init; }
}
