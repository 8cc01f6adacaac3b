using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes how one gets there: the dates of structures that change, and what the way costs.</summary>
internal static class TransitionSection
{
    internal static ReportSection? Of(ComparisonView view, DescriptionSource source)
    {
        StructureResult[] changing = [.. view.Results.Where(result => TransitionCharts.HasDates(result.Structure))];
        if (changing.Length == 0)
        {
            return null;
        }

        List<ReportBlock> blocks = [];
        foreach (StructureResult result in changing)
        {
            blocks.Add(new HeadingBlock(view.NameOf(result)));
            blocks.Add(new ListBlock([.. result.Structure.Steps.OrderBy(step => step.On).Select(step => Sentence(StepWords.Of(source, step))), .. result.Structure.RollOut is { } rollOut ? [Sentence(StepWords.Of(source, rollOut))] : Array.Empty<string>()]));
        }

        if (TransitionCharts.Lists(view) is { } chart)
        {
            blocks.Add(new ChartBlock(chart));
        }

        return new ReportSection("transition", "How to get there", [.. blocks]);
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}
