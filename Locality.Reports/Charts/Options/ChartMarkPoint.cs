namespace LocalitySim.Reports;

/// <summary>Is where a line across a chart lies.</summary>
internal sealed record ChartMarkPoint
{
    public string? Name { get; init; }

    public double? XAxis { get; init; }

    public double? YAxis { get; init; }

    public ChartText? Label { get; init; }
}
