using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Makes the first sheet of a workbook: the question, what the intervals cover, what the numbers were made from, and what is in the other sheets.</summary>
internal static class WorkbookAbout
{
    internal static TidyTable Of(TidyTables tables, IEnumerable<(string Sheet, string Title)> sheets) => new(
        "about",
        "What these numbers are",
        [new TidyColumn("item", TidyType.Text, "", "What is said."), new TidyColumn("value", TidyType.Text, "", "It.")],
        Lines(tables, sheets).Where(line => line.Value.Length > 0).Select(line => ImmutableArray.Create(TidyCell.Of(line.Item), TidyCell.Of(line.Value))));

    private static IEnumerable<(string Item, string Value)> Lines(TidyTables tables, IEnumerable<(string Sheet, string Title)> sheets)
    {
        RunManifest manifest = tables.Manifest;
        yield return ("Scenario", manifest.Scenario);
        yield return ("Question", tables.Question);
        yield return ("Intervals", manifest.Intervals);
        foreach (string note in tables.Notes)
        {
            yield return ("Note", note);
        }

        foreach ((string sheet, string title) in sheets)
        {
            yield return ($"Sheet {sheet}", title);
        }

        yield return ("Empty cells", "A value that does not exist: nothing was measured, or an interval has no end there. It is not zero.");
        yield return ("Structures", string.Join(", ", manifest.Structures));
        yield return ("Futures", manifest.Replications.ToString(CultureInfo.InvariantCulture));
        yield return ("Years", string.Create(CultureInfo.InvariantCulture, $"{manifest.Years}, the first {manifest.WarmUpYears} not counted"));

        // As text: a spreadsheet would round a long one.
        yield return ("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("Program", $"{manifest.Program} {manifest.Version}");
        foreach (InputFile input in manifest.Inputs)
        {
            yield return ($"SHA-256 of {input.File}", input.Sha256);
        }

        foreach (UncertainFigure figure in manifest.Uncertain)
        {
            yield return ("Uncertain figure", Text(figure));
        }
    }

    private static string Text(UncertainFigure figure) => figure switch
    {
        { Median: { } median, Within: { } within } => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure}: {median}, within a factor of {within}"),
        { Values: [var least, .., var most] } => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure}: as forecast, {least} to {most}"),
        { Likely: { } likely } => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure}: {figure.From} to {figure.To}, likely {likely}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure}: {figure.From} to {figure.To}"),
    };
}
