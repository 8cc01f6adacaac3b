using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is the line around a locality.</summary>
public sealed record LocalityOutline
{
    /// <summary>Gets the locality's id.</summary>
    public required string Locality { get; init; }

    /// <summary>Gets the lines: closed, the last point being the first; several where the locality is in several parts or has holes.</summary>
    public required ImmutableArray<ImmutableArray<MapPoint>> Lines { get; init; }
}
