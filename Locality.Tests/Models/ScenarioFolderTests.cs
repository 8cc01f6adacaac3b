using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioFolderTests
{
    [Fact]
    public void Derby_loads_with_its_figures()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        Assert.Equal("Derby", derby.Name);
        Assert.Equal(new DateOnly(2025, 4, 1), derby.Start);
        Assert.Equal(17, derby.Place.Areas.Length);
        Assert.Equal(["five-areas", "five-areas-reshared", "three-merged", "one-city", "three-phased", "plan-2007"], derby.Structures.Select(structure => structure.Id));
        Assert.Equal(StaffingRule.AsToday, derby.Structure("five-areas").Staffing);
        Assert.Equal(FreedMoney.BuysPosts, derby.Budget.FreedMoney);
        Assert.Equal(new Fte(125), derby.Services[0].Fte);
        Assert.Equal("in-need", derby.Pathways[1].Waiting.EscalatesTo);
        Assert.IsType<MixtureDistribution>(derby.Pathways[0].Casework.Duration);
        Assert.Equal((0.52 * 7) + (0.48 * 482), derby.Pathways[0].Casework.Duration.Mean, 1e-9);
        Assert.Equal(135, derby.Pathways[1].Casework.Duration.Mean, 1e-9);
    }

    [Fact]
    public void Derby_has_no_warning() => Assert.Empty(ScenarioFolder.Read(Repository.Derby).Warnings);

    [Fact]
    public void What_a_file_leaves_out_has_its_default_and_null_means_never()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "openCases: 100", "openCases: 100\n    waiting: { meanPatience: null }")
            .Replace(SmallScenario.Yaml, "frontDoor:", "demand: { drift: null }\ntravel: { speed: ~ }\nfrontDoor:");
        Scenario loaded = Scenario.Load(scenario.Folder);
        Assert.Null(loaded.Pathways[0].Waiting.MeanPatience);
        Assert.Equal(new Days(365), loaded.Pathways[0].Waiting.MeanTimeToEscalation);
        Assert.Null(loaded.Demand.Drift);
        Assert.Null(loaded.Travel.Speed);
        Assert.Equal("care", loaded.Services[0].Name);
        Assert.Equal(new RunPlan(), loaded.Plan);
        Assert.Equal(new AssessmentStage(), loaded.Pathways[0].Assessment);
    }

    [Theory]
    [InlineData("{ law: exponential, meanDays: 8 }", typeof(ExponentialDistribution), 8, 64)]
    [InlineData("{ law: gamma, meanDays: 8, shape: 4 }", typeof(GammaDistribution), 8, 16)]
    [InlineData("{ law: lognormal, meanDays: 8, sigma: 0 }", typeof(LognormalDistribution), 8, 0)]
    [InlineData("{ law: weibull, shape: 1, scaleDays: 8 }", typeof(WeibullDistribution), 8, 64)]
    [InlineData("{ law: fixed, days: 8 }", typeof(DeterministicDistribution), 8, 0)]
    [InlineData("{ law: mixture, parts: [{ share: 0.5, law: fixed, days: 6 }, { share: 0.5, law: fixed, days: 10 }] }", typeof(MixtureDistribution), 8, 4)]
    public void Every_law_of_duration_has_the_mean_and_the_variance_that_its_figures_give(string law, Type type, double mean, double variance)
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "{ law: exponential, meanDays: 200 }", law);
        Distribution duration = Scenario.Load(scenario.Folder).Pathways[0].Casework.Duration;
        Assert.IsType(type, duration);
        Assert.Equal(mean, duration.Mean, 1e-9);
        Assert.Equal(variance, duration.Variance, 1e-9);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_one_problem()
    {
        ScenarioException exception = Assert.Throws<ScenarioException>(() => Scenario.Load("no/such/folder"));
        Assert.Equal(
            "no/such/folder: found no folder; expected a folder with scenario.yaml, areas.csv and neighbours.csv\n1 problem.",
            exception.Message);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_one_problem()
    {
        using SmallScenario scenario = new();
        ScenarioProblem problem = Assert.Single(ScenarioFolder.Check(Path.Combine(scenario.Folder, SmallScenario.Yaml)));
        Assert.Equal(
            "small/scenario.yaml: found a file; expected a folder with scenario.yaml, areas.csv and neighbours.csv; name the folder that holds it",
            scenario.Shorten(problem.ToString()));
    }

    [Fact]
    public void Files_that_are_missing_are_a_problem_each()
    {
        using SmallScenario scenario = new();
        scenario.Delete(SmallScenario.Yaml).Delete(SmallScenario.Areas).Delete(SmallScenario.Neighbours);
        Directory.CreateDirectory(Path.Combine(scenario.Folder, SmallScenario.Areas));
        Assert.Equal(
            [
                "small/areas.csv: found a folder; expected a file named areas.csv",
                "small/neighbours.csv: found no file; expected a file named neighbours.csv",
                "small/scenario.yaml: found no file; expected a file named scenario.yaml",
            ],
            scenario.Problems());
    }

    [Fact]
    public void A_locality_in_two_parts_is_a_warning_with_its_place()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "areas: [Ash, Beech]", "areas: [Ash, Cedar]").Replace(SmallScenario.Yaml, "areas: [Cedar]", "areas: [Beech]");
        Assert.Empty(scenario.Problems());
        Assert.Equal(
            ["small/scenario.yaml(26,29): structures[0].localities[0].areas: found 2 parts that do not touch (Ash | Cedar); expected areas that touch, by neighbours.csv"],
            scenario.Warnings());
    }

    [Fact]
    public void A_run_past_the_last_bank_holiday_is_a_warning()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "alwaysOpen: true", "bankHolidays: [2025-12-25, 2025-08-25]");
        Assert.Equal(
            ["small/scenario.yaml(5,17): calendar.bankHolidays: found 2025-12-25 as the last bank holiday; expected bank holidays up to the run's end on 2028-03-31"],
            scenario.Warnings());
    }

    [Fact]
    public void A_calendar_that_is_always_open_needs_no_bank_holiday()
    {
        using SmallScenario scenario = new();
        Assert.Empty(ScenarioFolder.Warnings(Scenario.Load(scenario.Folder)));
    }
}
