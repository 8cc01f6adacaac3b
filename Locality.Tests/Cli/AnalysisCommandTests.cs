using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The commands <c>sensitivity</c> and <c>breakeven</c> say what a difference depends on, and refuse what cannot be asked.</summary>
public sealed class AnalysisCommandTests
{
    private static readonly string[] Quick = ["--years", "0.7", "--replications", "2", "--structures", "one-city,five-areas-reshared", "--seed", "3"];

    [Fact]
    public void Sensitivity_shows_a_bar_for_every_figure_asked_for()
    {
        CommandRun run = CommandRun.Of(["sensitivity", Repository.Derby, "--parameters", "travel.speed,staff.fte", .. Quick]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("One city-wide team, less Five, staff re-shared: wait for a lead worker", run.Output, StringComparison.Ordinal);
        Assert.Contains("(travel.speed)", run.Output, StringComparison.Ordinal);
        Assert.Contains("0.8 … 1.2 times", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("staff.turnover", run.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(CommandRun.Of(["sensitivity", Repository.Derby, "--parameters", "staff.fte", "--json", "-", .. Quick]).Output);
        JsonElement bar = Assert.Single(document.RootElement.GetProperty("bars").EnumerateArray());
        Assert.Equal("staff.fte", bar.GetProperty("parameter").GetString());
        Assert.Equal(0.8, bar.GetProperty("low").GetDouble());
    }

    [Fact]
    public void Breakeven_says_one_of_its_three_findings_and_writes_it()
    {
        CommandRun run = CommandRun.Of(["breakeven", Repository.Derby, "travel.speed", "--low", "15", "--high", "30", .. Quick]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches("\n(Break-even: |No break-even: |Cannot be told: )", run.Output);
        Assert.Contains("for this figure alone", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("breakeven|nothing", "PARAMETER: found 'nothing'; expected one of demand.referrals, staff.fte")]
    [InlineData("breakeven|travel.speed|--low|30|--high|20", "--low, --high: found 30 and 20; expected a lowest value below the highest")]
    [InlineData("breakeven|travel.speed|--low|-3", "--low: found -3; expected a value of travel.speed above 0, in km/h")]
    [InlineData("breakeven|travel.speed|--high|0", "--high: found 0; expected a value of travel.speed above 0, in km/h")]
    [InlineData("breakeven|travel.speed|--high|1", "--high: found 1; expected a value above the lowest, which is ")]
    [InlineData("breakeven|travel.speed|--low|1000", "--low: found 1000; expected a value below the highest, which is ")]
    [InlineData("breakeven|travel.speed|--replications|1", "--replications: found 1; expected from 2")]
    [InlineData("breakeven|travel.speed|--structures|one-city", "--structures: found 1; expected two")]
    [InlineData("breakeven|travel.speed|--structures|one-city,nope", "--structures: found 'nope'; expected one of")]
    [InlineData("sensitivity|--measure|nope", "--measure: found 'nope'; expected one of waitRestrictedMean")]
    [InlineData("sensitivity|--parameters|nope", "--parameters: found 'nope'; expected one of demand.referrals")]
    public void What_cannot_be_asked_is_refused(string options, string message)
    {
        string[] parts = options.Split('|');
        CommandRun run = CommandRun.Of([parts[0], Repository.Derby, .. parts[1..]]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
