using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The command <c>staff</c> says what posts a target takes, and refuses what cannot be asked or met.</summary>
public sealed class StaffCommandTests
{
    private const string Target = "p90 wait <= 20 working days";

    private static readonly string[] Quick = ["--years", "0.8", "--replications", "12", "--seed", "3"];

    [Fact]
    public void The_json_document_has_posts_target_and_what_is_achieved()
    {
        using SmallScenario small = new();
        CommandRun run = CommandRun.Of(["staff", small.Folder, "--target", Target, "--json", "-", .. Quick]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(["manifest", "posts", "target", "achieved", "confidence", "end", "additions", "searchedFutures", "checkedFutures", "varianceRatio"], Names(root));
        Assert.Equal(Target, root.GetProperty("target").GetString());
        Assert.Equal(["mean", "lower", "upper", "seenInTime", "futuresMet"], Names(root.GetProperty("achieved")));
        JsonElement[] posts = [.. root.GetProperty("posts").EnumerateArray()];
        Assert.Equal(["north", "south"], posts.Select(post => post.GetProperty("locality").GetString()));
        Assert.All(posts, post =>
        {
            Assert.Equal(["locality", "service", "fte", "presentFte", "isShown", "achieved", "present", "presentLoad", "presentListGrowthPerMonth", "relief"], Names(post));
            Assert.Equal("care", post.GetProperty("service").GetString());
            double fte = post.GetProperty("fte").GetDouble();
            Assert.Equal(Math.Round(fte), fte, 9);
        });
        Assert.Equal("confirmed", root.GetProperty("end").GetString());
    }

    [Fact]
    public void The_table_says_what_it_means_in_words()
    {
        using SmallScenario small = new();
        CommandRun run = CommandRun.Of(["staff", small.Folder, "--target", "mean wait <= 6 days", "--structure", "two", .. Quick]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("two: least posts of each team so that the mean wait is at most 6 days.", run.Output, StringComparison.Ordinal);
        Assert.Contains("  north ", run.Output, StringComparison.Ordinal);
        Assert.Contains("fresh futures that had no part in the choice", run.Output, StringComparison.Ordinal);
        Assert.Contains("Open waits are censored, not dropped.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_is_compared_in_fresh_futures_and_written()
    {
        using SmallScenario small = new();
        CommandRun run = CommandRun.Of(["staff", small.Folder, "--split", "mean", "--json", "-", .. Quick]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(["manifest", "posts", "objective", "confidence", "end", "services"], Names(root));
        JsonElement[] posts = [.. root.GetProperty("posts").EnumerateArray()];
        Assert.Equal(posts.Sum(post => post.GetProperty("presentFte").GetDouble()), posts.Sum(post => post.GetProperty("fte").GetDouble()), 9);
        Assert.Equal(["service", "difference", "reading"], Names(Assert.Single(root.GetProperty("services").EnumerateArray())));
        CommandRun table = CommandRun.Of(["staff", small.Folder, "--split", "mean", .. Quick]);
        Assert.Contains("makes the mean wait of all its children shortest", table.Output, StringComparison.Ordinal);
        Assert.Contains("fresh futures that had no part in the choice", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_no_staffing_meets_is_refused_with_what_the_most_posts_reach()
    {
        using SmallScenario small = new();
        CommandRun run = CommandRun.Of(["staff", small.Folder, "--target", "99.9% seen in 0 working days", .. Quick]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Matches("--target: found 'p99.9 wait <= 0 working days', which no staffing of care meets in north: with [0-9]+ posts [0-9.]+ % are seen in time; expected ", run.Error);
    }

    [Fact]
    public void Every_wrong_option_is_named_at_once_and_nothing_runs()
    {
        CommandRun run = CommandRun.Of(
            ["staff", Repository.Derby, "--target", "soon", "--structure", "x", "--service", "y", "--confidence", "1", "--replications", "3", "--clear-by", "2020-01-01", "--threads", "0"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        foreach (string option in new[] { "--target", "--structure", "--service", "--confidence", "--replications", "--clear-by", "--threads" })
        {
            Assert.Contains($"{option}: found ", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "--target: found none; expected a target such as 'p90 wait <= 20 working days'")]
    [InlineData("--structure|three-phased", "--structure: found 'three-phased', which changes on a date; expected one that does not: five-areas,")]
    [InlineData("--target|p100 wait <= 3 days", "--target: found 'p100 wait <= 3 days'; expected a share above 0 and below 1")]
    [InlineData("--service|frontdoor", "--service: found 'frontdoor'; expected one of social-care,")]
    [InlineData("--posts|3", "--posts: found 3 without --split; expected both")]
    [InlineData("--split|best", "--split: found 'best'; expected worst or mean")]
    [InlineData("--split|worst|--target|p90 wait <= 3 days", "--target: found 'p90 wait <= 3 days' with --split; expected one of the two")]
    [InlineData("--split|worst|--service|camhs", "--service: found 'camhs' with --split; expected one with two teams or more in 'five-areas': social-care, children-0-11, youth-support")]
    [InlineData("--split|worst|--structure|one-city", "--structure: found 'one-city' with --split; expected a structure in which some service has two teams or more; 'one-city' has none")]
    [InlineData("--split|worst|--posts|20", "--posts: found 20 for 0 services; expected one service, by --service")]
    [InlineData("--split|worst|--service|youth-support|--posts|14.2", "--posts: found 14.2; expected a whole number of posts of 0.5, one or more for each of the 5 teams")]
    [InlineData("--clear-by|soon", "--clear-by: found 'soon'; expected a day from ")]
    public void What_cannot_be_asked_is_refused(string options, string message)
    {
        CommandRun run = CommandRun.Of(["staff", Repository.Derby, .. options.Split('|', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
