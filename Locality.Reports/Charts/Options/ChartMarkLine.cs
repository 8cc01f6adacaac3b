using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is lines across a chart: at zero, at a date, along a diagonal.</summary>
internal sealed record ChartMarkLine
{
    public bool Silent { get; } = true;

    public string Symbol { get; } = "none";

    public ChartText Label { get; init; } = new() { Show = false };

    public ChartLine LineStyle { get; init; } = new() { Color = "@ink", Type = "solid", Width = 1 };

    public required ImmutableArray<ChartMarkPoint> Data { get; init; }
}
