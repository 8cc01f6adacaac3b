using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a feature of <c>boundaries.geojson</c>.</summary>
/// <param name="Key">The property that says which area it is: <c>area</c>, <c>code</c> or <c>name</c>.</param>
/// <param name="Value">What it says.</param>
/// <param name="At">Where it says so.</param>
/// <param name="Path">The property's place in the file, for messages.</param>
/// <param name="Polygons">The polygons; null where they have a mistake, which was noted.</param>
internal sealed record BoundaryFeature(string Key, string Value, JsonSlice At, string Path, ImmutableArray<BoundaryPolygon>? Polygons);
