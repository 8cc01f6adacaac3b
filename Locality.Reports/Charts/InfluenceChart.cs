using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Reports;

/// <summary>Is an influence diagram: variables around a ring, and signed arrows between them. Names stand beside the ring, one below another, so that none covers another.</summary>
public sealed record InfluenceChart : Chart
{
    private const int RowHeight = 42;
    private const int Frame = 60;
    private const double Bulge = 0.55;

    /// <summary>Gets the variables, in the order in which they stand on the ring.</summary>
    public required ImmutableArray<GraphNode> Nodes { get; init; }

    /// <summary>Gets the influences.</summary>
    public required ImmutableArray<GraphEdge> Edges { get; init; }

    /// <inheritdoc />
    internal override int Height => Frame + (RowHeight * ((Nodes.Length + 1) / 2));

    /// <inheritdoc />
    internal override ChartPicture Picture => ChartPicture.Of(new ChartOption
    {
        Tooltip = new ChartTooltip(),
        Series =
        [
            new ChartSeries
            {
                Type = "graph",
                Layout = "none",
                Left = 170,
                Right = 170,
                Top = 30,
                Bottom = 30,
                Symbol = "circle",
                SymbolSize = 12,
                EdgeSymbol = ["none", "arrow"],
                EdgeSymbolSize = [4, 10],
                Emphasis = new ChartEmphasis { Focus = "adjacency" },
                Label = new ChartText { Show = true, Formatter = "#title", Color = "@ink", FontSize = 12, Width = 150, Overflow = "break", LineHeight = 14 },
                EdgeLabel = new ChartText { Show = true, Formatter = "#title", Color = "@ink", FontSize = 15, FontWeight = "bold" },
                ItemStyle = new ChartFill { Color = "@ink" },
                Data = [.. Nodes.Select(Drawn)],
                Links = [.. Edges.Select(Drawn)],
            },
        ],
    });

    private ChartDatum Drawn(GraphNode node, int place)
    {
        (double x, double y) = Standing(place, Nodes.Length);
        return new ChartDatum { Name = Key(place), X = 100 * x, Y = 100 * y, Tip = node.Name, Label = new ChartText { Text = node.Name, Position = x < 0 ? "left" : "right" } };
    }

    private static ChartLink Drawn(GraphEdge edge) => new()
    {
        Source = Key(edge.From),
        Target = Key(edge.To),
        Tip = edge.Words,
        Label = new ChartText { Text = edge.Rises ? "+" : "−" },
        LineStyle = new ChartLine { Color = edge.Rises ? "@s1" : "@s2", Width = 1.8, Type = edge.IsDelayed ? "dashed" : "solid", Curveness = 0.18 },
    };

    /// <summary>Returns where a variable stands: the first half down the right side, the others up the left, each side bulging.</summary>
    private static (double X, double Y) Standing(int place, int places)
    {
        int right = (places + 1) / 2;
        bool isRight = place < right;
        int row = isRight ? place : places - 1 - place;
        double y = right < 2 ? 0 : (2.0 * row / (right - 1)) - 1;
        double x = 1 - Bulge + (Bulge * Math.Sqrt(1 - (y * y)));
        return (isRight ? x : -x, y);
    }

    private static string Key(int place) => place.ToString(CultureInfo.InvariantCulture);
}
