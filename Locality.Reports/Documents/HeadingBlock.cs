namespace LocalitySim.Reports;

/// <summary>Is a heading within a section.</summary>
/// <param name="Words">The heading.</param>
public sealed record HeadingBlock(string Words) : ReportBlock;
