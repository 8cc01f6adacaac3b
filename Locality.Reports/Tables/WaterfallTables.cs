using System.Collections.Immutable;
using LocalitySim.Models;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Makes the tables of what a difference is owed to.</summary>
public static class WaterfallTables
{
    /// <summary>Makes the tables: the whole difference, and a row for each part of it.</summary>
    /// <param name="waterfall">The waterfall.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables.</returns>
    public static TidyTables Of(StructureWaterfall waterfall, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(waterfall);
        ArgumentNullException.ThrowIfNull(manifest);
        DifferenceHeading heading = new(waterfall.Scenario, waterfall.Question);
        string[] notes =
        [
            .. waterfall.IsStopped ? [FormattableString.Invariant($"Stopped: {waterfall.Plan.Replications} of {waterfall.Question.Futures} futures are in these figures.")] : Array.Empty<string>(),
            "What parts do only together is shared evenly between them (Shapley values), so that they add up. Intervals are each by itself.",
            UncertainWords.Covered(waterfall.Scenario),
        ];
        return new TidyTables
        {
            Manifest = manifest,
            Question = heading.Question,
            Notes = [.. notes],
            Tables =
            [
                new TidyTable(
                    "difference",
                    "The whole difference",
                    [.. ResultColumns.Structure, .. Baseline, Number("baseline_mean", "The baseline's mean, in the row's unit."), Number("structure_mean", "The structure's mean, in the row's unit."), .. ResultColumns.Measure, .. Difference],
                    [[.. heading.Cells.Take(4), TidyCell.Of(waterfall.Baseline), TidyCell.Of(waterfall.Structure), .. ResultColumns.Of(waterfall.Difference, Reading(waterfall.Difference))]]),
                new TidyTable(
                    "parts",
                    "What each part contributes; the contributions add up to the whole difference",
                    [
                        .. DifferenceHeading.Columns, Whole("place", "The order in which the parts are shown, from 1."), Text("part", "The part; several joined by + where they cannot be taken apart."),
                        Text("part_name", "The part's name."), Number("contribution", "The mean contribution, in the row's unit."), Number("lower", "The lower end of its interval."), Number("upper", "The upper end of its interval."),
                    ],
                    waterfall.Factors.Select((factor, place) => (ImmutableArray<TidyCell>)
                    [
                        .. heading.Cells, TidyCell.Whole(place + 1), TidyCell.Of(string.Join('+', WaterfallWords.NamesOf(factor.Parts))), TidyCell.Of(WaterfallWords.LabelOf(factor.Parts)),
                        TidyCell.Of(factor.Contribution), TidyCell.Of(factor.Interval.Lower), TidyCell.Of(factor.Interval.Upper),
                    ])),
            ],
        };
    }
}
