using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The methods of <c>sensitivity</c>, their budgets, and what they keep when they are stopped.</summary>
public sealed class AnalysisMethodTests
{
    private static readonly string[] Quick = ["--years", "1.2", "--structures", "one,two", "--seed", "3"];

    [Fact]
    public void Morris_gives_every_figure_its_change_its_spread_and_the_part_of_chance()
    {
        using SmallScenario small = Small();
        string[] options = ["sensitivity", small.Folder, "--method", "morris", "--trajectories", "2", "--replications", "2", "--parameters", "demand.referrals,staff.fte", .. Quick];
        string json = Path.Combine(small.Folder, "out.json");
        CommandRun run = CommandRun.Of([.. options, "--json", json]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("on 2 paths through all ranges; 2 futures at every point.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Spread of the change (σ)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Stopped early", run.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(json));
        JsonElement root = document.RootElement;
        Assert.Equal(["manifest", "structure", "baseline", "measure", "method", "end", "trajectories", "effects"], Names(root));
        Assert.Equal(("morris", "finished", 2), (root.GetProperty("method").GetString(), root.GetProperty("end").GetString(), root.GetProperty("trajectories").GetInt32()));
        Assert.Equal(["demand.referrals", "staff.fte"], root.GetProperty("effects").EnumerateArray().Select(item => item.GetProperty("parameter").GetString()));
        Assert.All(root.GetProperty("effects").EnumerateArray(), item => Assert.Equal(
            ["parameter", "low", "present", "high", "mean", "meanAbsolute", "standardDeviation", "chanceDeviation", "chanceProbability"], Names(item)));
    }

    [Fact]
    public void Sobol_gives_every_figure_its_share_and_says_what_is_chance()
    {
        using SmallScenario small = Small();
        string[] options = ["sensitivity", small.Folder, "--method", "sobol", "--points", "64", "--replications", "2", "--parameters", "staff.fte", .. Quick];
        string json = Path.Combine(small.Folder, "out.json");
        CommandRun run = CommandRun.Of([.. options, "--json", json]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("64 points, 2 futures at every point. Mean difference ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Chance that is left in the mean of 2 futures: ", run.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(json));
        Assert.Equal(
            ["manifest", "structure", "baseline", "measure", "method", "end", "points", "mean", "variance", "chanceVariance", "shares"], Names(document.RootElement));
        JsonElement share = Assert.Single(document.RootElement.GetProperty("shares").EnumerateArray());
        Assert.Equal(["parameter", "low", "present", "high", "firstOrder", "total"], Names(share));
    }

    [Theory]
    [InlineData("--method nope", "--method: found 'nope'; expected one of tornado, morris, sobol")]
    [InlineData("--trajectories 5", "--trajectories: found 5 with --method tornado; expected it with --method morris alone")]
    [InlineData("--method morris --trajectories 1", "--trajectories: found 1; expected from 2 to 10000")]
    [InlineData("--method morris --points 64", "--points: found 64 with --method morris; expected it with --method sobol alone")]
    [InlineData("--method sobol --points 100", "--points: found 100; expected a power of two from 64 to 65536, such as 256")]
    [InlineData("--method sobol --points 32", "--points: found 32; expected a power of two from 64")]
    [InlineData("--method sobol --points 65536 --replications 1000", "--replications: found 1000, which makes ")]
    [InlineData("--parameters staff.fte,staff.fte", "--parameters: found 'staff.fte' twice; expected each figure once")]
    public void What_a_method_cannot_take_is_refused(string options, string message)
    {
        CommandRun run = CommandRun.Of(["sensitivity", Repository.Derby, .. options.Split(' ')]);
        Assert.Equal((ExitCode.BadInput, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_that_no_number_can_hold_is_refused_and_not_wrapped()
    {
        CommandRun run = CommandRun.Of(["sensitivity", Repository.Derby, "--method", "morris", "--trajectories", "10000", "--replications", "100000"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("futures over all values; expected at most 100000000", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_tornado_shows_the_finished_figures_and_names_the_missing_ones()
    {
        CommandRun run = StoppedHalfway("sensitivity", "--replications", "60", "--json", "-");
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal("stopped", root.GetProperty("end").GetString());
        string?[] done = [.. root.GetProperty("bars").EnumerateArray().Select(bar => bar.GetProperty("parameter").GetString())];
        string?[] missing = [.. root.GetProperty("missing").EnumerateArray().Select(name => name.GetString())];
        Assert.NotEmpty(done);
        Assert.NotEmpty(missing);
        Assert.Empty(done.Intersect(missing));
    }

    [Fact]
    public void A_stopped_screening_says_how_many_paths_are_done()
    {
        CommandRun run = StoppedHalfway("sensitivity", "--method", "morris", "--parameters", "demand.referrals,staff.fte", "--replications", "2", "--trajectories", "10000");
        Assert.Matches("\nStopped early: [0-9]+ of 10000 paths are done\\.", run.Output);
    }

    [Fact]
    public void A_stopped_break_even_is_not_yet_told()
    {
        CommandRun run = StoppedHalfway("breakeven", "staff.fte", "--replications", "60");
        Assert.Matches("\nStopped early: not yet told\\. The difference is known at [1-9][0-9]* values? alone", run.Output);
        Assert.DoesNotContain("reak-even:", run.Output, StringComparison.Ordinal);
    }

    private static SmallScenario Small() => new SmallScenario()
        .Replace(SmallScenario.Yaml, "referralsPerYear: 300", "referralsPerYear: 30")
        .Replace(SmallScenario.Yaml, "openCases: 100", "openCases: 10")
        .Append(SmallScenario.Yaml, "  - id: one\n    localities:\n      - { id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }\n");

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    /// <summary>Runs a command, and stops it after ever longer times until it has something to show.</summary>
    private static CommandRun StoppedHalfway(string command, params string[] args)
    {
        using SmallScenario small = Small();
        TimeSpan delay = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            using StringWriter output = new() { NewLine = "\n" };
            using StringWriter error = new() { NewLine = "\n" };
            using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            source.CancelAfter(delay);
            ExitCode end = LocalityCommand.Run([command, small.Folder, .. args, .. Quick, "--threads", "1"], output, error, source.Token);
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (end == ExitCode.Cancelled && output.ToString().Length > 0)
            {
                return new CommandRun(end, output.ToString(), error.ToString());
            }

            // A machine is now slower, now faster: too late a stop finds all done, too early a one finds nothing.
            Assert.True(end is ExitCode.Cancelled or ExitCode.Done, error.ToString());
            delay *= end == ExitCode.Done ? 0.7 : 1.5;
        }
    }
}
