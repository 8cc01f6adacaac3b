using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The command <c>waterfall</c> splits a difference into parts that add up.</summary>
public sealed class WaterfallCommandTests
{
    private static readonly string[] Quick = ["waterfall", Repository.Derby, "--years", "0.7", "--replications", "2", "--structures", "five-areas-reshared,five-areas"];

    [Fact]
    public void The_json_document_has_factors_that_add_up()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--json", "-"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(
            ["manifest", "structure", "baseline", "measure", "baselineMean", "structureMean", "difference", "factors", "stopped"],
            root.EnumerateObject().Select(property => property.Name));
        JsonElement factor = Assert.Single(root.GetProperty("factors").EnumerateArray());
        Assert.Equal(["resharing"], factor.GetProperty("parts").EnumerateArray().Select(part => part.GetString()));
        Assert.Equal(root.GetProperty("structureMean").GetDouble() - root.GetProperty("baselineMean").GetDouble(), factor.GetProperty("contribution").GetDouble());
    }

    [Fact]
    public void The_table_goes_from_the_baseline_to_the_structure()
    {
        CommandRun run = CommandRun.Of(Quick);
        Assert.Equal("", run.Error);
        Assert.Contains("Re-sharing of posts", run.Output, StringComparison.Ordinal);
        Assert.True(run.Output.IndexOf("Five areas", StringComparison.Ordinal) < run.Output.IndexOf("Re-sharing of posts", StringComparison.Ordinal));
        Assert.Contains("(Shapley values), so that they add up.", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--structures five-areas,three-merged", "--structures: found 'three-merged' as the baseline; expected 'five-areas', the scenario's first structure, from which posts and money are counted")]
    [InlineData("--structures nowhere,five-areas", "--structures: found 'nowhere'; expected one of five-areas, ")]
    [InlineData("--replications 1", "--replications: found 1; expected from 2 to 100000")]
    public void What_cannot_be_asked_is_refused(string options, string message)
    {
        CommandRun run = CommandRun.Of(["waterfall", Repository.Derby, .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
