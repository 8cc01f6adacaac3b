using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is values with their intervals in rows, one below another; where a line is drawn at zero, one sees which intervals include it.</summary>
public sealed record IntervalChart : Chart
{
    private const int RowHeight = 40;
    private const int Frame = 110;

    /// <summary>Gets the names of the rows, from the top.</summary>
    public required ImmutableArray<string> Rows { get; init; }

    /// <summary>Gets the values by structure.</summary>
    public required ImmutableArray<IntervalSeries> Series { get; init; }

    /// <summary>Gets what the numbers are, with their unit.</summary>
    public required string Axis { get; init; }

    /// <summary>Gets whether a line is drawn at zero: where the values are differences.</summary>
    public bool IsDifference { get; init; }

    /// <inheritdoc />
    internal override int Height => Frame + (RowHeight * Rows.Length * (RowsAreShared ? 2 : 1));

    // Several structures in one row are drawn one below another.
    private bool RowsAreShared => Series.SelectMany(one => one.Points.Select(point => point.Row)).GroupBy(row => row).Any(group => group.Count() > 1);

    /// <inheritdoc />
    internal override ChartPicture Picture => ChartPicture.Of(new ChartOption
    {
        Legend = Series.Length > 1 ? new ChartLegend { Data = [.. Series.Select(one => one.Name)] } : null,
        Grid = new ChartGrid(),
        Tooltip = new ChartTooltip(),
        XAxis = new ChartAxis { Type = "value", Name = Axis, Scale = !IsDifference },
        YAxis = new ChartAxis
        {
            Type = "category",
            Data = [.. Rows.Select(row => ShortText.Of(row))],
            Inverse = true,
            AxisLabel = new ChartText { Color = "@ink", Width = 150, Overflow = "break", LineHeight = 14, Interval = 0 },
            SplitLine = new ChartMark { Show = false },
        },
        Series = [.. Series.Select(Drawn)],
    });

    private ChartSeries Drawn(IntervalSeries series, int number) => new()
    {
        Type = "custom",
        Name = series.Name,
        RenderItem = "#interval",
        Encode = new ChartEncoding([0, 1, 2], [3]),
        Color = ChartPalette.Of(series.Place),
        ItemStyle = new ChartFill { Color = ChartPalette.Of(series.Place) },
        Data = [.. series.Points.Select(point => new ChartDatum { Value = [point.Mean, point.Lower, point.Upper, point.Row, OffsetOf(number), series.Place], Tip = point.Words })],
        MarkLine = IsDifference && number == 0 ? new ChartMarkLine { Data = [new ChartMarkPoint { XAxis = 0 }] } : null,
    };

    private double OffsetOf(int number) => RowsAreShared ? 0.7 * (((number + 0.5) / Series.Length) - 0.5) : 0;
}
