using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A figure that is not known well has its own value in every future, the same for every structure.</summary>
public sealed class UncertainFigureTests
{
    private static readonly Scenario Plain = PlainScenario.Of(3) with
    {
        Uncertain = [new UncertainFigure { Figure = "staff.fte", From = 0.8, To = 1.2 }, new UncertainFigure { Figure = "demand.referrals", Median = 1, Within = 1.1 }],
    };

    [Fact]
    public void A_future_is_that_of_a_scenario_with_the_drawn_figures()
    {
        RunPlan plan = new() { Years = 1.5, WarmUpYears = 0.5, Replications = 4, Seed = 9 };
        StructureComparison drawn = Experiment.Compare(Plain, plan: plan, threads: 3, cancellation: TestContext.Current.CancellationToken);
        for (int future = 0; future < plan.Replications; future++)
        {
            double[] values = FigureDraws.Values(Plain, plan.Seed, future);
            Scenario known = Named("demand.referrals").With(Named("staff.fte").With(Plain with { Uncertain = [] }, values[0]), values[1]);
            StructureComparison single = Experiment.Compare(known, plan: plan, threads: 1, cancellation: TestContext.Current.CancellationToken);
            for (int structure = 0; structure < 2; structure++)
            {
                Assert.Equal(
                    Measure.All.Select(measure => single.Structures[structure].FuturesOf(measure)[future]),
                    Measure.All.Select(measure => drawn.Structures[structure].FuturesOf(measure)[future]));
            }
        }
    }

    [Fact]
    public void Rankings_and_analyses_draw_the_same_figures_as_a_comparison()
    {
        Scenario busy = Plain.With(service => service with { PointsPerFte = new Points(5) });
        RunPlan plan = new() { Years = 1, WarmUpYears = 0.25, Replications = 3, Seed = 9 };
        StructureComparison comparison = Experiment.Compare(busy, plan: plan, threads: 2, cancellation: TestContext.Current.CancellationToken);
        StructureRanking ranking = RankingExperiment.Rank(
            busy, busy.Structures, new RankingPlan { FirstStage = 3, IndifferenceZone = 1000 }, plan, threads: 2, cancellation: TestContext.Current.CancellationToken);
        foreach (RankedStructure item in ranking.Candidates)
        {
            StructureResult compared = comparison.Structures.Single(result => string.Equals(result.Structure.Id, item.Result.Structure.Id, StringComparison.Ordinal));
            Assert.Equal(compared.FuturesOf(Measure.WaitToAllocation).Take(ranking.CommonFutures), item.Result.FuturesOf(Measure.WaitToAllocation));
        }

        DifferenceQuestion question = new() { Structure = "merged", Baseline = "separate", Futures = 3 };
        Tornado tornado = SensitivityExperiment.TornadoOf(busy, question, [Named("casework.duration")], plan, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(comparison.Difference("merged").Of(Measure.WaitToAllocation).Mean!.Value, tornado.Base.Mean, 9);
        Assert.NotEqual(0, tornado.Base.Mean);
    }

    [Fact]
    public void A_figure_has_the_same_values_whatever_other_figures_are_uncertain()
    {
        Scenario alone = Plain with { Uncertain = [Plain.Uncertain[1]] };
        Assert.Equal(FigureDraws.Values(Plain, 5, 17)[1], FigureDraws.Values(alone, 5, 17)[0]);
        Assert.NotEqual(FigureDraws.Values(Plain, 5, 17)[1], FigureDraws.Values(Plain, 5, 18)[1]);
        Assert.NotEqual(FigureDraws.Values(Plain, 5, 17)[1], FigureDraws.Values(Plain, 6, 17)[1]);
    }

    [Fact]
    public void A_figure_that_an_analysis_sets_is_no_longer_uncertain() =>
        Assert.Equal(["demand.referrals"], Named("staff.fte").With(Plain, 1.1).Uncertain.Select(figure => figure.Figure));

    /// <summary>The quantiles of the three forms, each within four standard errors of 4,000 draws: √(p(1 − p)/4,000) × 4 &lt; 0.032 in probability.</summary>
    [Theory]
    [InlineData(2.0, 6.0, null, null, null, 3.0, 0.25)]
    [InlineData(2.0, 6.0, 3.0, null, null, 3.0, 0.25)]
    [InlineData(2.0, 6.0, 3.0, null, null, 5.0, 0.9166666667)]
    [InlineData(null, null, null, 4.0, 1.5, 6.0, 0.975)]
    [InlineData(null, null, null, 4.0, 1.5, 4.0, 0.5)]
    public void Values_follow_the_form(double? from, double? to, double? likely, double? median, double? within, double at, double share)
    {
        Scenario scenario = Plain with { Uncertain = [new UncertainFigure { Figure = "staff.fte", From = from, To = to, Likely = likely, Median = median, Within = within }] };
        int below = Enumerable.Range(0, 4000).Count(future => FigureDraws.Values(scenario, 3, future)[0] < at);
        Assert.InRange(below / 4000.0, share - 0.032, share + 0.032);
    }

    [Theory]
    [InlineData("- { figure: staff.fte, from: 1.2, to: 0.8 }", "uncertain[0]: found a range whose end is not above its start; expected from and to, and perhaps likely between them; or median and within, above 1")]
    [InlineData("- { figure: staff.fte, from: 0.8 }", "uncertain[0]: found no complete range; expected from and to, and perhaps likely between them; or median and within, above 1")]
    [InlineData("- { figure: staff.fte, from: 0.8, to: 1.2, likely: 2 }", "uncertain[0]: found a likely value outside its range; expected from and to, and perhaps likely between them; or median and within, above 1")]
    [InlineData("- { figure: staff.fte, from: 0.8, to: 1.2, median: 1 }", "uncertain[0]: found no complete range; expected from and to, and perhaps likely between them; or median and within, above 1")]
    [InlineData("- { figure: staff.fte, median: 1, within: 1 }", "uncertain[0].within: found 1; expected above 1")]
    [InlineData("- { figure: staff.fte, from: 0, to: 1 }", "uncertain[0].from: found 0; expected above zero")]
    [InlineData("- { figure: staff.fte, from: 0.8, too: 1 }", "uncertain[0].too: found the unknown key 'too'; expected a known key; did you mean 'to'?")]
    [InlineData("- { figure: staff.fte, from: 0.8, to: 1 }\n  - { figure: staff.fte, from: 0.8, to: 1 }", "uncertain[1].figure: found 'staff.fte' again (first on line 29); expected each figure once")]
    [InlineData("- { figure: travel.speeed, from: 8, to: 12 }", "uncertain[0]: found 'travel.speeed'; expected one of demand.referrals, ")]
    [InlineData("- { figure: travel.allocationTolerance, from: 0.1, to: 2 }", "uncertain[0]: found travel.allocationTolerance as 2, which its range allows; expected a range within what the figure can be")]
    public void A_range_that_cannot_be_drawn_from_is_refused_where_it_stands(string figure, string message)
    {
        using SmallScenario scenario = new();
        scenario.Append(SmallScenario.Yaml, $"uncertain:\n  {figure}\n");
        Assert.Contains(message, Assert.Single(scenario.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_made_in_code_is_checked_too()
    {
        Scenario wrong = Plain with { Uncertain = [new UncertainFigure { Figure = "nothing", From = 1, To = 2 }, new UncertainFigure { Figure = "staff.fte" }] };
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Experiment.Compare(wrong, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("uncertain[0]: found 'nothing'; expected one of", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("uncertain[1]: found no complete range", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RankingExperiment.Rank(wrong, wrong.Structures, cancellation: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => UncertaintyExperiment.Of(wrong, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_s_figures_reach_the_scenario()
    {
        using SmallScenario scenario = new();
        scenario.Append(SmallScenario.Yaml, "uncertain:\n  - { figure: travel.speed, from: 7, likely: 10, to: 15 }\n  - { figure: staff.fte, median: 1, within: 1.2 }\n");
        Assert.Equal(
            [new UncertainFigure { Figure = "travel.speed", From = 7, Likely = 10, To = 15 }, new UncertainFigure { Figure = "staff.fte", Median = 1, Within = 1.2 }],
            Scenario.Load(scenario.Folder).Uncertain.AsEnumerable());
    }

    private static ScenarioParameter Named(string name) => ScenarioParameter.Of(Plain).Single(item => string.Equals(item.Name, name, StringComparison.Ordinal));
}
