using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Reports;

/// <summary>Is a flow from stage to stage (a Sankey diagram), for one structure at a time.</summary>
public sealed record FlowChart : Chart
{
    private const int NodeHeight = 34;
    private const int Frame = 120;

    /// <summary>Gets the names of the structures, one for each flow.</summary>
    public required ImmutableArray<string> Structures { get; init; }

    /// <summary>Gets the stages.</summary>
    public required ImmutableArray<FlowNode> Nodes { get; init; }

    /// <summary>Gets each structure's links.</summary>
    public required ImmutableArray<ImmutableArray<FlowBand>> Flows { get; init; }

    /// <inheritdoc />
    internal override int Height => Frame + (NodeHeight * Nodes.GroupBy(node => node.Depth).Max(group => group.Count()));

    /// <inheritdoc />
    internal override ChartPicture Picture => new() { Frames = Structures, Options = [[.. Flows.Select(Drawn)]] };

    private ChartOption Drawn(ImmutableArray<FlowBand> links, int structure)
    {
        int[] used = [.. links.SelectMany(link => new[] { link.From, link.To }).Distinct().Order()];
        return new ChartOption
        {
            Tooltip = new ChartTooltip(),
            Series =
            [
                new ChartSeries
                {
                    Type = "sankey",
                    Top = 8,
                    Left = 8,
                    Right = 170,
                    Bottom = 8,
                    NodeAlign = "left",
                    NodeGap = 12,
                    LayoutIterations = 32,
                    Emphasis = new ChartEmphasis { Focus = "adjacency" },
                    Label = new ChartText { Formatter = "#title", Color = "@ink", Width = 150, Overflow = "break", FontSize = 12, LineHeight = 14 },
                    LineStyle = new ChartLine { Color = ChartPalette.Of(structure), Opacity = 0.3, Curveness = 0.5 },
                    ItemStyle = new ChartFill { Color = ChartPalette.Of(structure) },
                    Data = [.. used.Select(node => new ChartDatum { Name = Key(node), Depth = Nodes[node].Depth - used.Min(other => Nodes[other].Depth), Tip = ShortText.Of(Nodes[node].Name), Label = new ChartText { Text = ShortText.Of(Nodes[node].Name) }, ItemStyle = new ChartFill { Color = ChartPalette.Of(structure) } })],
                    Links = [.. links.Select(link => new ChartLink { Source = Key(link.From), Target = Key(link.To), Value = link.Amount, Tip = link.Words })],
                },
            ],
        };
    }

    private static string Key(int node) => node.ToString(CultureInfo.InvariantCulture);
}
