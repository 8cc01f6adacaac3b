using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes the method: in plain words, then in the order of the STRESS-DES checklist.</summary>
internal static class MethodSection
{
    internal static ReportSection Of(DescriptionSource source, RunPlan plan)
    {
        string futures = Words.Count(plan.Replications, "future", "futures");
        return new ReportSection(
            "method",
            "How it was found",
            [
                new TextBlock(FormattableString.Invariant($"Referrals, families, workers and their days were simulated one event after another, in {futures} of {plan.Years:0.##} years; the first {plan.WarmUpYears:0.##} years fill the system and are not counted. Every structure meets the same children on the same days in the same future, so that differences come from the structures and not from luck.")),
                new TextBlock("A number is a mean over futures. Its 95 % interval says how far another set of futures might have led. A difference is called clear where its interval excludes zero, and otherwise no clear difference. Waits that are still open when a run ends count as open."),
                new TextBlock("The simulation follows rules; it does not know what people will do in a structure that they have not seen. It compares structures under the assumptions listed above."),
                new FoldedBlock("The model in the order of the STRESS-DES checklist", Checklist(ScenarioDescription.Entries(source))),
            ]);
    }

    /// <summary>Gathers entries of lists into lists, and leaves out the title, which the report has already.</summary>
    private static ImmutableArray<ReportBlock> Checklist(IReadOnlyList<DescriptionEntry> entries)
    {
        List<ReportBlock> blocks = [];
        List<string> list = [];
        foreach (DescriptionEntry entry in entries)
        {
            if (entry.Kind == DescriptionEntryKind.ListEntry)
            {
                list.Add(entry.Depth == 0 ? entry.Words : $"– {entry.Words}");
                continue;
            }

            EndList();
            switch (entry.Kind)
            {
                case DescriptionEntryKind.Part or DescriptionEntryKind.Item:
                    blocks.Add(new HeadingBlock(entry.Words));
                    break;
                case DescriptionEntryKind.Paragraph:
                    blocks.Add(new TextBlock(entry.Words));
                    break;
            }
        }

        EndList();
        return [.. blocks];

        void EndList()
        {
            if (list.Count > 0)
            {
                blocks.Add(new ListBlock([.. list]));
                list.Clear();
            }
        }
    }
}
