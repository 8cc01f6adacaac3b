namespace LocalitySim.Models;

/// <summary>Is the move of one base of a locality, with everybody who works there.</summary>
public sealed record BaseMove
{
    /// <summary>Gets the id of the locality.</summary>
    public required string Locality { get; init; }

    /// <summary>Gets the area of the base.</summary>
    public required string From { get; init; }

    /// <summary>Gets the area where it goes.</summary>
    public required string To { get; init; }
}
