using System.Collections.Immutable;
using System.Xml.Linq;
using LocalitySim.Models;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Reports of comparisons that have little in them, or something odd.</summary>
public class ComparisonReportTests
{
    private static readonly Scenario Two = PlainScenario.Of(2) with { Plan = new RunPlan { Years = 1, WarmUpYears = 0.25, Replications = 3, Seed = 1 } };

    [Fact]
    public void One_structure_is_described_without_differences()
    {
        Report report = Whole(Two, "separate");
        Assert.Equal("Plain: separate", report.Title);
        Assert.Contains(report.Sections, section => string.Equals(section.Heading, "Who waits where", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Charts, chart => chart.Id is "wait-difference" or "wait-cost");
    }

    [Fact]
    public void One_future_has_no_interval_and_no_answer()
    {
        Report report = Whole(Two with { Plan = Two.Plan with { Replications = 1 } });
        Assert.Equal("One future says nothing of chance: simulate more of them.", Answer(report));
        Assert.DoesNotContain("( to )", MarkdownPage.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_structures_are_compared()
    {
        Report report = Whole(Two);
        Assert.Equal("Plain: 2 structures compared", report.Title);
        Assert.Contains(report.Charts, chart => string.Equals(chart.Id, "wait-difference", StringComparison.Ordinal));
    }

    [Fact]
    public void Structures_of_one_name_are_told_apart_everywhere()
    {
        Report report = Whole(Two with { Structures = [.. Two.Structures.Select(structure => structure with { Name = "Same" })] });
        Chart chart = report.Charts.Single(one => string.Equals(one.Id, "wait-difference", StringComparison.Ordinal));
        Assert.Equal("Mean wait, less that under Same (separate)", chart.Title);
        Assert.Equal("Same (merged)", chart.Table.Rows[0][0].Text);
        Assert.Contains("Same (merged)", Answer(report), StringComparison.Ordinal);
        Assert.DoesNotMatch("Same(?! \\((separate|merged)\\))", Answer(report));
    }

    [Fact]
    public void One_area_and_one_locality_are_enough()
    {
        Report report = Whole(PlainScenario.Of(1) with { Plan = Two.Plan });
        Assert.Single(report.Charts.Single(chart => string.Equals(chart.Id, "map", StringComparison.Ordinal)).Table.Rows);
        Drawn(report);
        Assert.DoesNotContain(report.Charts, chart => string.Equals(chart.Id, "need-capacity", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_of_few_months_has_no_lines_over_them()
    {
        Report report = Whole(Two with { Plan = Two.Plan with { Years = 0.3 } });
        Assert.DoesNotContain(report.Charts, chart => string.Equals(chart.Id, "wait-by-month", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_at_all_is_reported_as_nobody()
    {
        Report report = Whole(Two.With(pathway: pathway => pathway with { ReferralsPerYear = 0 }));
        Assert.Equal("Nothing can be said of the waits: in some futures nobody waited.", Answer(report));
        Assert.DoesNotContain("NaN", MarkdownPage.Of(report), StringComparison.Ordinal);
        Drawn(report);
    }

    [Fact]
    public void A_comparison_without_parts_is_reported_without_them()
    {
        using SmallScenario folder = new();
        StructureComparison compared = Experiment.Compare(Two, cancellation: TestContext.Current.CancellationToken);
        StructureResult Bare(StructureResult result) => result with { Breakdowns = [], WaitDistribution = null, WorkerCaseloads = null, ReferralFlow = null };
        StructureComparison bare = compared with
        {
            Structures = [.. compared.Structures.Select(Bare)],
            Differences = [.. compared.Differences.Select(difference => difference with { Structure = Bare(difference.Structure), Baseline = Bare(difference.Baseline), Breakdowns = [] })],
        };
        Report report = ComparisonReport.Of(bare, folder.Folder);
        Assert.Equal(["wait-difference", "wait-cost", "map"], report.Charts.Select(chart => chart.Id).Where(id => !string.Equals(id, "influence", StringComparison.Ordinal)));
        ReportSamples.Read(HtmlPage.Of(report));
    }

    [Fact]
    public void A_target_that_cannot_be_held_against_waits_is_refused()
    {
        using SmallScenario folder = new();
        StructureComparison compared = Experiment.Compare(Two with { Plan = Two.Plan with { Replications = 1 } }, cancellation: TestContext.Current.CancellationToken);
        ArgumentException working = Assert.Throws<ArgumentException>(() => ComparisonReport.Of(compared, folder.Folder, StaffTarget.Parse("90% seen in 20 working days")));
        Assert.StartsWith("Target: found 'p90 wait <= 20 working days'; expected days or weeks of the calendar: a comparison follows waits by these.", working.Message, StringComparison.Ordinal);
        ArgumentException part = Assert.Throws<ArgumentException>(() => ComparisonReport.Of(compared, folder.Folder, StaffTarget.SeenWithin(0.9, 2.5, workingDays: false)));
        Assert.StartsWith("Target: found 'p90 wait <= 2.5 days'; expected whole days.", part.Message, StringComparison.Ordinal);
    }

    /// <summary>Makes the report, and every form of it.</summary>
    private static Report Whole(Scenario scenario, params string[] structures)
    {
        Report report = ReportSamples.Made(scenario, structures: structures);
        ReadPage page = ReportSamples.Read(HtmlPage.Of(report));
        Assert.Equal(report.Charts.Count(), page.All("figure").Count());
        string[] ids = [.. page.Words.Descendants().Attributes("id").Select(attribute => attribute.Value)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(report.Charts, chart => Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Length, row.Length)));
        Assert.NotEqual("", MarkdownPage.Of(report));
        return report;
    }

    private static void Drawn(Report report)
    {
        ImmutableArray<(string Name, string Svg)> pictures = ChartFiles.Svg(report);
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.Equal("svg", XDocument.Parse(picture.Svg).Root!.Name.LocalName));
    }

    private static string Answer(Report report) => report.Sections[0].Blocks.OfType<TextBlock>().Single(block => block.Kind == TextKind.Answer).Words;
}
