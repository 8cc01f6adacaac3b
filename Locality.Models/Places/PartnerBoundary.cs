using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a partner's way of dividing the same areas: districts, school clusters, police or health areas.</summary>
public sealed record PartnerBoundary
{
    /// <summary>Gets the partner's name, as the heading of its column in <c>areas.csv</c> has it after <c>partner:</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the partner's division that each area is in, in the order of the place's areas.</summary>
    public required ImmutableArray<string> DivisionOfArea { get; init; }
}
