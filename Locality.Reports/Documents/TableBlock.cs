namespace LocalitySim.Reports;

/// <summary>Is a table.</summary>
/// <param name="Table">The table.</param>
public sealed record TableBlock(ShownTable Table) : ReportBlock;
