namespace LocalitySim.Models;

/// <summary>Is a change of one locality's delivery model.</summary>
public sealed record DeliveryChange
{
    /// <summary>Gets the id of the locality.</summary>
    public required string Locality { get; init; }

    /// <summary>Gets the id of the delivery model.</summary>
    public required string Model { get; init; }
}
