using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is how an area is drawn.</summary>
public sealed record AreaShape
{
    /// <summary>Gets the polygons: one or more.</summary>
    public required ImmutableArray<MapPolygon> Polygons { get; init; }

    /// <summary>Gets the area's centre, as its scenario gives it: where its label stands, and from where its travel is counted.</summary>
    public required MapPoint Centre { get; init; }
}
