using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a quantity by which areas are coloured, for every structure on one scale.</summary>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="IsByGroup">Whether areas are coloured by locality and not by a value.</param>
/// <param name="IsDifference">Whether the values are differences, whose scale has its middle at zero.</param>
/// <param name="Areas">The areas, by structure and in the order of the map.</param>
public sealed record MapLayer(string Name, bool IsByGroup, bool IsDifference, ImmutableArray<ImmutableArray<MapArea>> Areas);
