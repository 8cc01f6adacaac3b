using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes the answer: a sentence with its interval and its chance, what stands against it, and the picture of it.</summary>
internal static class AnswerSection
{
    internal static ReportSection Of(ComparisonView view, StaffTarget? target)
    {
        StructureComparison comparison = view.Comparison;
        List<ReportBlock> blocks = [new TextBlock(AnswerWords.Answer(comparison), TextKind.Answer)];
        if (AnswerWords.AlsoChanged(comparison) is { } also)
        {
            blocks.Add(new TextBlock(also));
        }

        if (target is not null)
        {
            blocks.Add(new TextBlock(AnswerWords.Target(comparison, target)));
        }

        blocks.AddRange(AnswerWords.Cautions(comparison).Select(words => new TextBlock(words, TextKind.Caution)));
        if (!comparison.Differences.IsEmpty)
        {
            blocks.Add(new ChartBlock(DifferenceCharts.Waits(view)));
        }

        blocks.Add(new TextBlock(UncertainWords.Covered(view.Scenario), TextKind.Small));
        return new ReportSection("answer", "The answer", [.. blocks]);
    }
}
