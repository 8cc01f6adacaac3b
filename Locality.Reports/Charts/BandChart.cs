using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is lines over time with their intervals as bands.</summary>
public sealed record BandChart : Chart
{
    /// <summary>Gets the places of the horizontal axis, in words, from the left.</summary>
    public required ImmutableArray<string> Places { get; init; }

    /// <summary>Gets the lines.</summary>
    public required ImmutableArray<BandSeries> Series { get; init; }

    /// <summary>Gets what lies on the horizontal axis, with its unit.</summary>
    public required string HorizontalAxis { get; init; }

    /// <summary>Gets what lies on the vertical axis, with its unit.</summary>
    public required string VerticalAxis { get; init; }

    /// <summary>Gets what happens when.</summary>
    public ImmutableArray<DatedMark> Marks { get; init; } = [];

    /// <summary>Gets the least number that the vertical axis shows; absent where the values decide.</summary>
    public double? Least { get; init; }

    /// <summary>Gets the greatest number that the vertical axis shows; absent where the values decide.</summary>
    public double? Greatest { get; init; }

    /// <summary>Gets how often a place is named: every so many.</summary>
    public int NamedEvery { get; init; } = 1;

    /// <inheritdoc />
    internal override int Height => 380;

    /// <inheritdoc />
    internal override ChartPicture Picture => ChartPicture.Of(new ChartOption
    {
        Legend = new ChartLegend { Data = [.. Series.Select(one => one.Name)] },
        Grid = new ChartGrid { Top = 44, Left = 40, Right = 40 },
        Tooltip = new ChartTooltip { Trigger = "axis", Formatter = "#tips" },
        XAxis = new ChartAxis
        {
            Type = "category",
            Name = HorizontalAxis,
            Data = Places,
            BoundaryGap = false,
            AxisLabel = new ChartText { Color = "@ink", HideOverlap = true, Interval = NamedEvery - 1 },
            SplitLine = new ChartMark { Show = false },
        },
        YAxis = new ChartAxis { Type = "value", Name = VerticalAxis, NameGap = 44, Min = Least, Max = Greatest },
        Series = [.. Series.SelectMany(Drawn)],
    });

    /// <summary>A band is two lines, one on top of the other, of which only the space between is painted: they bear the line's name, and go with it.</summary>
    private IEnumerable<ChartSeries> Drawn(BandSeries series, int number)
    {
        string colour = ChartPalette.Of(series.Place);
        ChartLine hidden = new() { Opacity = 0 };
        string stack = $"band {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        yield return Band(series.Points.Select(point => point?.Lower), null);
        yield return Band(series.Points.Select(point => point?.Upper - point?.Lower), new ChartFill { Color = colour, Opacity = 0.12 });
        yield return new ChartSeries
        {
            Type = "line",
            Name = series.Name,
            Color = colour,
            ItemStyle = new ChartFill { Color = colour },
            LineStyle = new ChartLine { Color = colour, Width = 2.5, Type = ChartPalette.DashOf(series.Place) },
            Symbol = ChartPalette.SymbolOf(series.Place),
            SymbolSize = 6,
            ShowSymbol = series.Points.Length <= 40,
            Data = [.. series.Points.Select((point, place) => new ChartDatum { Value = [place, point?.Mean], Tip = point is null ? null : $"{ShortText.Of(series.Name)}: {point.Words}" })],
            MarkLine = number == 0 && !Marks.IsEmpty
                ? new ChartMarkLine
                {
                    Label = new ChartText { Show = true, Formatter = "#shortName", Color = "@ink", FontSize = 11, Position = "insideEndBottom" },
                    LineStyle = new ChartLine { Color = "@line", Type = "dashed", Width = 1 },
                    Data = [.. Marks.Select(mark => new ChartMarkPoint { Name = mark.Words, XAxis = mark.At })],
                }
                : null,
        };

        ChartSeries Band(IEnumerable<double?> values, ChartFill? fill) => new()
        {
            Type = "line",
            Name = series.Name,
            Stack = stack,
            Color = colour,
            Symbol = "none",
            Silent = true,
            LineStyle = hidden,
            AreaStyle = fill,
            Data = [.. values.Select((value, place) => new ChartDatum { Value = [place, value] })],
        };
    }
}
