using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a section of a report.</summary>
/// <param name="Id">The section's name in links: letters, digits and hyphens, unique.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Blocks">What it holds, one or more.</param>
public sealed record ReportSection(string Id, string Heading, ImmutableArray<ReportBlock> Blocks);
