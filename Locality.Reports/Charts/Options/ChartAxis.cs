using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is an axis.</summary>
internal sealed record ChartAxis
{
    /// <summary>Gets the kind: <c>value</c>, <c>category</c> or <c>log</c>.</summary>
    public required string Type { get; init; }

    public string? Name { get; init; }

    public string NameLocation { get; } = "middle";

    public double NameGap { get; init; } = 30;

    public ChartText NameTextStyle { get; } = new() { Color = "@ink" };

    public ImmutableArray<string>? Data { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public bool? Scale { get; init; }

    public bool? Inverse { get; init; }

    public bool? BoundaryGap { get; init; }

    public ChartText AxisLabel { get; init; } = new() { Color = "@ink", HideOverlap = true };

    public ChartMark AxisLine { get; init; } = new() { LineStyle = new ChartLine { Color = "@line" } };

    public ChartMark AxisTick { get; init; } = new() { Show = false };

    public ChartMark SplitLine { get; init; } = new() { LineStyle = new ChartLine { Color = "@grid" } };
}
