using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a curve with intervals over the values of a figure, with a line at zero and lines at some values.</summary>
public sealed record CurveChart : Chart
{
    /// <summary>Gets the points, in rising order of values.</summary>
    public required ImmutableArray<ScatterPoint> Points { get; init; }

    /// <summary>Gets what lies on the horizontal axis, with its unit.</summary>
    public required string HorizontalAxis { get; init; }

    /// <summary>Gets what lies on the vertical axis, with its unit.</summary>
    public required string VerticalAxis { get; init; }

    /// <summary>Gets the values at which dashed lines stand.</summary>
    public ImmutableArray<double> Marks { get; init; } = [];

    /// <inheritdoc />
    internal override ChartPicture Picture => ChartPicture.Of(new ChartOption
    {
        Grid = new ChartGrid { Left = 40, Top = 20 },
        Tooltip = new ChartTooltip(),
        XAxis = new ChartAxis { Type = "value", Name = HorizontalAxis, Scale = true },
        YAxis = new ChartAxis { Type = "value", Name = VerticalAxis, NameGap = 44 },
        Series =
        [
            new ChartSeries
            {
                Type = "line",
                Name = VerticalAxis,
                Color = "@s1",
                ItemStyle = new ChartFill { Color = "@s1" },
                LineStyle = new ChartLine { Color = "@s1", Width = 2 },
                Symbol = "circle",
                SymbolSize = 8,
                ShowSymbol = true,
                Data = [.. Points.Select(point => new ChartDatum { Value = [point.X, point.Y], Tip = point.Words })],
                MarkLine = new ChartMarkLine { Data = [new ChartMarkPoint { YAxis = 0 }] },
            },
            new ChartSeries
            {
                Type = "custom",
                Name = VerticalAxis,
                RenderItem = "#standing",
                Encode = new ChartEncoding([0], [1, 2, 3]),
                Color = "@s1",
                ItemStyle = new ChartFill { Color = "@s1" },
                Silent = true,
                Data = [.. Points.Select(point => new ChartDatum { Value = [point.X, point.Y, point.Lower, point.Upper] })],
                MarkLine = Marks.IsEmpty
                    ? null
                    : new ChartMarkLine { LineStyle = new ChartLine { Color = "@line", Type = "dashed", Width = 1 }, Data = [.. Marks.Select(value => new ChartMarkPoint { XAxis = value })] },
            },
        ],
    });
}
