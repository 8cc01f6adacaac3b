using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes what was assumed: every mark of the scenario's file with its standing, and every value that the file leaves to the program.</summary>
internal static class AssumptionsSection
{
    private const string Judged = "judged";
    private const string Literature = "literature";
    private const string Published = "published statistics";

    internal static ReportSection Of(DescriptionSource source)
    {
        FigureMark[] assumed = [.. source.Marks.Where(mark => string.Equals(mark.Kind, FigureMark.Assumption, StringComparison.Ordinal))];
        int judged = source.Defaults.Count(value => value.Standing == Standing.Judged);
        return new ReportSection(
            "assumptions",
            "What was assumed",
            [
                new TextBlock($"{Words.Count(assumed.Length, "mark in the scenario calls its figures", "marks in the scenario call their figures")} an assumption; {Words.Number(source.Marks.Count - assumed.Length)} name a published or documented source. {Words.Count(source.Defaults.Length, "value is", "values are")} left to the program, of which {Words.Number(judged)} are judgements. Replace them by local figures before you rely on an answer that depends on them."),
                .. Folded("Assumptions of the scenario", Marks("assumptions-table", "Figures that the scenario assumes", assumed), isPrinted: true),
                .. Folded("Figures of the scenario with a source", Marks("sources-table", "Figures with a source", [.. source.Marks.Except(assumed)]), isPrinted: false),
                .. Folded("Values left to the program", Defaults(source.Defaults), isPrinted: false),
            ]);
    }

    /// <summary>Folds a table; nothing where it has no row.</summary>
    private static FoldedBlock[] Folded(string summary, ShownTable table, bool isPrinted) => table.Rows.IsEmpty ? [] : [new FoldedBlock(summary, [new TableBlock(table)], isPrinted)];

    private static ShownTable Marks(string id, string caption, FigureMark[] marks) => new(
        id,
        caption,
        [new ShownColumn("Figure", IsNumber: false), new ShownColumn("Standing", IsNumber: false), new ShownColumn("Source, or why", IsNumber: false)],
        [.. marks.Select(mark => ImmutableArray.Create(new ShownCell(mark.Path), new ShownCell(mark.Kind switch { "V" => Published, "L" => Literature, _ => "assumption" }), new ShownCell(mark.Words.Length > 0 ? mark.Words : "no reason given")))]);

    private static ShownTable Defaults(ImmutableArray<ScenarioDefault> defaults) => new(
        "defaults-table",
        "Values left to the program",
        [new ShownColumn("Figure", IsNumber: false), new ShownColumn("Value", IsNumber: false), new ShownColumn("Standing", IsNumber: false), new ShownColumn("Source", IsNumber: false)],
        [
            .. defaults.Select(value => ImmutableArray.Create(
                new ShownCell(value.Path),
                new ShownCell(value.Value),
                new ShownCell(value.Standing switch { Standing.Verified => Published, Standing.Literature => Literature, _ => Judged }),
                new ShownCell(value.Source))),
        ]);
}
