using System.Collections.Immutable;
using LocalitySim.Models;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Makes the tables of how sure a choice is.</summary>
public static class UncertaintyTables
{
    /// <summary>Makes the tables: regret by structure, what makes each difference unsure, and what each figure is worth knowing.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables.</returns>
    public static TidyTables Of(UncertaintyAnalysis analysis, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(manifest);
        Measure measure = analysis.Question.Measure;
        return new TidyTables
        {
            Manifest = manifest,
            Question = analysis.Scenario.Question,
            Notes = [.. UncertaintyWords.Of(analysis)],
            Tables =
            [
                new TidyTable(
                    "regret",
                    "How each structure fares, and how much one would regret having chosen it",
                    [
                        .. ResultColumns.Structure, .. ResultColumns.Measure, .. Interval("", "", "over futures, in the row's unit"), .. Interval("regret", "", "regret, by how much the best of a future is better, in the row's unit"),
                        Number("worst_regret", "The regret in the worst of these futures, in the row's unit."), Number("share_best", "The share of futures, from 0 to 1, in which none is better."),
                        Number("share_wrong", "The share of futures, from 0 to 1, in which the regret is above the zone."),
                        Text("wrong_where", "What most tells those futures from the others: a figure, or demand.drift; empty where nothing does."), Text("wrong_where_unit", "Its unit."),
                        Number("mean_where_wrong", "Its mean in the futures in which the structure is wrong, in its unit."), Number("mean_elsewhere", "Its mean in the others, in its unit."),
                    ],
                    analysis.Structures.Select(item => (ImmutableArray<TidyCell>)
                    [
                        .. ResultColumns.Of(item.Structure), .. ResultColumns.Of(measure), .. ResultColumns.Of(item.Mean), .. ResultColumns.Of(item.MeanRegret), TidyCell.Of(item.WorstRegret), TidyCell.Of(item.ShareBest),
                        TidyCell.Of(item.ShareWrong), TidyCell.Of(item.Mark?.Name), TidyCell.Of(item.Mark?.Unit), TidyCell.Of(item.Mark?.WhereWrong), TidyCell.Of(item.Mark?.Elsewhere),
                    ])),
                new TidyTable(
                    "differences",
                    "How each structure differs from the first, with and without doubt about figures",
                    [.. ResultColumns.Structure, .. Baseline, Text("figures", "drawn: each future draws the uncertain figures; as-they-stand: none is drawn, under the same chances."), .. ResultColumns.Measure, .. Difference],
                    Differences(analysis)),
                new TidyTable(
                    "sources",
                    "What makes one future's difference unlike another's: shares of the variance",
                    [
                        .. ResultColumns.Structure, .. Baseline, .. Interval("from_figures", "", "share, from 0 to 1, from the uncertain figures"), .. Interval("from_drift", "", "share, from 0 to 1, from the drift of demand"),
                        Number("from_chance", "What is left, from 0 to 1: chance within a future."),
                    ],
                    analysis.Differences.Select(item => (ImmutableArray<TidyCell>)
                        [.. ResultColumns.Of(item.Structure), .. ResultColumns.Of(analysis.Structures[0].Structure), .. ResultColumns.Of(item.FromFigures), .. ResultColumns.Of(item.FromDrift), TidyCell.Of(item.FromChance)])),
                new TidyTable(
                    "worth_knowing",
                    "What each uncertain figure would be worth knowing before the choice, the most valuable first",
                    [
                        Text("parameter", "The figure's name."), .. ResultColumns.Measure, .. Interval("", "", "gain of choosing with the figure known, in the row's unit"),
                        Text("matters", "Whether any difference depends on it beyond chance: yes or no."), Number("explained", "The share, from 0 to 1, of the variance of the difference of the two best that it explains."),
                    ],
                    analysis.Figures.Select(item => (ImmutableArray<TidyCell>)
                        [TidyCell.Of(item.Figure.Figure), .. ResultColumns.Of(measure), .. ResultColumns.Of(item.Information.Value), TidyCell.YesOrNo(item.Information.Matters), TidyCell.Of(item.Information.Explained)])),
            ],
        };
    }

    private static IEnumerable<ImmutableArray<TidyCell>> Differences(UncertaintyAnalysis analysis) =>
        from item in analysis.Differences
        from variant in new[] { ("drawn", item.Difference), ("as-they-stand", item.AsTheyStand) }
        where variant.Item2 is not null
        select (ImmutableArray<TidyCell>)
        [
            .. ResultColumns.Of(item.Structure), .. ResultColumns.Of(analysis.Structures[0].Structure), TidyCell.Of(variant.Item1), .. ResultColumns.Of(variant.Item2, Reading(variant.Item2)),
        ];
}
