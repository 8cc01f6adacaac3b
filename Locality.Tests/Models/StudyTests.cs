using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Every answer of a study is that of the experiment of its name.</summary>
public sealed class StudyTests
{
    private static readonly RunPlan Short = new() { Years = 1, WarmUpYears = 0.25, Replications = 3, Seed = 8 };

    private static readonly Scenario Trade = (PlainScenario.Of(2, kilometresApart: 30) with { Travel = new Travel { Speed = new KilometresPerHour(30), VisitsPerTrip = 1, AllocationTolerance = default } }).With(
        service => service with { Fte = new Fte(8), PointsPerFte = new Points(8), PaidHours = new HoursPerWeek(10) },
        pathway => pathway with { ReferralsPerYear = 200, Casework = pathway.Casework with { Duration = new ExponentialDistribution(100), ContactsPerWeek = 0.5, ContactHours = new Hours(2) } });

    private static readonly DifferenceQuestion Question = new() { Structure = "merged", Baseline = "separate", Measure = Measure.TravelShare, Futures = 3 };

    private static Study Asked => Study.Of(Trade).For(years: 1, warmUp: 0.25).FromSeed(8).In(futures: 3).OnThreads(2).Among("separate", "merged").By(Measure.TravelShare, zone: 0.5).StoppedBy(TestContext.Current.CancellationToken);

    [Fact]
    public void A_comparison_is_that_of_the_experiment()
    {
        StructureComparison own = Asked.Compare();
        StructureComparison other = Experiment.Compare(Trade, ["separate", "merged"], Short, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(other.Differences[0].Measures.AsEnumerable(), own.Differences[0].Measures.AsEnumerable());
        Assert.Equal(other.Plan, own.Plan);
        Assert.NotNull(Asked.Until(new PrecisionGoal { HalfWidthDays = 100, MostFutures = 4 }).Compare().Precision);
    }

    [Fact]
    public void A_ranking_is_that_of_the_experiment()
    {
        StructureRanking own = Asked.Rank();
        StructureRanking other = RankingExperiment.Rank(
            Trade, Trade.Structures, new RankingPlan { Measure = Measure.TravelShare, IndifferenceZone = 0.5, FirstStage = 3 }, Short, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(other.Candidates.Select(item => (item.Rank, item.LessBest)), own.Candidates.Select(item => (item.Rank, item.LessBest)));
        Assert.Equal(2, Asked.RankGroupings([1, 2]).Candidates.Length);
    }

    [Fact]
    public void Analyses_of_a_difference_are_those_of_the_experiments()
    {
        ScenarioParameter speed = ScenarioParameter.Of(Trade).Single(item => item.Name is "travel.speed");
        Assert.Equal(
            SensitivityExperiment.TornadoOf(Trade, Question, [speed], Short, cancellation: TestContext.Current.CancellationToken).Bars.Select(bar => bar.Swing),
            Asked.Tornado("travel.speed").Bars.Select(bar => bar.Swing));
        Assert.Equal(
            SensitivityExperiment.BreakEvenOf(Trade, Question, speed, 10, 90, Short, cancellation: TestContext.Current.CancellationToken).Describe(),
            Asked.BreakEven("travel.speed", 10, 90).Describe());
        Assert.Equal(
            SensitivityExperiment.MorrisOf(Trade, Question, [speed], 2, Short, cancellation: TestContext.Current.CancellationToken).Evaluations,
            Asked.Screen(2, "travel.speed").Evaluations);
        Assert.Equal(
            WaterfallExperiment.Of(Trade, Question, Short, cancellation: TestContext.Current.CancellationToken).Factors.AsEnumerable(),
            Asked.Waterfall().Factors.AsEnumerable());
    }

    [Fact]
    public void Uncertain_figures_are_drawn_and_taken_back()
    {
        Study uncertain = Asked.In(10).Uncertain("travel.speed", 15, 60, likely: 30);
        UncertaintyAnalysis own = uncertain.Uncertainty();
        UncertaintyAnalysis other = UncertaintyExperiment.Of(
            Trade with { Uncertain = [new UncertainFigure { Figure = "travel.speed", From = 15, Likely = 30, To = 60 }] },
            new UncertaintyQuestion { Structures = ["separate", "merged"], Measure = Measure.TravelShare, IndifferenceZone = 0.5, Futures = 10 },
            Short,
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(other.Structures.AsEnumerable(), own.Structures.AsEnumerable());
        Assert.Equal(other.Differences.AsEnumerable(), own.Differences.AsEnumerable());
        Assert.Empty(uncertain.AsItStands().Scenario.Uncertain);
        Assert.Equal(ScenarioParameter.Of(Trade).Length, Asked.UncertainInAll().Scenario.Uncertain.Length);
        Assert.Empty(Asked.Scenario.Uncertain);
    }

    [Fact]
    public void Posts_and_splits_are_those_of_the_experiments()
    {
        Study study = Study.Of(Trade).For(years: 1, warmUp: 0.25).FromSeed(8).StoppedBy(TestContext.Current.CancellationToken);
        StaffResult staff = study.Staff("mean wait <= 60 days");
        Assert.Equal(
            StaffExperiment.Find(Trade, new StaffRequest { Target = StaffTarget.Parse("mean wait <= 60 days"), Structure = "separate" }, Short, cancellation: TestContext.Current.CancellationToken).Posts.Select(team => team.Fte),
            staff.Posts.Select(team => team.Fte));
        Assert.Equal("care", Assert.Single(study.Split().Services).Service);
        Assert.Throws<FormatException>(() => study.Staff("soon"));
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_when_it_is_said()
    {
        Assert.Throws<ArgumentException>(() => Asked.Among("separate", "nowhere"));
        Assert.Throws<ArgumentException>(() => Asked.Uncertain("nothing", 1, 2));
        Assert.Throws<ArgumentException>(() => Asked.Uncertain("travel.speed", 20, 10));
        Assert.Throws<ArgumentException>(() => Asked.Uncertain("travel.speed", 10, 20).Uncertain("travel.speed", 10, 20));
        Assert.Throws<ArgumentException>(() => Asked.Tornado("nothing"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Asked.By(Measure.Cost, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Asked.By(Measure.Load, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Asked.For(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Asked.In(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Asked.OnThreads(0));
    }
}
