using System.Text.Json;
using LocalitySim.Cli;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The command <c>rank</c> says which structure is best, how sure that is, and which others are as good.</summary>
public sealed class RankCommandTests
{
    private static readonly string[] Quick = ["rank", Repository.Derby, "--years", "0.7", "--first-stage", "3", "--seed", "7"];

    [Fact]
    public void The_json_document_has_every_candidate_with_rank_measures_and_guarantee()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--structures", "five-areas-reshared,three-merged,one-city", "--json", "-"]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(["manifest", "method", "measure", "indifferenceZone", "commonFutures", "simulated", "end", "candidates", "guarantee"], Names(root));
        JsonElement[] candidates = [.. root.GetProperty("candidates").EnumerateArray()];
        Assert.Equal([1, 2, 3], candidates.Select(item => item.GetProperty("rank").GetInt32()));
        Assert.Equal(["five-areas-reshared", "one-city", "three-merged"], candidates.Select(item => item.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(1, candidates.Sum(item => item.GetProperty("probabilityBest").GetDouble()), 9);
        Assert.All(candidates, item =>
        {
            Assert.Equal(["name", "localities", "rank", "measures", "lessBest", "probabilityBest", "isTied", "isWithinZone", "inParetoSet", "childrenMoved", "futures"], Names(item));
            Assert.Equal(Measure.All.Length, item.GetProperty("measures").GetArrayLength());
            Assert.Equal(17, item.GetProperty("localities").EnumerateArray().Sum(locality => locality.GetProperty("areas").GetArrayLength()));
        });
        Assert.Equal(0.95, root.GetProperty("guarantee").GetProperty("confidence").GetDouble());
        Assert.Equal("chosen", root.GetProperty("end").GetString());
    }

    [Fact]
    public void A_budget_is_spent_without_a_promise()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--structures", "five-areas,three-merged,one-city", "--method", "budget", "--budget", "15", "--json", "-"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal("budget", document.RootElement.GetProperty("method").GetString());
        Assert.Equal("budget-spent", document.RootElement.GetProperty("end").GetString());
        Assert.Equal(15, document.RootElement.GetProperty("simulated").GetInt32());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("guarantee").ValueKind);
        string words = CommandRun.Of([.. Quick, "--structures", "five-areas,one-city", "--method", "budget", "--budget", "6"]).Output.ReplaceLineEndings(" ");
        Assert.Contains("Without a promise: after 6 futures", words, StringComparison.Ordinal);
        Assert.DoesNotContain("with a probability of at least", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tournament", "(a knockout tournament; normal means of futures assumed). If none is, a structure that differs too little")]
    [InlineData("kn++", "(procedure KN++, whose promise is that of its limit for a small zone; normal means")]
    public void Other_procedures_say_what_they_promise(string method, string promise)
    {
        CommandRun run = CommandRun.Of([.. Quick, "--structures", "five-areas,three-merged,one-city", "--method", method]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains(promise, run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Chosen: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--method best", "--method: found 'best'; expected one of kn, kn++, tournament, budget")]
    [InlineData("--method budget", "--budget: found none; expected 18 or more: 3 futures of each of 6 structures (see --first-stage)")]
    [InlineData("--method budget --budget 17", "--budget: found 17; expected 18 or more")]
    [InlineData("--budget 100", "--budget: found 100 with --method kn; expected it with --method budget only")]
    public void A_procedure_that_cannot_be_followed_is_refused(string options, string message)
    {
        CommandRun run = CommandRun.Of([.. Quick, .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Groupings_are_ranked_and_those_of_the_scenario_found_by_name()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--every-grouping", "--into", "1,4,5"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("10 structures by wait for a lead worker", run.Output, StringComparison.Ordinal);
        Assert.Matches("\n(One city-wide team|Five, staff re-shared): rank [0-9]+ of 10, ", run.Output);
        Assert.Contains("with a probability of at least 0.95 (procedure KN", run.Output, StringComparison.Ordinal);
        Assert.Contains("Intervals and choice cover chance and the drift of demand, not doubt about the scenario's own figures.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_option_is_named_at_once_and_nothing_runs()
    {
        CommandRun run = CommandRun.Of(["rank", Repository.Derby, "--of", "x", "--zone", "0", "--measure", "nope", "--first-stage", "1", "--threads", "0", "--confidence", "1"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        foreach (string option in new[] { "--of", "--zone", "--measure", "--first-stage", "--threads", "--confidence" })
        {
            Assert.Contains($"{option}: found ", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--every-grouping --of nowhere", "--of: found 'nowhere'; expected one of five-areas")]
    [InlineData("--every-grouping --into 2,x", "--into: found '2,x'; expected whole numbers")]
    [InlineData("--every-grouping --into 5", "--into: found '5', which gives one grouping")]
    [InlineData("--every-grouping --into 6", "--every-grouping: 'five-areas' has no contiguous grouping")]
    [InlineData("--every-grouping --structures five-areas", "--structures: found 'five-areas' with --every-grouping")]
    [InlineData("--structures five-areas", "--structures: found one structure, 'five-areas'; expected two or more")]
    [InlineData("--structures five-areas,nope", "--structures: found 'nope'; expected one of five-areas")]
    [InlineData("--measure load", "--zone: found none; expected the difference from which the choice matters, in %")]
    public void What_cannot_be_ranked_is_refused(string options, string message)
    {
        CommandRun run = CommandRun.Of(["rank", Repository.Derby, .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
