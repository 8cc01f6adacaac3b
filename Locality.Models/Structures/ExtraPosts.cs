namespace LocalitySim.Models;

/// <summary>Is posts given to one locality on top of the staffing rule, paid for with new money.</summary>
public sealed record ExtraPosts
{
    /// <summary>Gets the id of the locality.</summary>
    public required string Locality { get; init; }

    /// <summary>Gets the id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the posts.</summary>
    public required Fte Fte { get; init; }
}
