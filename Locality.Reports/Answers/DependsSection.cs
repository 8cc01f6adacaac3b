using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes what the answer depends on: the figures that futures drew, the mechanisms that are on, and what to run to find out more.</summary>
internal static class DependsSection
{
    private const int MostNamed = 5;

    internal static ReportSection Of(ComparisonView view)
    {
        List<ReportBlock> blocks = [];
        if (!view.Comparison.Differences.IsEmpty)
        {
            blocks.AddRange(Drivers(view));
        }

        if (view.Scenario.Uncertain.IsEmpty)
        {
            blocks.Add(new TextBlock("All figures of the scenario were taken as they stand, so this report does not show what the answer depends on among them. 'locality sensitivity' moves each figure over its range; 'locality compare --uncertain all' draws them all anew in each future."));
        }

        if (InfluenceCharts.Of(view.Scenario) is { } influence)
        {
            blocks.Add(new ChartBlock(influence));
            string[] loops = [.. InfluenceCharts.Loops(view.Scenario)];
            if (loops.Length > 0)
            {
                blocks.Add(new FoldedBlock("Feedback loops, the shortest first", [new ListBlock([.. loops])]));
            }
        }

        return new ReportSection("depends", "What it depends on", [.. blocks]);
    }

    private static IEnumerable<ReportBlock> Drivers(ComparisonView view)
    {
        DifferenceDrivers[] drivers = [.. view.Comparison.Differences.Select(difference => DifferenceDrivers.Of(view.Comparison, difference))];
        if (drivers.All(one => one.Figures.IsEmpty))
        {
            yield break;
        }

        yield return new ListBlock([.. drivers.Select((one, place) => Sentence(view.NameOf(view.Comparison.Differences[place].Structure), one))]);
        yield return new FoldedBlock(
            "Uncertain figures and the difference of the mean wait",
            [
                new TableBlock(new ShownTable(
                    "drivers",
                    "Rank correlation of drawn figures with the difference of the mean wait",
                    [new ShownColumn("Structure", IsNumber: false), new ShownColumn("Figure", IsNumber: false), new ShownColumn("Correlation, with 95 % interval"), new ShownColumn("Reading", IsNumber: false)],
                    [.. drivers.SelectMany((one, place) => one.Figures.Select(figure => Row(view.NameOf(view.Comparison.Differences[place].Structure), figure)))])),
                new TextBlock("This is association over the futures, and not proof of cause: figures that have no correlation here may still matter together with others.", TextKind.Small),
            ]);
    }

    private static string Sentence(string name, DifferenceDrivers drivers)
    {
        FigureAssociation[] clear = [.. drivers.Figures.Where(figure => figure.IsClear)];
        return clear.Length == 0
            ? $"{name}: the difference of the mean wait does not clearly go with any of the uncertain figures."
            : $"{name}: the difference of the mean wait goes with {string.Join("; ", clear.Take(MostNamed).Select(figure => $"{figure.Label} (the more of it, the {(figure.Correlation.Mean > 0 ? "less the structure gains" : "more the structure gains")})"))}{(clear.Length > MostNamed ? "; the table has the others" : "")}.";
    }

    private static ImmutableArray<ShownCell> Row(string name, FigureAssociation figure) =>
    [
        new ShownCell(name),
        new ShownCell(figure.Label),
        new ShownCell(FormattableString.Invariant($"{figure.Correlation.Mean:0.00} ({figure.Correlation.Lower:0.00} to {figure.Correlation.Upper:0.00})").Replace('-', '−'), figure.Correlation.Mean),
        new ShownCell(figure.IsClear ? "clear" : "not clear"),
    ];
}
