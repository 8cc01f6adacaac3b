using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Makes the report of an answer that is one table: its sentences, its charts, its table, and what it rests on.</summary>
internal static class AnswerReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="title">The title.</param>
    /// <param name="first">The answer, in a sentence or two.</param>
    /// <param name="answer">The table with its words.</param>
    /// <param name="charts">The charts.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <param name="folder">The scenario's folder.</param>
    /// <param name="command">The command that makes it again.</param>
    internal static Report Of(string title, string first, AnswerTable answer, IEnumerable<Chart?> charts, Scenario scenario, RunManifest manifest, string folder, string command)
    {
        DescriptionSource source = DescriptionSource.Of(scenario, folder, listsDefaults: false);
        RunPlan plan = scenario.Plan with { Replications = manifest.Replications, Years = manifest.Years, WarmUpYears = manifest.WarmUpYears };
        string[] further = [.. answer.Sentences.Where(sentence => !first.Contains(sentence, StringComparison.Ordinal))];
        return new Report
        {
            Title = title,
            Question = scenario.Question,
            Sections =
            [
                new ReportSection(
                    "answer",
                    "The answer",
                    [
                        new TextBlock(first, TextKind.Answer),
                        new TextBlock(answer.Heading[^1]),
                        .. charts.OfType<Chart>().Select(chart => new ChartBlock(chart)),
                        new TableBlock(answer.Table),
                        .. further.Length > 0 ? [new ListBlock([.. further])] : Array.Empty<ReportBlock>(),
                    ]),
                AssumptionsSection.Of(source),
                MethodSection.Of(source, plan),
                ManifestSection.Of(manifest, command),
            ],
            Footer = ManifestSection.Footer(manifest),
            Names = ComparisonReport.NamesOf(scenario),
        };
    }
}
