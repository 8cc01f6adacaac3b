using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What workers hold, by hand.</summary>
public sealed class CaseloadLooksTests
{
    [Fact]
    public void A_quantile_is_the_least_load_that_with_those_below_makes_up_its_share_of_the_posts()
    {
        // In order: 4 for half a post, 8 for one, 10 for a quarter, 20 for a quarter. Of two posts, 0.5 end at 4, 1.5 at 8, 1.75 at 10.
        CaseloadLooks looks = new();
        looks.Add(0, 8, 1);
        looks.Add(1, 20, 0.25);
        looks.Add(2, 4, 0.5);
        looks.Add(3, 10, 0.25);
        Assert.Equal([4, 4, 8, 8, 10, 20, 20], looks.Quantiles([0.05, 0.25, 0.26, 0.75, 0.76, 0.95, 0.999])!);
    }

    [Fact]
    public void Nothing_is_said_where_no_post_was_filled() => Assert.Null(new CaseloadLooks().Quantiles([0.5]));

    [Fact]
    public void A_post_has_its_mean_over_the_looks_at_which_it_was_filled()
    {
        Scenario scenario = PlainScenario.Of(2);
        StructureBasis basis = new(scenario, scenario.Structure("separate"), FreedMoney.Released, 1);
        BreakdownLevels levels = new(basis, 0);
        StructureRun run = new(basis, 1, 0);
        CaseloadLooks looks = new();
        looks.Add(0, 8, 1);
        looks.Add(3, 6, 1);
        looks.Add(3, 3, 1);
        PostCaseload[] posts = looks.Posts(run, levels);
        Assert.Equal(2, posts.Length);
        Assert.Equal((8, 4.5), (posts[0].PointsPerFte, posts[1].PointsPerFte));
        Assert.All(posts, post => Assert.Equal(("care", 1.0), (post.Service, post.Fte)));
        Assert.Equal(["A0", "A1"], posts.Select(post => post.Locality));
    }
}
