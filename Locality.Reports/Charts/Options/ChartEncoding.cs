using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Says which numbers of an item lie on which axis.</summary>
/// <param name="X">The places of those on the horizontal axis.</param>
/// <param name="Y">The places of those on the vertical one.</param>
internal sealed record ChartEncoding(ImmutableArray<int> X, ImmutableArray<int> Y);
