using LocalitySim.Cli;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A scenario names the groupings that a ranking chooses among.</summary>
public sealed class GroupingsTests
{
    [Fact]
    public void The_named_groupings_are_the_candidates()
    {
        using SmallScenario small = Three("groupings: { of: three, into: [2] }\n");
        Assert.Empty(small.Problems());
        Scenario scenario = Scenario.Load(small.Folder);
        Assert.Equal(("three", 2), (scenario.Groupings!.Of, Assert.Single(scenario.Groupings.Into)));

        // Ash, Beech and Cedar lie in a row: Ash and Cedar do not touch.
        Assert.Equal(["ash+beech/cedar", "ash/beech+cedar"], CandidateGroupings.Of(scenario).Select(structure => structure.Id).Order(StringComparer.Ordinal));
        Assert.Empty(CandidateGroupings.Of(scenario with { Groupings = null }));
        Assert.Equal(4, CandidateGroupings.Of(scenario with { Groupings = new Groupings { Of = "three" } }).Length);
    }

    [Fact]
    public void Rank_takes_the_named_groupings_and_options_say_otherwise()
    {
        using SmallScenario small = Three("groupings: { of: three, into: [2] }\n");
        string[] quick = ["--years", "1.2", "--first-stage", "3", "--seed", "3", "--zone", "30"];
        Assert.Contains("\n2 structures by wait for a lead worker", CommandRun.Of(["rank", small.Folder, .. quick]).Output, StringComparison.Ordinal);
        Assert.Contains("\n3 structures by wait", CommandRun.Of(["rank", small.Folder, "--into", "2,3", .. quick]).Output, StringComparison.Ordinal);
        Assert.Contains("\n4 structures by wait", CommandRun.Of(["rank", small.Folder, "--every-grouping", .. quick]).Output, StringComparison.Ordinal);
        CommandRun named = CommandRun.Of(["rank", small.Folder, "--structures", "two,three", .. quick]);
        Assert.Contains("\n2 structures by wait", named.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ash+beech", named.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Describe_reads_the_groupings_as_a_sentence()
    {
        using SmallScenario small = Three("groupings: { of: three, into: [2, 3] }\n");
        CommandRun run = CommandRun.Of(["describe", small.Folder]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("every contiguous grouping of the localities of three into 2 or 3 localities", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ of: thre }", ".of: found 'thre'; expected the id of a structure: two, three; did you mean 'three'?")]
    [InlineData("{ of: three, into: [4] }", ".into[0]: found 4; expected from 1 to 3, the localities of 'three'")]
    [InlineData("{ of: three, into: [2, 2] }", ".into[1]: found 2 again; expected each number once")]
    [InlineData("{ of: three, into: [0] }", ".into[0]: found 0; expected ")]
    [InlineData("{ into: [2] }", ".of: found nothing; expected ")]
    public void Groupings_that_cannot_be_made_are_located(string groupings, string message)
    {
        using SmallScenario small = Three($"groupings: {groupings}\n");
        string problem = Assert.Single(small.Problems());
        Assert.StartsWith("small/scenario.yaml(", problem, StringComparison.Ordinal);
        Assert.Contains($": groupings{message}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Localities_that_are_not_alike_or_too_few_are_not_grouped()
    {
        using SmallScenario posts = Three("groupings: { of: three }\n").Replace(SmallScenario.Yaml, "  - id: three\n", "  - id: three\n    extraPosts: [{ locality: ash, service: care, fte: 1 }]\n");
        Assert.Contains("groupings.of: found 'three', whose extraPosts names single localities; expected a structure whose localities are alike", Assert.Single(posts.Problems()), StringComparison.Ordinal);
        using SmallScenario one = Three("  - id: one\n    localities: [{ id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }]\ngroupings: { of: one }\n");
        Assert.Contains("groupings.of: found 'one' with 1 localities; expected a structure with 2 to 12", Assert.Single(one.Problems()), StringComparison.Ordinal);
    }

    private static SmallScenario Three(string more) => new SmallScenario()
        .Replace(SmallScenario.Yaml, "referralsPerYear: 300", "referralsPerYear: 30")
        .Replace(SmallScenario.Yaml, "openCases: 100", "openCases: 10")
        .Append(SmallScenario.Yaml, "  - id: three\n    localities:\n      - { id: ash, areas: [Ash], bases: [Ash] }\n      - { id: beech, areas: [Beech], bases: [Beech] }\n      - { id: cedar, areas: [Cedar], bases: [Cedar] }\n" + more);
}
