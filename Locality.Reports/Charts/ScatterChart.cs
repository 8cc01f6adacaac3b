using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is points by two quantities, with the intervals of the vertical one.</summary>
public sealed record ScatterChart : Chart
{
    /// <summary>Gets the points.</summary>
    public required ImmutableArray<ScatterSeries> Series { get; init; }

    /// <summary>Gets what lies on the horizontal axis, with its unit.</summary>
    public required string HorizontalAxis { get; init; }

    /// <summary>Gets what lies on the vertical axis, with its unit.</summary>
    public required string VerticalAxis { get; init; }

    /// <summary>Gets whether both axes have the same unit, and a line is drawn where both are equal.</summary>
    public bool HasDiagonal { get; init; }

    /// <inheritdoc />
    internal override int Height => 440;

    /// <inheritdoc />
    internal override ChartPicture Picture
    {
        get
        {
            double[] values = [.. Series.SelectMany(one => one.Points.SelectMany(point => new[] { point.X, point.Y }))];
            double? least = HasDiagonal && values.Length > 0 ? Math.Floor(values.Min() * 0.9) : null;
            double? most = HasDiagonal && values.Length > 0 ? Math.Ceiling(values.Max() * 1.1) : null;
            return ChartPicture.Of(new ChartOption
            {
                Legend = new ChartLegend { Data = [.. Series.Select(one => one.Name)] },
                Grid = new ChartGrid { Left = 40, Right = 48 },
                Tooltip = new ChartTooltip(),
                XAxis = new ChartAxis { Type = "value", Name = HorizontalAxis, Scale = true, Min = least, Max = most },
                YAxis = new ChartAxis { Type = "value", Name = VerticalAxis, NameGap = 44, Scale = true, Min = least, Max = most },
                Series = [.. Series.SelectMany(Drawn), .. least is { } from && most is { } to ? [Diagonal(from, to)] : Array.Empty<ChartSeries>()],
            });
        }
    }

    private static IEnumerable<ChartSeries> Drawn(ScatterSeries series)
    {
        string colour = ChartPalette.Of(series.Place);
        yield return new ChartSeries
        {
            Type = "scatter",
            Name = series.Name,
            Color = colour,
            ItemStyle = new ChartFill { Color = colour, Opacity = 0.85 },
            Symbol = ChartPalette.SymbolOf(series.Place),
            SymbolSize = 11,
            Label = new ChartText { Show = true, Formatter = "#title", Position = "right", Color = "@ink", FontSize = 11 },
            Data = [.. series.Points.Select(point => new ChartDatum { Value = [point.X, point.Y], Tip = point.Words, Label = new ChartText { Show = point.Label is not null, Text = ShortText.Of(point.Label ?? "", 24) } })],
        };
        if (series.Points.Any(point => point.Lower is not null))
        {
            yield return new ChartSeries
            {
                Type = "custom",
                Name = series.Name,
                RenderItem = "#standing",
                Encode = new ChartEncoding([0], [1, 2, 3]),
                Color = colour,
                ItemStyle = new ChartFill { Color = colour },
                Silent = true,
                Data = [.. series.Points.Select(point => new ChartDatum { Value = [point.X, point.Y, point.Lower, point.Upper] })],
            };
        }
    }

    private static ChartSeries Diagonal(double from, double to) => new()
    {
        Type = "line",
        Name = "",
        Symbol = "none",
        Silent = true,
        LineStyle = new ChartLine { Color = "@line", Type = "dashed", Width = 1 },
        Data = [new ChartDatum { Value = [from, from] }, new ChartDatum { Value = [to, to] }],
    };
}
