using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is what a chart tells the chart library: the part of its options that reports use, by the library's own names.</summary>
/// <remarks>
/// A colour that begins with <c>@</c> names one of <see cref="ChartPalette"/>; a function that begins with <c>#</c> names one of <c>charts.js</c>. Both are
/// looked up under the keys of colours and functions alone, so that no name from a scenario is ever taken for one.
/// </remarks>
internal sealed record ChartOption
{
    public string BackgroundColor { get; } = "@paper";

    public bool Animation { get; }

    public ChartText TextStyle { get; } = new() { Color = "@ink", FontSize = 13 };

    public ChartLegend? Legend { get; init; }

    public ChartGrid? Grid { get; init; }

    public ChartTooltip? Tooltip { get; init; }

    public ChartAxis? XAxis { get; init; }

    public ChartAxis? YAxis { get; init; }

    public ChartGeo? Geo { get; init; }

    public ChartVisualMap? VisualMap { get; init; }

    public ImmutableArray<ChartSeries> Series { get; init; } = [];
}
