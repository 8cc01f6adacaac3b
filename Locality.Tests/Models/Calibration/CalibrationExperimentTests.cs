using System.Text.Json;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A scenario's planted figures are found again from what it simulates, and the fit says where they stand.</summary>
public sealed class CalibrationExperimentTests
{
    private static readonly int[] Threads = [1, 2];

    private static readonly RunPlan Short = new() { Years = 2, WarmUpYears = 0.5, Seed = 11 };

    [Fact]
    public void Planted_referrals_and_length_of_casework_are_found_again()
    {
        Scenario scenario = Small();
        (ScenarioParameter referrals, ScenarioParameter duration) = (Named(scenario, "demand.referrals"), Named(scenario, "casework.duration.need"));
        Scenario planted = duration.With(referrals.With(scenario, 1.15), 0.8);
        ObservedFigure[] figures =
        [
            Figure(Measure.ChildrenReferred, null, null), Figure(Measure.CasesPerFte, BreakdownDimension.Service, "care"), Figure(Measure.ChildrenClosed, BreakdownDimension.Pathway, "need"),
        ];

        // What is observed is the mean of 60 futures of another seed, with its own standard error.
        double[][] seen = Sample(planted, figures, Short with { Seed = 99 }, 60);
        figures = [.. figures.Select((figure, index) =>
        {
            Interval mean = Confidence.Mean([.. seen.Select(row => row[index])]);
            return figure with { Value = mean.Mean, StandardError = mean.HalfWidth / 2 };
        })];
        ScenarioCalibration calibration = CalibrationExperiment.Fit(
            scenario,
            new CalibrationQuestion { Structure = "two", Figures = [.. figures], Parameters = [(referrals, 0.7, 1.4), (duration, 0.6, 1.6)], Options = new CalibrationOptions { Replications = 12 } },
            Short,
            cancellation: TestContext.Current.CancellationToken);
        CalibratedParameter[] found = [.. calibration.Result.Parameters];
        Assert.InRange(1.15, found[0].Lower!.Value, found[0].Upper!.Value);
        Assert.InRange(0.8, found[1].Lower!.Value, found[1].Upper!.Value);
        Assert.All(found, item => Assert.True(item.Upper - item.Lower < 0.25));
        Assert.All(found, item => Assert.True(ScenarioCalibration.IsChanged(item)));
        Assert.All(calibration.Result.Outputs, item => Assert.False(item.IsImplausible));
        Assert.Equal(found[1].Value, calibration.Calibrated().Pathways[0].Casework.NominalShare, 12);
    }

    [Fact]
    public void A_calibration_is_the_same_for_any_number_of_threads()
    {
        Scenario scenario = Small();
        CalibrationQuestion question = new()
        {
            Structure = "two",
            Figures = [Figure(Measure.ChildrenReferred, null, null) with { Value = 320 }],
            Parameters = [(Named(scenario, "demand.referrals"), 0.8, 1.2)],
            Options = new CalibrationOptions { Replications = 3, MostRefinements = 1, FreshReplications = 2 },
        };
        RunPlan brief = Short with { Years = 0.8 };
        string[] results = [.. Threads.Select(threads => JsonSerializer.Serialize(CalibrationExperiment.Fit(scenario, question, brief, threads, cancellation: TestContext.Current.CancellationToken).Result))];
        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void Figures_of_a_part_and_of_the_whole_are_one_where_there_is_one_part()
    {
        ObservedFigure[] figures =
        [
            Figure(Measure.CasesPerFte, null, null), Figure(Measure.CasesPerFte, BreakdownDimension.Service, "care"),
            Figure(Measure.ChildrenHeld, null, null), Figure(Measure.ChildrenHeld, BreakdownDimension.Service, "care"),
            Figure(Measure.ChildrenClosed, null, null), Figure(Measure.ChildrenClosed, BreakdownDimension.Pathway, "need"),
            Figure(Measure.ChildrenReferred, null, null), Figure(Measure.ChildrenReferred, BreakdownDimension.Service, "care"),
            Figure(Measure.WaitToAllocation, null, null), Figure(Measure.WaitToAllocation, BreakdownDimension.Pathway, "need"),
        ];
        foreach (double[] row in Sample(Small(), figures, Short, 3))
        {
            for (int pair = 0; pair < row.Length; pair += 2)
            {
                Assert.Equal(row[pair], row[pair + 1], 9);
            }

            // 300 referrals a year are in the file; ten full-time workers, one of whom may have left.
            Assert.InRange(row[6], 230, 370);
            Assert.InRange(row[2] / row[0], 8, 10);
        }
    }

    [Fact]
    public void Returns_within_a_year_need_a_year_before_them_and_nothing_drifts()
    {
        Assert.Equal(1, CalibrationExperiment.PlanFor([Figure(Measure.Returned, null, null)], Short).WarmUpYears);
        Assert.Equal(0.5, CalibrationExperiment.PlanFor([Figure(Measure.Lost, null, null)], Short).WarmUpYears);
        Assert.Equal(0, CalibrationExperiment.PlanFor([Figure(Measure.Lost, null, null)], Short with { BranchAfterYears = 1 }).BranchAfterYears);
    }

    [Fact]
    public void Each_figure_suggests_the_parameter_that_it_speaks_of()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        Assert.Equal(
            ["demand.referrals.in-need", "returns.chance", "casework.duration.in-need", "casework.duration"],
            CalibrationQuestion.Suggested(
                derby,
                [
                    Figure(Measure.ChildrenReferred, BreakdownDimension.Pathway, "in-need"), Figure(Measure.Returned, null, null), Figure(Measure.CasesPerFte, BreakdownDimension.Service, "social-care"),
                    Figure(Measure.WaitToAllocation, BreakdownDimension.Pathway, "in-need"), Figure(Measure.WaitP90, null, null), Figure(Measure.OneLead, null, null),
                ]).Select(item => item.Name));
    }

    [Fact]
    public void A_value_is_written_as_the_figures_of_the_file()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        Assert.Equal([new FigureChange("pathways[in-need].returns.chance", 0.33, 0.33 * 1.1, 1.1)], FigureChange.Of(derby, Named(derby, "returns.chance.in-need"), 1.1));
        Assert.Equal([new FigureChange("services[social-care].fte", 125, 125 * 1.1, 1.1)], FigureChange.Of(derby, Named(derby, "staff.fte.social-care"), 1.1));
        Assert.Equal([new FigureChange("travel.speed", 10, 12, 1.2)], FigureChange.Of(derby, Named(derby, "travel.speed"), 12));
        Assert.Equal(["pathways[in-need].conference.meanLength"], FigureChange.Of(derby, Named(derby, "conference.length"), 1.1).Select(item => item.Path));
        Assert.Equal(derby.Services.Length, FigureChange.Of(derby, Named(derby, "staff.fte"), 1.1).Length);

        // A nominal share of 0.86 may grow to 1; beyond that the durations have to.
        Assert.Equal("pathways[in-need].casework.nominalShare", Assert.Single(FigureChange.Of(derby, Named(derby, "casework.duration.in-need"), 1.1)).Path);
        Assert.Equal([new FigureChange("pathways[in-need].casework.duration: every length in days", null, null, 1.3)], FigureChange.Of(derby, Named(derby, "casework.duration.in-need"), 1.3));
    }

    [Theory]
    [InlineData("derby")]
    [InlineData("stockton")]
    public void Every_parameter_of_a_calibration_has_its_own_name_and_can_take_its_range(string place)
    {
        Scenario scenario = Scenario.Load(Repository.Scenario(place));
        ScenarioParameter[] all = [.. ScenarioParameter.ForCalibration(scenario)];
        Assert.Equal(all.Length, all.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, item =>
        {
            Assert.True(item.Low < item.Present && item.Present < item.High, item.Name);
            Assert.NotEqual(scenario, item.With(scenario, item.Low));
            Assert.NotEqual(scenario, item.With(scenario, item.High));
            Assert.NotEmpty(FigureChange.Of(scenario, item, item.Low));
        });
    }

    private static ObservedFigure Figure(Measure measure, BreakdownDimension? by, string? part) => new(measure, by, part, 0, 1, null, "test");

    private static ScenarioParameter Named(Scenario scenario, string name) => Assert.Single(ScenarioParameter.ForCalibration(scenario), item => string.Equals(item.Name, name, StringComparison.Ordinal));

    private static double[][] Sample(Scenario scenario, ObservedFigure[] figures, RunPlan plan, int futures)
    {
        Scenario steady = scenario with { Demand = scenario.Demand with { Drift = null } };
        ObservedSampler sampler = new([.. figures], "two", plan, TestContext.Current.CancellationToken);
        return [.. Enumerable.Range(0, futures).Select(future => sampler.Of(steady, future))];
    }

    private static Scenario Small()
    {
        using SmallScenario folder = new();
        return Scenario.Load(folder.Folder);
    }
}
