using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A scenario whose work cannot be done is told so before it is run.</summary>
public sealed class StabilityTests
{
    [Fact]
    public void A_teams_load_is_its_work_over_its_hours_and_over_its_points()
    {
        // One case a day of mean 17 days at one point and one hour a week: 17 points and 17 × 7 ÷ 5 h a week of 5 working days … of 4 × 5 points.
        Scenario scenario = PlainScenario.Of(1).With(service => service with { PointsPerFte = new Points(5) });
        TeamLoad load = Assert.Single(Stability.Of(scenario, scenario.Structures[0]));
        Assert.Equal(17.0 / 20, load.PointsLoad, 9);
        Assert.Equal(17.0 / (4 * 40), load.HoursLoad, 9);
        Assert.False(load.IsOverloaded);
        TeamLoad busy = Stability.Of(scenario.With(service => service with { Fte = new Fte(3) }), scenario.Structures[0])[0];
        Assert.Equal(17.0 / 15, busy.Load, 9);
        Assert.Equal(365.25 * (1 - (15 / 17.0)), busy.ListGrowthPerYear, 6);
    }

    [Fact]
    public void An_overloaded_front_door_and_overloaded_managers_are_said()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        Assert.Empty(ScenarioFolder.Warnings(derby));
        Scenario door = derby with { FrontDoor = derby.FrontDoor with { Fte = new Fte(4) } };
        Assert.Equal(5004 * 1.5 / (4 * 28 * 365.25 / 7), Stability.OfFrontDoor(door), 6);
        Assert.StartsWith("a load of 1.28: contacts pile up before they are screened", Assert.Single(ScenarioFolder.Warnings(door)).Found, StringComparison.Ordinal);
        Scenario managers = derby with { Management = derby.Management with { ManagerHours = new HoursPerWeek(9) } };
        Assert.Contains(ScenarioFolder.Warnings(managers), warning => warning.Found.Contains("on the managers of", StringComparison.Ordinal));
    }

    [Fact]
    public void Working_days_are_averaged_over_the_days_whose_bank_holidays_are_known()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        StructureBasis basis = new(derby, derby.Structures[0], FreedMoney.BuysPosts, 3);
        Assert.InRange(basis.Calendar.WorkingDaysPerDay, 0.6929, 0.6939);
    }

    [Fact]
    public void Work_that_takes_no_hours_lasts_its_nominal_time()
    {
        Scenario scenario = PlainScenario.Of(1).With(pathway: pathway => pathway with
        {
            Casework = pathway.Casework with { ContactsPerWeek = 0, Duration = new DeterministicDistribution(10) },
        });
        StructureRun run = scenario.Run("separate", 1);
        Case first = run.Cases[0];
        Assert.Equal(10, first.EndedAt!.Value - first.AllocatedAt!.Value, 6);
    }

    [Theory]
    [InlineData("fte: 10", "fte: 2000\n    postSize: 0.05", "services[0].fte: found posts 40,000; expected 2,000 posts of a service at most")]
    [InlineData("budget:\n", "management: { baseCost: 1000000000, teamManagerCost: 0 }\nbudget:\n", "so many:")]
    public void More_posts_than_any_authority_has_are_refused(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, old, replacement)
            .Replace(SmallScenario.Yaml, "tier: specialist", "tier: specialist\n    costPerFte: 1")
            .Replace(SmallScenario.Yaml, "structures:\n", "structures:\n  - id: three\n    localities:\n      - { id: all, areas: [Ash, Beech, Cedar], bases: [Ash, Beech, Cedar] }\n");
        Assert.Contains(scenario.Problems(), problem => problem.Contains(message, StringComparison.Ordinal));
    }
}
