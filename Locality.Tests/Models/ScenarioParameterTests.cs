using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What analyses vary is a figure of the scenario, and nothing else moves with it.</summary>
public sealed class ScenarioParameterTests
{
    private static readonly Scenario Derby = Scenario.Load(Repository.Derby);

    [Fact]
    public void Each_parameter_has_a_name_of_its_own_and_a_range_around_the_present_value()
    {
        foreach (string place in new[] { "derby", "oxfordshire", "south-gloucestershire" })
        {
            ScenarioParameter[] all = [.. ScenarioParameter.Of(Scenario.Load(Repository.Scenario(place)))];
            Assert.Equal(all.Length, all.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(all, item => Assert.True(item.Low < item.Present && item.Present < item.High));
        }
    }

    [Fact]
    public void Every_parameter_changes_the_scenario_and_can_take_the_ends_of_its_range()
    {
        Scenario oxfordshire = Scenario.Load(Repository.Scenario("oxfordshire"));
        Assert.All(ScenarioParameter.Of(oxfordshire), item =>
        {
            Assert.NotEqual(oxfordshire, item.With(oxfordshire, item.Low));
            Assert.NotEqual(oxfordshire, item.With(oxfordshire, item.High));
        });
    }

    [Fact]
    public void A_factor_scales_the_figure_of_every_service()
    {
        ScenarioParameter posts = Named("staff.fte");
        Scenario more = posts.With(Derby, 1.1);
        Assert.Equal(Derby.Services.Select(service => service.Fte.Value * 1.1), more.Services.Select(service => service.Fte.Value));
        Assert.Equal(Derby.Pathways, more.Pathways);
    }

    [Fact]
    public void Speed_is_set_in_kilometres_per_hour()
    {
        ScenarioParameter speed = Named("travel.speed");
        Assert.Equal(Derby.Travel.Speed!.Value.Value, speed.Present);
        Assert.Equal(19, speed.With(Derby, 19).Travel.Speed!.Value.Value);
    }

    [Fact]
    public void A_scenario_without_travel_has_no_speed() =>
        Assert.DoesNotContain(ScenarioParameter.Of(PlainScenario.Of(2)), item => item.Name.StartsWith("travel.speed", StringComparison.Ordinal));

    [Theory]
    [InlineData("travel.speed", 0)]
    [InlineData("staff.fte", -1)]
    [InlineData("travel.allocationTolerance", 1.5)]
    [InlineData("demand.referrals", double.NaN)]
    public void A_value_that_cannot_be_is_refused_with_the_name(string name, double value) =>
        Assert.StartsWith($"{name}: found ", Assert.Throws<ArgumentOutOfRangeException>(() => Named(name).With(Derby, value)).Message, StringComparison.Ordinal);

    private static ScenarioParameter Named(string name) => Assert.Single(ScenarioParameter.Of(Derby), item => string.Equals(item.Name, name, StringComparison.Ordinal));
}
