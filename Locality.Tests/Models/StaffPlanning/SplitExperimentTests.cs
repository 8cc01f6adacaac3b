using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The best split of posts: an uneven one is evened out where need is even, and a good one is left alone.</summary>
public sealed class SplitExperimentTests
{
    private static readonly RunPlan Plan = new() { Years = 3, WarmUpYears = 1, Seed = 9 };

    [Fact]
    public void An_uneven_split_between_equal_areas_is_evened_out_and_clearly_better()
    {
        SplitResult result = Find(Two(8, 4), Quick);
        ServiceSplit split = Assert.Single(result.Services);
        Assert.Equal([6.0, 6.0], split.Teams.Select(team => team.Fte.Value));
        Assert.True(split.Difference!.Value.Upper < 0);
        Assert.False(split.IsSame);
        Assert.Equal([6, 6], Enumerable.Range(0, 2).Select(team => Arrangement.Of(result.Split, result.Split.Structures[0], 0).Posts.Count(post => post.Team == team)));
    }

    [Fact]
    public void The_best_split_stays()
    {
        ServiceSplit split = Assert.Single(Find(Two(6, 6), Quick).Services);
        Assert.True(split.IsSame);
        Assert.Null(split.Difference);
    }

    [Fact]
    public void Another_number_of_posts_is_split_and_compared_with_those_there_are()
    {
        ServiceSplit split = Assert.Single(Find(Two(6, 6), Quick with { Services = ["care"], Posts = new Fte(16) }).Services);
        Assert.Equal([8.0, 8.0], split.Teams.Select(team => team.Fte.Value));
        Assert.True(split.Difference!.Value.Upper < 0);
    }

    [Fact]
    public void Stopped_at_once_it_keeps_the_present_split()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        SplitResult result = SplitExperiment.Find(Two(8, 4), Quick, Plan, cancellation: stop.Token);
        Assert.True(result.WasStopped);
        Assert.Equal([8.0, 4.0], result.Services[0].Teams.Select(team => team.Fte.Value));
    }

    [Fact]
    public void What_cannot_be_split_is_refused()
    {
        Scenario scenario = Two(8, 4);
        Assert.Throws<ArgumentException>(() => Find(scenario, Quick with { Structure = "merged", Services = ["care"] }));
        Assert.Throws<ArgumentException>(() => Find(scenario, Quick with { Posts = new Fte(16) }));
        Assert.Throws<ArgumentException>(() => Find(scenario, Quick with { Services = ["care"], Posts = new Fte(1) }));
        Assert.Throws<ArgumentException>(() => Find(scenario, Quick with { Services = ["care"], Posts = new Fte(12.5) }));
        Assert.Throws<ArgumentException>(() => Find(scenario, Quick with { Services = ["none"] }));
    }

    private static SplitResult Find(Scenario scenario, SplitRequest request) =>
        SplitExperiment.Find(scenario, request, Plan, threads: 2, cancellation: TestContext.Current.CancellationToken);

    private static SplitRequest Quick => new() { SearchFutures = 12, CheckFutures = 20 };

    /// <summary>Makes two areas alike with a load of about five posts each.</summary>
    private static Scenario Two(double first, double second)
    {
        Scenario scenario = PlainScenario.Of(2).With(
            service => service with { Fte = new Fte(first + second), PointsPerFte = new Points(1) },
            pathway => pathway with { ReferralsPerYear = 10 / 17.0 * 365.25 });
        ServicePlacement placement = new()
        {
            Service = "care",
            Sharing = StaffingRule.Explicit,
            Posts = [new TeamPosts { Team = "A0", Fte = new Fte(first) }, new TeamPosts { Team = "A1", Fte = new Fte(second) }],
        };
        return scenario with { Structures = [scenario.Structures[0] with { Services = [placement] }, scenario.Structures[1]] };
    }
}
