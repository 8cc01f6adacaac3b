using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a chart's legend.</summary>
internal sealed record ChartLegend
{
    public string Type { get; } = "scroll";

    public double Top { get; init; }

    public double Left { get; init; }

    public required ImmutableArray<string> Data { get; init; }

    public ChartText TextStyle { get; } = new() { Color = "@ink", Width = 220, Overflow = "truncate", FontSize = 12 };

    public double ItemGap { get; } = 10;

    public double ItemWidth { get; } = 18;

    public double ItemHeight { get; } = 11;
}
