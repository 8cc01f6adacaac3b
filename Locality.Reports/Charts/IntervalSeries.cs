using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is the values of one structure in a chart.</summary>
/// <param name="Name">The name that the legend has: unique in the chart.</param>
/// <param name="Place">The structure's place in the report, from 0, which gives its colour and its symbol.</param>
/// <param name="Points">Its values.</param>
public sealed record IntervalSeries(string Name, int Place, ImmutableArray<IntervalPoint> Points);
