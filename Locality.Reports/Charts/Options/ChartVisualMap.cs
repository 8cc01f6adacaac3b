using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is the scale from values to colours.</summary>
internal sealed record ChartVisualMap
{
    public string Type { get; } = "continuous";

    public required double Min { get; init; }

    public required double Max { get; init; }

    public ChartRange InRange { get; init; } = new();

    public ImmutableArray<string>? Text { get; init; }

    public string Orient { get; } = "horizontal";

    public double Left { get; init; }

    public double Bottom { get; init; }

    public bool Calculable { get; }

    public int Precision { get; init; } = 1;

    public double ItemHeight { get; } = 120;

    public int SeriesIndex { get; }

    public ChartText TextStyle { get; } = new() { Color = "@ink" };
}
