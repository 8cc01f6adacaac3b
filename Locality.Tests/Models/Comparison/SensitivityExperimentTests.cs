using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Analyses find what a difference depends on, where that is known beforehand.</summary>
public sealed class SensitivityExperimentTests
{
    private static readonly RunPlan Short = new() { Years = 2, WarmUpYears = 0.5, Replications = 1, Seed = 3 };

    /// <summary>Two small teams far apart: merging pools the queue and costs the road. So it loses where one drives slowly, and wins where one drives fast.</summary>
    private static readonly Scenario Trade = (PlainScenario.Of(2, kilometresApart: 30) with { Travel = new Travel { Speed = new KilometresPerHour(30), VisitsPerTrip = 1, AllocationTolerance = default } }).With(
        service => service with { Fte = new Fte(8), PointsPerFte = new Points(8), PaidHours = new HoursPerWeek(10) },
        pathway => pathway with
        {
            ReferralsPerYear = 200,
            Casework = pathway.Casework with { Duration = new ExponentialDistribution(100), ContactsPerWeek = 0.5, ContactHours = new Hours(2) },
        });

    private static readonly DifferenceQuestion Question = new() { Structure = "merged", Baseline = "separate", Futures = 6 };

    [Fact]
    public void Speed_turns_the_merger_from_loss_to_gain()
    {
        BreakEven found = SensitivityExperiment.BreakEvenOf(
            Trade, Question, Named("travel.speed"), low: 8, high: 400, plan: Short, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.True(found.Verdict == BreakEvenVerdict.Found, found.Describe());
        Assert.True(found.Grid[0].Difference.Mean > 0);
        Assert.True(found.Grid[^1].Difference.Mean < 0);
        Assert.InRange(found.Value!.Value, 8, 400);
    }

    [Fact]
    public void The_same_break_even_comes_from_one_thread_and_from_three()
    {
        BreakEven[] found = [.. Enumerable.Range(1, 3).Select(threads => SensitivityExperiment.BreakEvenOf(
            Trade, Question, Named("travel.speed"), low: 8, high: 400, plan: Short, threads: threads, cancellation: TestContext.Current.CancellationToken))];
        Assert.Equal(found[0].Value, found[2].Value);
        Assert.Equal(found[0].Lower, found[2].Lower);
        Assert.Equal(found[0].Upper, found[2].Upper);
    }

    [Fact]
    public void The_value_at_the_base_is_the_difference_that_a_comparison_gives()
    {
        ImmutableArray<ScenarioParameter> parameters = [Named("travel.speed"), Named("demand.referrals")];
        Tornado tornado = SensitivityExperiment.TornadoOf(Trade, Question, parameters, Short, threads: 2, cancellation: TestContext.Current.CancellationToken);
        StructureComparison comparison = Experiment.Compare(
            Trade, ["separate", "merged"], Short with { Replications = 6 }, threads: 1, cancellation: TestContext.Current.CancellationToken);
        MeasureDifference wait = comparison.Difference("merged").Of(Measure.WaitToAllocation);
        Assert.Equal(wait.Mean!.Value, tornado.Base.Mean, 9);
        Assert.Equal(wait.Lower!.Value, tornado.Base.Lower, 9);
        Assert.Equal(30, tornado.Evaluations);
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        ScenarioParameter speed = Named("travel.speed");
        Assert.Throws<ArgumentException>(() => Ask(Question with { Structure = "none" }, speed));
        Assert.Throws<ArgumentException>(() => Ask(Question with { Baseline = "merged" }, speed));
        Assert.Throws<ArgumentException>(() => Ask(Question with { Futures = 1 }, speed));
        Assert.Throws<ArgumentException>(() => Ask(Question with { Measure = Measure.CasesPerFte }, speed));
        Assert.ThrowsAny<ArgumentException>(() => Ask(Question, speed, low: 50, high: 50));
        Assert.ThrowsAny<ArgumentException>(() => Ask(Question, speed, low: -1, high: 50));

        void Ask(DifferenceQuestion question, ScenarioParameter parameter, double? low = null, double? high = null) =>
            SensitivityExperiment.BreakEvenOf(Trade, question, parameter, low, high, cancellation: TestContext.Current.CancellationToken);
    }

    private static ScenarioParameter Named(string name) => Assert.Single(ScenarioParameter.Of(Trade), item => string.Equals(item.Name, name, StringComparison.Ordinal));
}
