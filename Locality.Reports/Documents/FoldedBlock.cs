using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is blocks that a reader unfolds.</summary>
/// <param name="Summary">What is inside, in a few words.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="IsPrinted">Whether they are printed, unfolded.</param>
public sealed record FoldedBlock(string Summary, ImmutableArray<ReportBlock> Blocks, bool IsPrinted = false) : ReportBlock;
