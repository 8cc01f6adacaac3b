using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a list.</summary>
/// <param name="Items">The entries, as plain text: one or more.</param>
public sealed record ListBlock(ImmutableArray<string> Items) : ReportBlock;
