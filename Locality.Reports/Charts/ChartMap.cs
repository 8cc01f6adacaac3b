namespace LocalitySim.Reports;

/// <summary>Is the shapes of a map.</summary>
/// <param name="Name">The name by which series speak of it.</param>
/// <param name="GeoJson">The shapes, as a GeoJSON FeatureCollection whose features are named by their numbers.</param>
internal sealed record ChartMap(string Name, string GeoJson);
