using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Reports;

/// <summary>Is the place's map: one structure at a time, coloured by locality or by a quantity, with bases.</summary>
public sealed record MapChart : Chart
{
    private const string MapName = "place";

    /// <summary>Gets the shapes of the areas, as a GeoJSON FeatureCollection whose features are named by their numbers from 0.</summary>
    public required string Shapes { get; init; }

    /// <summary>Gets the structures.</summary>
    public required ImmutableArray<MapFrame> Structures { get; init; }

    /// <summary>Gets the quantities.</summary>
    public required ImmutableArray<MapLayer> Quantities { get; init; }

    /// <inheritdoc />
    internal override int Height => 560;

    /// <inheritdoc />
    internal override ChartPicture Picture => new()
    {
        Layers = [.. Quantities.Select(layer => layer.Name)],
        Frames = [.. Structures.Select(frame => frame.Name)],
        Options = [.. Quantities.Select(layer => Structures.Select((frame, place) => Drawn(layer, frame, layer.Areas[place])).ToImmutableArray())],
        Map = new ChartMap(MapName, Shapes),
    };

    private static ChartOption Drawn(MapLayer layer, MapFrame frame, ImmutableArray<MapArea> areas) => new()
    {
        Tooltip = new ChartTooltip(),
        Geo = new ChartGeo
        {
            Map = MapName,
            Regions = layer.IsByGroup ? [.. areas.Select((area, number) => new ChartDatum { Name = Key(number), ItemStyle = new ChartFill { AreaColor = GroupColour(area.Group) } })] : null,
        },
        VisualMap = layer.IsByGroup ? null : ScaleOf(layer),
        Series =
        [
            new ChartSeries
            {
                Type = "map",
                Map = MapName,
                GeoIndex = 0,
                Data =
                [
                    .. areas.Select((area, number) => new ChartDatum
                    {
                        Name = Key(number),
                        Value = [layer.IsByGroup ? null : area.Value],
                        Tip = area.Words,
                    }),
                ],
            },
            new ChartSeries
            {
                Type = "lines",
                CoordinateSystem = "geo",
                GeoIndex = 0,
                Polyline = true,
                Silent = true,
                LineStyle = new ChartLine { Color = "@ink", Width = 2, Opacity = 0.9 },
                Data = [.. frame.Outlines.Select(outline => new ChartDatum { Coords = [.. outline.Select(point => ImmutableArray.Create<double>(point.X, point.Y))] })],
                Z = 3,
            },
            new ChartSeries
            {
                Type = "scatter",
                CoordinateSystem = "geo",
                GeoIndex = 0,
                Symbol = "diamond",
                SymbolSize = 13,
                Color = "@ink",
                ItemStyle = new ChartFill { Color = "@ink", BorderColor = "@paper", BorderWidth = 1.5 },
                Label = new ChartText { Show = true, Formatter = "#title", Position = "bottom", Color = "@ink", FontSize = 12, TextBorderColor = "@paper", TextBorderWidth = 2 },
                Data = [.. frame.Bases.Select(site => new ChartDatum { Value = [site.At.X, site.At.Y], Tip = site.Words, Label = new ChartText { Show = site.Label.Length > 0, Text = site.Label } })],
                Z = 4,
            },
        ],
    };

    // Neighbours may share a colour where localities are many: the thick lines tell them apart.
    private static string GroupColour(int group) => $"@m{(group % ChartPalette.MapColours).ToString(CultureInfo.InvariantCulture)}";

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ChartVisualMap ScaleOf(MapLayer layer)
    {
        double[] values = [.. layer.Areas.SelectMany(areas => areas).Select(area => area.Value).OfType<double>()];
        (double least, double most) = values.Length == 0 ? (0, 1) : (values.Min(), values.Max());
        if (layer.IsDifference)
        {
            double reach = Math.Max(Math.Abs(least), Math.Abs(most));
            (least, most) = (-reach, reach);
        }

        return new ChartVisualMap
        {
            Min = least,
            Max = most > least ? most : least + 1,
            InRange = layer.IsDifference ? new ChartRange { Color = ["@falls", "@paper", "@rises"] } : new ChartRange(),
        };
    }
}
