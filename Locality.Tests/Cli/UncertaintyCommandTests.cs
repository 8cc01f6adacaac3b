using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The command <c>uncertainty</c>, and the option that makes figures uncertain in every command.</summary>
public sealed class UncertaintyCommandTests
{
    private static readonly string[] Quick = ["uncertainty", Repository.Derby, "--years", "0.7", "--replications", "10", "--seed", "7", "--structures", "five-areas,one-city"];

    [Fact]
    public void The_words_name_regret_spread_and_what_the_intervals_cover()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--uncertain", "travel.speed=5..20,staff.fte"]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Which choice would be regretted?", run.Output, StringComparison.Ordinal);
        Assert.Contains("Spread owed to figures", run.Output, StringComparison.Ordinal);
        Assert.Contains("Least regretted", run.Output, StringComparison.Ordinal);
        Assert.Contains("doubt about travel.speed (5 to 20 km/h), staff.fte (0.8 to 1.2 times): each future draws its own.", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_document_has_structures_differences_and_figures()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--uncertain", "travel.speed=5..8..20", "--json", "-"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(["manifest", "measure", "zone", "stopped", "structures", "differences", "figures"], Names(root));
        Assert.Equal(["name", "mean", "meanRegret", "worstRegret", "shareBest", "shareWrong", "wrongWhere"], Names(root.GetProperty("structures")[0]));
        Assert.Equal(["structure", "baseline", "difference", "figuresAsTheyStand", "fromFigures", "fromDrift", "fromChance"], Names(root.GetProperty("differences")[0]));
        Assert.Equal(["figure", "worthKnowing", "matters", "explained"], Names(root.GetProperty("figures")[0]));
        JsonElement figure = root.GetProperty("manifest").GetProperty("uncertain")[0];
        Assert.Equal("travel.speed", figure.GetProperty("figure").GetString());
        Assert.Equal(8, figure.GetProperty("likely").GetDouble());
    }

    [Fact]
    public void Without_uncertain_figures_the_words_say_how_to_name_some()
    {
        CommandRun run = CommandRun.Of(Quick);
        Assert.Contains("No figure is uncertain here", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What to find out first", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_says_that_its_intervals_hold_the_doubt()
    {
        string[] quick = ["compare", Repository.Derby, "--years", "0.7", "--replications", "2", "--structures", "five-areas,one-city"];
        Assert.Contains("doubt about travel.speed (5 to 20 km/h): each future draws its own.", CommandRun.Of([.. quick, "--uncertain", "travel.speed"]).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(CommandRun.Of(quick).Output, CommandRun.Of([.. quick, "--uncertain", "none"]).Output);
    }

    [Theory]
    [InlineData("--uncertain speed", "--uncertain: found 'speed'; expected all, none, or of demand.referrals, ")]
    [InlineData("--uncertain travel.speed=8", "--uncertain: found 'travel.speed=8'; expected NAME, NAME=FROM..TO or NAME=FROM..LIKELY..TO, numbers above zero that rise")]
    [InlineData("--uncertain travel.speed=8..7", "--uncertain: found 'travel.speed=8..7'; expected NAME")]
    [InlineData("--uncertain travel.speed=8..8", "--uncertain: found 'travel.speed=8..8'; expected NAME")]
    [InlineData("--uncertain travel.speed=0..8", "--uncertain: found 'travel.speed=0..8'; expected NAME")]
    [InlineData("--uncertain travel.speed,travel.speed", "--uncertain: found 'travel.speed' twice; expected each figure once")]
    [InlineData("--uncertain travel.allocationTolerance=0.1..2", "--uncertain: found travel.allocationTolerance as 2, which its range allows; expected a range within what the figure can be")]
    [InlineData("--replications 9", "--replications: found 9; expected from 10 to 100000")]
    [InlineData("--zone -1", "--zone: found -1; expected zero or more")]
    [InlineData("--measure cost", "--measure: found 'cost'; expected one of ")]
    [InlineData("--structures one-city", "--structures: found 1; expected two or more")]
    public void What_cannot_be_asked_is_refused(string options, string message)
    {
        CommandRun run = CommandRun.Of(["uncertainty", Repository.Derby, .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
