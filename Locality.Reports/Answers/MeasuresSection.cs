using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes what gets better and what worse: structure by structure in words, then measure by measure.</summary>
internal static class MeasuresSection
{
    private static readonly Measure[] Headlines =
    [
        Measure.WaitToAllocation, Measure.WaitP90, Measure.Lost, Measure.Unallocated, Measure.AssessedInTime, Measure.SupportWait, Measure.CaseloadSpread, Measure.NeedCapacityGap,
        Measure.Load, Measure.OneLead, Measure.WorkerChanges, Measure.TravelShare, Measure.FamilyKilometres, Measure.Cost, Measure.SetUpCost,
    ];

    internal static ReportSection Of(ComparisonView view)
    {
        List<ReportBlock> blocks = [];
        if (!view.Comparison.Differences.IsEmpty)
        {
            // The table says each difference; what it cannot say, and only that, comes in words.
            blocks.Add(new ListBlock([.. view.Comparison.Differences.Select(ComparisonWords.Answer)]));
            blocks.Add(new TableBlock(Differences(view)));
            string[] further = [.. ComparisonWords.Further(view.Comparison)];
            if (further.Length > 0)
            {
                blocks.Add(new FoldedBlock("Beyond re-sharing staff; equal budgets; changing over", [new ListBlock([.. further])], IsPrinted: true));
            }
        }

        blocks.Add(new FoldedBlock("Every measure, by structure", [new TableBlock(Levels(view)), new FoldedBlock("What each measure is", [new ListBlock([.. Measure.All.Select(measure => $"{ComparisonView.LabelOf(measure)}: {measure.Definition}")])])], IsPrinted: true));
        if (CostCharts.WaitAgainstCost(view) is { } cost)
        {
            blocks.Add(new ChartBlock(cost));
        }

        return new ReportSection("measures", view.Comparison.Differences.IsEmpty ? "What was measured" : "What gets better, and what worse", [.. blocks]);
    }

    private static ShownTable Differences(ComparisonView view) => new(
        "differences",
        $"Differences from {view.Baseline}, with 95 % intervals",
        [new ShownColumn("Measure", IsNumber: false), new ShownColumn(view.Baseline), .. view.Comparison.Differences.Select(difference => new ShownColumn(view.NameOf(difference.Structure)))],
        [
            .. Headlines.Where(measure => view.Results.Any(result => result.Of(measure).Mean is not (null or 0))).Select(measure => ImmutableArray.CreateRange(
            [
                new ShownCell(ComparisonView.LabelOf(measure)), ComparisonView.CellOf(view.Results[0].Of(measure)),
                .. view.Comparison.Differences.Select(difference => Cell(difference, difference.Of(measure))),
            ])),
        ]);

    private static ShownCell Cell(StructureDifference difference, MeasureDifference item)
    {
        string reading = ComparisonWords.Reading(difference, item);
        return new ShownCell(reading.Length == 0 ? NumberText.Of(item) : $"{NumberText.OfClear(item)}: {reading}", item.Mean);
    }

    private static ShownTable Levels(ComparisonView view) => new(
        "levels",
        "Means over futures, with 95 % intervals",
        [new ShownColumn("Measure", IsNumber: false), .. view.Names.Select(name => new ShownColumn(name))],
        [
            .. Measure.All.Where(measure => view.Results.Any(result => result.Of(measure).Mean is not null || measure.IsWaitQuantile)).Select(measure => ImmutableArray.CreateRange(
                [new ShownCell(ComparisonView.LabelOf(measure)), .. view.Results.Select(result => ComparisonView.CellOf(result.Of(measure)))])),
        ]);
}
