using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a series: its kind, its items, and how they look.</summary>
internal sealed record ChartSeries
{
    /// <summary>Gets the kind: <c>line</c>, <c>custom</c>, <c>boxplot</c>, <c>scatter</c>, <c>map</c>, <c>lines</c>, <c>sankey</c> or <c>graph</c>.</summary>
    public required string Type { get; init; }

    public string? Name { get; init; }

    public ImmutableArray<ChartDatum> Data { get; init; } = [];

    public ImmutableArray<ChartLink>? Links { get; init; }

    /// <summary>Gets the function of <c>charts.js</c> that draws an item of a custom series.</summary>
    public string? RenderItem { get; init; }

    /// <summary>Gets which numbers of an item lie on which axis.</summary>
    public ChartEncoding? Encode { get; init; }

    public string? Color { get; init; }

    public string? Symbol { get; init; }

    public double? SymbolSize { get; init; }

    public bool? ShowSymbol { get; init; }

    public string? Stack { get; init; }

    public ChartLine? LineStyle { get; init; }

    public ChartFill? ItemStyle { get; init; }

    public ChartFill? AreaStyle { get; init; }

    public ChartText? Label { get; init; }

    public ChartText? EdgeLabel { get; init; }

    /// <summary>Gets how an item looks while somebody points at it; as ever, if absent: a highlight would outlast a click on the legend.</summary>
    public ChartEmphasis Emphasis { get; init; } = new() { Disabled = true };

    public string? CoordinateSystem { get; init; }

    public string? Map { get; init; }

    public int? GeoIndex { get; init; }

    public bool? Polyline { get; init; }

    public bool? Silent { get; init; }

    public bool? Clip { get; init; }

    public string? Step { get; init; }

    public int? Z { get; init; }

    public ChartMarkLine? MarkLine { get; init; }

    public ImmutableArray<string>? EdgeSymbol { get; init; }

    public ImmutableArray<double>? EdgeSymbolSize { get; init; }

    public string? Layout { get; init; }

    public int? LayoutIterations { get; init; }

    public string? NodeAlign { get; init; }

    public double? NodeGap { get; init; }

    public double? Left { get; init; }

    public double? Right { get; init; }

    public double? Top { get; init; }

    public double? Bottom { get; init; }
}
