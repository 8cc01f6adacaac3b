using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Structures are ranked in the same futures, with what the choice promises, and never with more.</summary>
public sealed class RankingExperimentTests
{
    private static readonly RunPlan Short = new() { Years = 0.6, WarmUpYears = 0.2, Replications = 1, Seed = 5 };

    [Fact]
    public void A_structure_with_twice_the_posts_is_chosen_and_the_others_are_worse()
    {
        Scenario scenario = Busy(extra: 4);
        StructureRanking ranking = RankingExperiment.Rank(scenario, scenario.Structures, new RankingPlan { FirstStage = 6 }, Short, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(RankingEnd.Chosen, ranking.End);
        Assert.Equal("rich", ranking.Candidates[0].Result.Structure.Id);
        Assert.Equal([1, 2, 3], ranking.Candidates.Select(item => item.Rank));
        Assert.All(ranking.Candidates.Skip(1), item =>
        {
            Assert.False(item.IsTied);
            Assert.False(item.IsWithinZone);
            Assert.True(item.LessBest.Lower > 0);
            Assert.Equal(0, item.ProbabilityBest);
        });
        Assert.Equal(1, ranking.Candidates[0].ProbabilityBest);
        Assert.Equal(0.95, ranking.Guarantee!.Confidence);

        // Every structure meets the first stage, and all go on together until the first is left out.
        Assert.InRange(ranking.CommonFutures, 6, ranking.Ranking.MostFutures);
        Assert.Equal(ranking.Candidates.Min(item => item.Futures), ranking.CommonFutures);
        Assert.Equal(ranking.Candidates.Sum(item => item.Futures), ranking.Simulated);
    }

    [Theory]
    [InlineData(RankingMethod.KimNelsonPlusPlus)]
    [InlineData(RankingMethod.Tournament)]
    [InlineData(RankingMethod.BudgetAllocation)]
    public void Every_procedure_finds_the_structure_with_twice_the_posts(RankingMethod method)
    {
        Scenario scenario = Busy(extra: 4);
        RankingPlan plan = new() { FirstStage = 6, Method = method, Budget = method == RankingMethod.BudgetAllocation ? 30 : null };
        StructureRanking ranking = RankingExperiment.Rank(scenario, scenario.Structures, plan, Short, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("rich", ranking.Candidates[0].Result.Structure.Id);
        Assert.InRange(ranking.CommonFutures, 6, 1000);
        Assert.Equal(method == RankingMethod.BudgetAllocation, ranking.Guarantee is null);
        Assert.Equal(method == RankingMethod.BudgetAllocation ? RankingEnd.BudgetSpent : RankingEnd.Chosen, ranking.End);
        Assert.Empty(ranking.Candidates[0].Result.Breakdowns);
    }

    [Fact]
    public void A_budget_goes_with_its_own_procedure_only()
    {
        Scenario scenario = Busy(extra: 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingExperiment.Rank(scenario, scenario.Structures, new RankingPlan { Budget = 60 }, Short, cancellation: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingExperiment.Rank(scenario, scenario.Structures, new RankingPlan { Method = RankingMethod.BudgetAllocation }, Short, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Structures_with_the_same_localities_are_ties_whatever_the_chance()
    {
        Scenario scenario = Busy(extra: 4);
        Structure[] twins = [scenario.Structures[0], scenario.Structures[0] with { Id = "twin" }];
        StructureRanking ranking = RankingExperiment.Rank(scenario, twins, new RankingPlan { FirstStage = 4 }, Short, threads: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["separate", "twin"], ranking.Candidates.Select(item => item.Result.Structure.Id));
        Assert.True(ranking.Candidates[1].IsTied);
        Assert.All(ranking.Candidates, item => Assert.True(item.IsWithinZone));
        Assert.Equal(0, ranking.Candidates[1].LessBest.Mean);
        Assert.Equal([0.5, 0.5], ranking.Candidates.Select(item => item.ProbabilityBest));
        Assert.All(ranking.Candidates, item => Assert.True(item.IsInParetoSet));
    }

    [Fact]
    public void The_ranking_is_the_same_on_one_thread_and_on_three()
    {
        Scenario scenario = Busy(extra: 0.5);
        StructureRanking[] rankings = [.. Enumerable.Range(1, 3).Select(threads =>
            RankingExperiment.Rank(scenario, scenario.Structures, new RankingPlan { FirstStage = 4, IndifferenceZone = 0.5, MostFutures = 12 }, Short, threads, cancellation: TestContext.Current.CancellationToken))];
        Assert.Equal(rankings[0].Simulated, rankings[2].Simulated);
        Assert.Equal(rankings[0].End, rankings[2].End);
        foreach ((RankedStructure one, RankedStructure other) in rankings[0].Candidates.Zip(rankings[2].Candidates))
        {
            Assert.Equal(one.Result.Structure, other.Result.Structure);
            Assert.Equal(one.LessBest, other.LessBest);
            Assert.Equal(one.Futures, other.Futures);
            Assert.Equal(one.Result.FuturesOf(Measure.WaitToAllocation), other.Result.FuturesOf(Measure.WaitToAllocation));
        }
    }

    [Fact]
    public void A_choice_that_needs_too_many_futures_is_not_made()
    {
        Scenario scenario = Busy(extra: 0.1);
        StructureRanking ranking = RankingExperiment.Rank(
            scenario, scenario.Structures, new RankingPlan { FirstStage = 3, IndifferenceZone = 1e-3, MostFutures = 4 }, Short, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(RankingEnd.FuturesSpent, ranking.End);
        Assert.Null(ranking.Guarantee);
        Assert.Equal(4, ranking.CommonFutures);
    }

    [Fact]
    public void What_every_structure_finished_before_the_stop_is_ranked_without_a_guarantee()
    {
        Scenario scenario = Busy(extra: 1);
        using CancellationTokenSource source = new();
        StructureRanking ranking = RankingExperiment.Rank(
            scenario, scenario.Structures, new RankingPlan { FirstStage = 50 }, Short, threads: 1, new Stop(source, after: 9), source.Token);
        Assert.Equal(RankingEnd.Stopped, ranking.End);
        Assert.Null(ranking.Guarantee);
        Assert.Equal(3, ranking.CommonFutures);
        Assert.All(ranking.Candidates, item => Assert.Equal(3, item.Result.FuturesOf(Measure.WaitToAllocation).Length));
    }

    [Fact]
    public void Nothing_is_said_of_a_run_stopped_before_two_futures()
    {
        Scenario scenario = Busy(extra: 1);
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() => RankingExperiment.Rank(
            scenario, scenario.Structures, new RankingPlan { FirstStage = 50 }, Short, threads: 1, new Stop(source, after: 4), source.Token));
    }

    [Fact]
    public void Children_moved_are_those_whose_locality_has_other_areas()
    {
        Scenario scenario = PlainScenario.Of(4);
        Structure pairs = PlainScenario.Groups("pairs", [0, 1], [2], [3]);
        scenario = scenario with { Structures = [.. scenario.Structures, pairs] };
        Assert.Equal(0, Disruption.ChildrenMoved(scenario, scenario.Structures[0]));
        Assert.Equal(0.5, Disruption.ChildrenMoved(scenario, pairs));
        Assert.Equal(1, Disruption.ChildrenMoved(scenario, scenario.Structures[1]));

        // Where a dated plan ends is what counts.
        Structure planned = scenario.Structures[0] with { Id = "planned", Steps = [new PlanStep { On = scenario.Start.AddDays(9), Redraw = new() { To = "pairs" } }] };
        Assert.Equal(0.5, Disruption.ChildrenMoved(scenario, planned));
    }

    [Fact]
    public void Intervals_hold_at_once_and_are_wider_than_single_ones_of_the_same_futures()
    {
        Scenario scenario = Busy(extra: 0.5);
        StructureRanking ranking = RankingExperiment.Rank(scenario, scenario.Structures, new RankingPlan { FirstStage = 6, IndifferenceZone = 20 }, Short, threads: 1, cancellation: TestContext.Current.CancellationToken);
        RankedStructure best = ranking.Candidates[0];
        Assert.All(ranking.Candidates.Skip(1), item =>
        {
            // Three pairs, so each at 1 − 0.05/3.
            PairedDifference alone = PairedDifference.Of(best.Result.Futures(Measure.WaitToAllocation).AsSpan(), item.Result.Futures(Measure.WaitToAllocation).AsSpan(), 1 - (0.05 / 3));
            Assert.Equal(alone.Mean.Lower, item.LessBest.Lower, 12);
            Assert.Equal(alone.Mean.Upper, item.LessBest.Upper, 12);
        });
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        Scenario scenario = Busy(extra: 1);
        Assert.Throws<ArgumentException>(() => Rank(scenario, [scenario.Structures[0]]));
        Assert.Throws<ArgumentException>(() => Rank(scenario, [scenario.Structures[0], scenario.Structures[0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rank(scenario, scenario.Structures, new RankingPlan { Measure = Measure.CasesPerFte }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rank(scenario, scenario.Structures, new RankingPlan { FirstStage = 30, MostFutures = 20 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rank(scenario, scenario.Structures, new RankingPlan { IndifferenceZone = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rank(scenario, scenario.Structures, new RankingPlan { FirstStage = 1 }));

        void Rank(Scenario from, IReadOnlyList<Structure> structures, RankingPlan? ranking = null) =>
            RankingExperiment.Rank(from, structures, ranking, cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>Makes two areas that are short of posts: separate, merged, and separate with further posts of new money in each.</summary>
    private static Scenario Busy(double extra)
    {
        Scenario plain = PlainScenario.Of(2).With(service => service with { Fte = new Fte(2), PointsPerFte = new Points(6) });
        Structure separate = plain.Structures[0];
        return plain with
        {
            Structures =
            [
                .. plain.Structures,
                separate with
                {
                    Id = "rich",
                    ExtraPosts = [.. separate.Localities.Select(locality => new ExtraPosts { Locality = locality.Id, Service = "care", Fte = new Fte(extra / 2) })],
                },
            ],
        };
    }

    private sealed class Stop(CancellationTokenSource source, int after) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == after)
            {
                source.Cancel();
            }
        }
    }
}
