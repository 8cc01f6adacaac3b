using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is where an area lies: one polygon, or several where it has islands.</summary>
/// <remarks>It is drawn, and decides nothing: distances are those between centres, and borders those of <see cref="Place.Borders"/>.</remarks>
public sealed record AreaBoundary
{
    /// <summary>Gets the polygons: one or more.</summary>
    public required ImmutableArray<BoundaryPolygon> Polygons { get; init; }
}
