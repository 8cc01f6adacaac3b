using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public sealed class NamedStaffTests
{
    [Theory]
    [InlineData(Deployment.Authority, 14, 1, 14, 14)]
    [InlineData(Deployment.Authority, 14, 2, 22, 22)]
    [InlineData(Deployment.Authority, 30, 1, 22, 22)]
    [InlineData(Deployment.Locality, 14, 1, 14, 14)]
    [InlineData(Deployment.Locality, 14, 3, 14, 22)]
    [InlineData(Deployment.Locality, 22, 1, 22, 22)]
    public void A_service_of_fourteen_covers_fourteen_of_twenty_two_localities(Deployment deployment, int heads, int localitiesPerHead, int covered, int coverable)
    {
        Scenario scenario = PlainScenario.Of(22).With(service => service with { Fte = new Fte(heads), Deployment = deployment });
        NamedStaff staff = Assert.Single(NamedStaff.Of(scenario, scenario.Structures[0], localitiesPerHead));
        Assert.Equal(new NamedStaff("care", deployment, 22, heads, heads, covered, coverable), staff);
        Assert.Equal(heads / 22.0, staff.FtePerLocality, 12);
        Assert.Equal(covered == 22, staff.CoversAll);
    }

    [Fact]
    public void Part_time_posts_are_heads_and_teams_of_an_area_reach_no_further_than_their_area()
    {
        // Four localities, three of them in one area. Six half posts: three heads for each team, by equal shares.
        Scenario scenario = PlainScenario.Of(4).With(service => service with { Fte = new Fte(3), PostSize = new Fte(0.5), Deployment = Deployment.UpperTierArea });
        Structure structure = scenario.Structures[0] with
        {
            Staffing = StaffingRule.Equally,
            Localities = [.. scenario.Structures[0].Localities.Select((locality, index) => locality with { UpperTierArea = index < 3 ? "north" : "south" })],
        };
        scenario = scenario with { Structures = [structure] };
        NamedStaff staff = Assert.Single(NamedStaff.Of(scenario, structure));
        Assert.Equal((6, 3.0, 4, 4), (staff.Heads, staff.Fte, staff.Covered, staff.Coverable));
        Scenario few = scenario.With(service => service with { Fte = new Fte(2), PostSize = new Fte(1) });
        Assert.Equal((2, 2), (NamedStaff.Of(few, structure)[0].Covered, NamedStaff.Of(few, structure)[0].Coverable));
        Assert.Throws<ArgumentOutOfRangeException>(() => NamedStaff.Of(few, structure, 0));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.29, 29)]
    [InlineData(0.5, 50)]
    [InlineData(1.0, 100)]
    public void A_share_of_posts_is_that_many_of_a_hundred(double share, int expected) =>
        Assert.Equal(expected, Enumerable.Range(0, 100).Count(number => PostSizes.IsOneOf(share, number)));

    [Fact]
    public void Part_time_posts_make_more_heads_of_the_same_full_time_equivalents()
    {
        Service service = PlainScenario.Service with { PartTime = new PartTime { Share = new Share(0.5), Size = new Share(0.6) } };
        double[] sizes = [.. PostSizes.Of(service, 8)];
        Assert.Equal([1, 0.6, 1, 0.6, 1, 0.6, 1, 0.6, 1, 0.6], sizes);
        Assert.Equal(0.8, PostSizes.Mean(service), 12);
        Assert.Equal(8.3, PostSizes.Of(service, 8.3).Sum(), 9);
    }
}
