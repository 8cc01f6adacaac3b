namespace LocalitySim.Reports;

/// <summary>Shows waits and the work: over time, by day, over workers and localities.</summary>
internal static class WaitsSection
{
    internal static ReportSection? Of(ComparisonView view)
    {
        Chart?[] charts = [WaitCharts.Distribution(view), WaitCharts.ByMonth(view), CaseloadCharts.OfWorkers(view), CaseloadCharts.OfLocalities(view), CaseloadCharts.NeedAgainstCapacity(view)];
        ReportBlock[] blocks = [.. charts.OfType<Chart>().Select(chart => new ChartBlock(chart))];
        return blocks.Length == 0 ? null : new ReportSection("waits", "Waits and caseloads", [.. blocks]);
    }
}
