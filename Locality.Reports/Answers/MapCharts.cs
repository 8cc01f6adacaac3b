using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws the place: its localities and bases under each structure, and where need, waits and caseloads lie.</summary>
internal static class MapCharts
{
    /// <summary>Draws the map of a comparison.</summary>
    internal static MapChart Of(ComparisonView view) =>
        Of(view.Scenario, view.Names, view.Results, view.Comparison.Plan.Years - view.Comparison.Plan.WarmUpYears);

    /// <summary>Draws the map of structures; where their results have no areas, their localities alone.</summary>
    internal static MapChart Of(Scenario scenario, ImmutableArray<string> names, ImmutableArray<StructureResult> results, double countedYears)
    {
        AreaShapes shapes = AreaShapes.Of(scenario.Place);
        ImmutableArray<Area> areas = scenario.Place.Areas;
        Dictionary<string, Breakdown>[] found = [.. results.Select(result => result.Breakdowns.Where(part => part.Dimension == BreakdownDimension.Area).ToDictionary(part => part.Level, StringComparer.Ordinal))];
        List<MapLayer> layers = [new MapLayer("Localities", IsByGroup: true, IsDifference: false, [.. results.Select((result, place) => Groups(names[place], result, areas))])];
        if (Array.TrueForAll(found, parts => parts.Count > 0))
        {
            layers.Add(Layer("Children referred a year per 1,000 children", (place, area) => PerThousand(countedYears, found[place][area.Name], area), results, areas, "0.0"));
            layers.Add(Layer("Mean wait, days", (place, area) => found[place][area.Name].Of(Measure.WaitToAllocation)?.Mean, results, areas, "0.0", (place, area) => NumberText.Of(found[place][area.Name].Of(Measure.WaitToAllocation)!)));
            layers.Add(Layer("Caseload: points per full-time worker", (place, area) => found[place][area.Name].Of(Measure.AreaCaseload)?.Mean, results, areas, "0.0", (place, area) => NumberText.Of(found[place][area.Name].Of(Measure.AreaCaseload)!)));
        }

        return new MapChart
        {
            Id = "map",
            Title = $"The map of {scenario.Name}",
            Alternative = $"A map of {areas.Length} areas with the localities and bases of each structure: {string.Join("; ", results.Select((result, place) => $"{names[place]}: {string.Join(", ", result.Structure.Localities.Select(locality => $"{locality.Name} ({locality.Areas.Length})"))}"))}.",
            Note = shapes.HaveBoundaries
                ? "Thick lines are localities, diamonds their bases. Values of an area are means over futures: the table has their intervals, and small areas differ by chance."
                : "Areas are drawn around their centres, and not as they are: the scenario has no boundaries. Thick lines are localities, diamonds their bases. Values of an area are means over futures: the table has their intervals, and small areas differ by chance.",
            Shapes = GeoJsonText.Of(shapes),
            Structures = [.. results.Select((result, place) => FrameOf(names[place], result, shapes))],
            Quantities = [.. layers],
            Table = TableOf(names, results, areas, found),
        };
    }

    private static double? PerThousand(double years, Breakdown part, Area area) =>
        area.Children > 0 ? 1000 * part.Of(Measure.ChildrenReferred)?.Mean / years / area.Children : null;

    private static ImmutableArray<MapArea> Groups(string name, StructureResult result, ImmutableArray<Area> areas) =>
    [
        .. areas.Select(area =>
        {
            int group = LocalityOf(result, area);
            return new MapArea(null, group, $"{ShortText.Of(area.Name)}\n{ShortText.Of(result.Structure.Localities[group].Name)}, {ShortText.Of(name)}\n{NumberText.Whole(area.Children)} children, {NumberText.Percent(area.IncomeDeprived.Value)} in low-income families");
        }),
    ];

    private static MapLayer Layer(string name, Func<int, Area, double?> value, ImmutableArray<StructureResult> results, ImmutableArray<Area> areas, string format, Func<int, Area, string>? words = null) => new(
        name,
        IsByGroup: false,
        IsDifference: false,
        [
            .. results.Select((result, place) => areas.Select(area =>
            {
                double? number = value(place, area);
                string text = words?.Invoke(place, area) ?? number?.ToString(format, System.Globalization.CultureInfo.InvariantCulture) ?? "–";
                return new MapArea(number, LocalityOf(result, area), $"{ShortText.Of(area.Name)}\n{name}: {text}");
            }).ToImmutableArray()),
        ]);

    private static int LocalityOf(StructureResult result, Area area)
    {
        ImmutableArray<Locality> localities = result.Structure.Localities;
        return localities.IndexOf(localities.First(locality => locality.Areas.Contains(area.Name, StringComparer.Ordinal)));
    }

    private static MapFrame FrameOf(string name, StructureResult result, AreaShapes shapes) => new(
        name,
        [.. LocalityOutlines.Of(shapes, result.Structure).SelectMany(outline => outline.Lines)],
        [
            .. from locality in result.Structure.Localities
               from site in locality.Bases.Index()
               select new MapBase(shapes.Areas[shapes.Place.IndexOf(site.Item)].Centre, $"Base in {ShortText.Of(site.Item)}\nof {ShortText.Of(locality.Name)}", site.Index == 0 ? ShortText.Of(locality.Name, 20) : ""),
        ]);

    private static ShownTable TableOf(ImmutableArray<string> names, ImmutableArray<StructureResult> results, ImmutableArray<Area> areas, Dictionary<string, Breakdown>[] found)
    {
        bool hasParts = Array.TrueForAll(found, parts => parts.Count > 0);
        return new ShownTable(
            "map-table",
            "Areas: localities, and mean wait with 95 % interval",
            [
                new ShownColumn("Area", IsNumber: false), new ShownColumn("Children"), new ShownColumn("In low-income families, %"),
                .. names.SelectMany(name => hasParts ? new[] { new ShownColumn($"{name}: locality", IsNumber: false), new ShownColumn($"{name}: wait, days") } : [new ShownColumn($"{name}: locality", IsNumber: false)]),
            ],
            [
                .. areas.Select(area => ImmutableArray.CreateRange(
                [
                    new ShownCell(area.Name), new ShownCell(NumberText.Whole(area.Children), area.Children), new ShownCell(NumberText.Percent(area.IncomeDeprived.Value), area.IncomeDeprived.Value),
                    .. results.SelectMany((result, place) => Cells(result, area, hasParts ? found[place][area.Name] : null)),
                ])),
            ]);
    }

    private static IEnumerable<ShownCell> Cells(StructureResult result, Area area, Breakdown? part)
    {
        yield return new ShownCell(result.Structure.Localities[LocalityOf(result, area)].Name);
        if (part is not null)
        {
            yield return ComparisonView.CellOf(part.Of(Measure.WaitToAllocation));
        }
    }
}
