namespace LocalitySim.Reports;

/// <summary>Is a chart.</summary>
/// <param name="Chart">The chart.</param>
public sealed record ChartBlock(Chart Chart) : ReportBlock;
