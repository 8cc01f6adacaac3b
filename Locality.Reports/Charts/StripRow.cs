using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a row of dots, with a box above it.</summary>
/// <param name="Name">The row's name: unique in the chart.</param>
/// <param name="Place">The structure's place in the report, from 0, which gives its colour.</param>
/// <param name="Box">Five values: near the least, the lower quarter, the median, the upper quarter, near the most; absent where there is no box.</param>
/// <param name="BoxWords">What is said of the box.</param>
/// <param name="Dots">The dots.</param>
public sealed record StripRow(string Name, int Place, ImmutableArray<double>? Box, string BoxWords, ImmutableArray<StripDot> Dots);
