using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the delivery model of some localities of a structure.</summary>
public sealed record DeliveryChoice
{
    /// <summary>Gets the id of the delivery model.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the ids of the localities: one or more.</summary>
    public required ImmutableArray<string> Localities { get; init; }
}
