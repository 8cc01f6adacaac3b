using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is rows of dots, each with a box of the same quantity: how a load is spread over workers or localities.</summary>
public sealed record StripChart : Chart
{
    private const int RowHeight = 78;
    private const int Frame = 100;

    /// <summary>Gets the rows, from the top.</summary>
    public required ImmutableArray<StripRow> Rows { get; init; }

    /// <summary>Gets what the numbers are, with their unit.</summary>
    public required string Axis { get; init; }

    /// <summary>Gets a value at which a line is drawn; absent means none.</summary>
    public double? Reference { get; init; }

    /// <inheritdoc />
    internal override int Height => Frame + (RowHeight * Rows.Length);

    /// <inheritdoc />
    internal override ChartPicture Picture => ChartPicture.Of(new ChartOption
    {
        Grid = new ChartGrid { Top = 16 },
        Tooltip = new ChartTooltip(),
        XAxis = new ChartAxis { Type = "value", Name = Axis, Scale = true },
        YAxis = new ChartAxis
        {
            Type = "category",
            Data = [.. Rows.Select(row => ShortText.Of(row.Name))],
            Inverse = true,
            AxisLabel = new ChartText { Color = "@ink", Width = 150, Overflow = "break", LineHeight = 14, Interval = 0 },
            SplitLine = new ChartMark { Show = false },
        },
        Series = [.. Rows.SelectMany(Drawn)],
    });

    private IEnumerable<ChartSeries> Drawn(StripRow row, int number)
    {
        string colour = ChartPalette.Of(row.Place);

        // Dots lie below the box, in three lanes by turns: no draw decides where.
        double Lane(int place) => row.Box is null ? 0.1 * ((place % 3) - 1) : 0.14 + (0.09 * (place % 3));
        yield return new ChartSeries
        {
            Type = "custom",
            Name = row.Name,
            RenderItem = "#strip",
            Encode = new ChartEncoding([0], [1]),
            Color = colour,
            ItemStyle = new ChartFill { Color = colour },
            Data = [.. row.Dots.Select((dot, place) => new ChartDatum { Value = [dot.Value, number, Lane(place), row.Box is null ? 6 : 3.2], Tip = dot.Words })],
            MarkLine = number == 0 && Reference is { } reference ? new ChartMarkLine { Data = [new ChartMarkPoint { XAxis = reference }] } : null,
        };
        if (row.Box is { } box)
        {
            yield return new ChartSeries
            {
                Type = "custom",
                Name = row.Name,
                RenderItem = "#box",
                Encode = new ChartEncoding([0, 1, 2, 3, 4], [5]),
                Color = colour,
                ItemStyle = new ChartFill { Color = colour },
                Data = [new ChartDatum { Value = [.. box.Select(value => (double?)value), number], Tip = row.BoxWords }],
            };
        }
    }
}
