using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is points of one kind.</summary>
/// <param name="Name">The name that the legend has: unique in the chart.</param>
/// <param name="Place">The place in the report, from 0, which gives the colour and the symbol.</param>
/// <param name="Points">The points.</param>
public sealed record ScatterSeries(string Name, int Place, ImmutableArray<ScatterPoint> Points);
