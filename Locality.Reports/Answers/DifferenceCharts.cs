using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws how structures differ from the first.</summary>
internal static class DifferenceCharts
{
    /// <summary>Draws the difference of the mean wait, a row for each structure: the headline.</summary>
    internal static IntervalChart Waits(ComparisonView view)
    {
        Measure wait = Measure.WaitToAllocation;
        ImmutableArray<StructureDifference> differences = view.Comparison.Differences;
        string[] words = [.. differences.Select(difference => $"{view.NameOf(difference.Structure)}: {NumberText.Of(difference.Of(wait))} days, {ComparisonWords.Reading(difference, difference.Of(wait))}")];
        return new IntervalChart
        {
            Id = "wait-difference",
            Title = $"Mean wait, less that under {view.Baseline}",
            Alternative = $"Differences of the mean wait in days with 95 % intervals. {string.Join("; ", words)}.",
            Note = "Left of the line, waits are shorter. An interval that crosses the line shows no clear difference. Each interval is for its structure alone.",
            Axis = "days, left is shorter",
            IsDifference = true,
            Rows = [.. differences.Select(difference => view.NameOf(difference.Structure))],
            Series =
            [
                .. differences.Select((difference, row) => (difference.Of(wait), row)).Where(item => item.Item1.Mean is not null)
                    .Select(item => new IntervalSeries(view.NameOf(differences[item.row].Structure), item.row + 1, [new IntervalPoint(item.row, item.Item1.Mean!.Value, item.Item1.Lower, item.Item1.Upper, words[item.row])])),
            ],
            Table = new ShownTable(
                "wait-difference-table",
                $"Mean wait, less that under {view.Baseline}",
                [new ShownColumn("Structure", IsNumber: false), new ShownColumn("Days, with 95 % interval"), new ShownColumn("Chance that the mean is better"), new ShownColumn("Futures in which it is better"), new ShownColumn("Reading", IsNumber: false)],
                [.. differences.Select(difference => Row(view, difference, difference.Of(wait)))]),
        };
    }

    private static ImmutableArray<ShownCell> Row(ComparisonView view, StructureDifference difference, MeasureDifference item) =>
    [
        new ShownCell(view.NameOf(difference.Structure)),
        ComparisonView.CellOf(item),
        new ShownCell(NumberText.Chance(item.IsNone ? null : item.ProbabilityBetter), item.ProbabilityBetter),
        new ShownCell(NumberText.Percent(item.IsNone ? null : item.ShareOfFuturesBetter), item.ShareOfFuturesBetter),
        new ShownCell(ComparisonWords.Reading(difference, item)),
    ];
}
