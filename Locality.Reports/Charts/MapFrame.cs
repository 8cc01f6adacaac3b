using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a structure on a map.</summary>
/// <param name="Name">The structure's name.</param>
/// <param name="Outlines">The outlines of its localities: lines of points.</param>
/// <param name="Bases">Its bases.</param>
public sealed record MapFrame(string Name, ImmutableArray<ImmutableArray<MapPoint>> Outlines, ImmutableArray<MapBase> Bases);
