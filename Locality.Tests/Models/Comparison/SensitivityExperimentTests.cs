using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Analyses find what a difference depends on, where that is known beforehand.</summary>
public sealed class SensitivityExperimentTests
{
    private static readonly RunPlan Short = new() { Years = 0.8, WarmUpYears = 0.2, Replications = 1, Seed = 3 };

    /// <summary>Merged and separate teams far apart: merging pools the queue, and costs the road. So it wins when one drives fast, and loses when one drives slowly.</summary>
    private static readonly Scenario Trade = (PlainScenario.Of(3, kilometresApart: 12) with { Travel = new Travel { Speed = new KilometresPerHour(20), AllocationTolerance = default } })
        .With(service => service with { Fte = new Fte(6), PaidHours = new HoursPerWeek(12), PointsPerFte = new Points(5) }, pathway => pathway with { ReferralsPerYear = 450 });

    private static readonly DifferenceQuestion Question = new() { Structure = "merged", Baseline = "separate", Futures = 4 };

    [Fact]
    public void Speed_turns_the_merger_from_loss_to_gain()
    {
        BreakEven found = SensitivityExperiment.BreakEvenOf(
            Trade, Question, Named("travel.speed"), low: 10, high: 200, plan: Short, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(BreakEvenVerdict.Found, found.Verdict);
        Assert.True(found.Grid[0].Difference.Mean > 0);
        Assert.True(found.Grid[^1].Difference.Mean < 0);
        Assert.InRange(found.Value!.Value, 10, 200);
    }

    [Fact]
    public void The_same_break_even_comes_from_one_thread_and_from_three()
    {
        BreakEven[] found = [.. new[] { 1, 3 }.Select(threads => SensitivityExperiment.BreakEvenOf(
            Trade, Question, Named("travel.speed"), low: 10, high: 200, plan: Short, threads: threads, cancellation: TestContext.Current.CancellationToken))];
        Assert.Equal(found[0].Value, found[1].Value);
        Assert.Equal(found[0].Lower, found[1].Lower);
        Assert.Equal(found[0].Upper, found[1].Upper);
    }

    [Fact]
    public void The_value_at_the_base_is_the_difference_that_a_comparison_gives()
    {
        ImmutableArray<ScenarioParameter> parameters = [Named("travel.speed"), Named("demand.referrals")];
        Tornado tornado = SensitivityExperiment.TornadoOf(Trade, Question, parameters, Short, threads: 2, cancellation: TestContext.Current.CancellationToken);
        StructureComparison comparison = Experiment.Compare(
            Trade, ["separate", "merged"], Short with { Replications = 4 }, threads: 1, cancellation: TestContext.Current.CancellationToken);
        MeasureDifference wait = comparison.Difference("merged").Of(Measure.WaitToAllocation);
        Assert.Equal(wait.Mean!.Value, tornado.Base.Mean, 9);
        Assert.Equal(wait.Lower!.Value, tornado.Base.Lower, 9);
        Assert.Equal(20, tornado.Evaluations);
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        ScenarioParameter speed = Named("travel.speed");
        Assert.Throws<ArgumentException>(() => SensitivityExperiment.BreakEvenOf(Trade, Question with { Structure = "none" }, speed));
        Assert.Throws<ArgumentException>(() => SensitivityExperiment.BreakEvenOf(Trade, Question with { Baseline = "merged" }, speed));
        Assert.Throws<ArgumentException>(() => SensitivityExperiment.BreakEvenOf(Trade, Question with { Futures = 1 }, speed));
        Assert.Throws<ArgumentException>(() => SensitivityExperiment.BreakEvenOf(Trade, Question with { Measure = Measure.CasesPerFte }, speed));
        Assert.ThrowsAny<ArgumentException>(() => SensitivityExperiment.BreakEvenOf(Trade, Question, speed, low: 50, high: 50));
        Assert.ThrowsAny<ArgumentException>(() => SensitivityExperiment.BreakEvenOf(Trade, Question, speed, low: -1, high: 50));
    }

    private static ScenarioParameter Named(string name) => Assert.Single(ScenarioParameter.Of(Trade), item => string.Equals(item.Name, name, StringComparison.Ordinal));
}
