using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a line with its band.</summary>
/// <param name="Name">The name that the legend has: unique in the chart.</param>
/// <param name="Place">The structure's place in the report, from 0, which gives its colour and its dashes.</param>
/// <param name="Points">The values, one for each place of the horizontal axis; null where there is none.</param>
public sealed record BandSeries(string Name, int Place, ImmutableArray<BandPoint?> Points);
