using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is one piece of an area's boundary.</summary>
public sealed record BoundaryPolygon
{
    /// <summary>Gets the outer ring: four points or more, of which the last is the first, in either direction.</summary>
    public required ImmutableArray<GridPoint> Outer { get; init; }

    /// <summary>Gets the rings of its holes, each as the outer one is; empty where there is none.</summary>
    public ImmutableArray<ImmutableArray<GridPoint>> Holes { get; init; } = [];
}
