using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a polygon of a map.</summary>
public sealed record MapPolygon
{
    /// <summary>Gets the outer ring, counter-clockwise: four points or more, of which the last is the first.</summary>
    public required ImmutableArray<MapPoint> Outer { get; init; }

    /// <summary>Gets the rings of its holes, clockwise; empty where there is none.</summary>
    public ImmutableArray<ImmutableArray<MapPoint>> Holes { get; init; } = [];
}
