using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a tornado: how far each figure alone moves a response, the longest bar at the top.</summary>
public sealed record TornadoChart : Chart
{
    private const int RowHeight = 30;
    private const int Frame = 110;

    /// <summary>Gets the bars, the longest first.</summary>
    public required ImmutableArray<RangeBar> Bars { get; init; }

    /// <summary>Gets the response where all figures are as they stand.</summary>
    public required double Base { get; init; }

    /// <summary>Gets what the response is, with its unit.</summary>
    public required string Axis { get; init; }

    /// <inheritdoc />
    internal override int Height => Frame + (RowHeight * Bars.Length);

    /// <inheritdoc />
    internal override ChartPicture Picture => ChartPicture.Of(new ChartOption
    {
        Legend = new ChartLegend { Data = ["lowest value", "highest value"] },
        Grid = new ChartGrid(),
        Tooltip = new ChartTooltip(),
        XAxis = new ChartAxis { Type = "value", Name = Axis, Scale = true },
        YAxis = new ChartAxis
        {
            Type = "category",
            Data = [.. Bars.Select(bar => ShortText.Of(bar.IsClear ? bar.Name : $"{bar.Name} (not clear)"))],
            Inverse = true,
            AxisLabel = new ChartText { Color = "@ink", Width = 190, Overflow = "truncate", Interval = 0 },
            SplitLine = new ChartMark { Show = false },
        },
        Series =
        [
            Ends("lowest value", "@s1", bar => bar.Low, bar => bar.LowWords) with { MarkLine = new ChartMarkLine { Data = [new ChartMarkPoint { XAxis = Base }, new ChartMarkPoint { XAxis = 0 }] } },
            Ends("highest value", "@s2", bar => bar.High, bar => bar.HighWords),
        ],
    });

    private ChartSeries Ends(string name, string colour, Func<RangeBar, double> end, Func<RangeBar, string> words) => new()
    {
        Type = "custom",
        Name = name,
        RenderItem = "#range",
        Encode = new ChartEncoding([0, 1], [2]),
        Color = colour,
        ItemStyle = new ChartFill { Color = colour },
        Data = [.. Bars.Select((bar, row) => new ChartDatum { Value = [Base, end(bar), row, bar.IsClear ? 0.6 : 0.25], Tip = words(bar) })],
    };
}
