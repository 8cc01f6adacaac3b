using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The command <c>warmup</c> says whether the years that are not counted are enough.</summary>
public sealed class WarmUpCommandTests
{
    [Fact]
    public void The_table_and_the_json_document_have_both_series_of_each_structure()
    {
        using SmallScenario scenario = new();
        string[] quick = ["warmup", scenario.Folder, "--years", "1", "--replications", "2"];
        CommandRun words = CommandRun.Of(quick);
        Assert.Equal(ExitCode.Done, words.ExitCode);
        Assert.Contains("MSER-5 leaves out, years", words.Output, StringComparison.Ordinal);
        Assert.Contains(", held", words.Output, StringComparison.Ordinal);
        Assert.Contains(", waiting", words.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(CommandRun.Of([.. quick, "--json", "-"]).Output);
        JsonElement[] series = [.. document.RootElement.GetProperty("series").EnumerateArray()];
        Assert.Equal(["held", "waiting"], series.Take(2).Select(item => item.GetProperty("counts").GetString()));
        Assert.Equal(
            ["structure", "counts", "cutYears", "trusted", "enough", "meanInWarmUp", "meanCounted"],
            series[0].EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("--years 0.55", "--years: found 0.55; expected 0.6 or more: fewer weeks say nothing")]
    [InlineData("--replications 0", "--replications: found 0; expected a whole number from 1 to 100000")]
    [InlineData("--structures nowhere", "--structures: found 'nowhere'; expected one of ")]
    public void What_cannot_be_asked_is_refused(string options, string message)
    {
        CommandRun run = CommandRun.Of(["warmup", Repository.Derby, .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
