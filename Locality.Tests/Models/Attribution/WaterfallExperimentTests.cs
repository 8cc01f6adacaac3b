using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A difference is split into parts that add up, and a part that does nothing gets nothing.</summary>
public sealed class WaterfallExperimentTests
{
    private static readonly RunPlan Short = new() { Years = 1, WarmUpYears = 0.25, Replications = 1, Seed = 3 };

    private static readonly Scenario Derby = Scenario.Load(Repository.Derby);

    [Theory]
    [InlineData("five-areas-reshared", new[] { DifferenceParts.Resharing })]
    [InlineData("three-merged", new[] { DifferenceParts.Resharing, DifferenceParts.Pooling, DifferenceParts.Management, DifferenceParts.Travel })]
    [InlineData("three-phased", new[] { DifferenceParts.Resharing, DifferenceParts.Pooling, DifferenceParts.Management, DifferenceParts.Travel, DifferenceParts.Transition })]
    public void The_factors_are_what_the_structures_differ_in(string structure, DifferenceParts[] expected) =>
        Assert.Equal(expected, WaterfallExperiment.FactorsOf(Derby, Question(structure)));

    [Fact]
    public void Contributions_add_up_to_the_difference_of_a_comparison()
    {
        StructureWaterfall waterfall = Of(Derby, Question("three-merged"));
        StructureComparison comparison = Experiment.Compare(
            Derby, ["five-areas", "three-merged"], Short with { Replications = 3 }, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(comparison.Difference("three-merged").Of(Measure.WaitToAllocation), waterfall.Difference);
        Assert.Equal(waterfall.Structure - waterfall.Baseline, waterfall.Factors.Aggregate(0.0, (sum, factor) => sum + factor.Contribution));
        Assert.Equal(waterfall.Difference.Mean!.Value, waterfall.Structure - waterfall.Baseline, 9);
        Assert.All(waterfall.Factors, factor => Assert.Equal(factor.Contribution, factor.Interval.Mean, 9));
    }

    /// <summary>The hybrid with every part is the structure, and the one with none the baseline: nothing of a difference is left out of the parts.</summary>
    [Theory]
    [InlineData("derby", "three-merged")]
    [InlineData("derby", "one-city")]
    [InlineData("derby", "three-phased")]
    [InlineData("derby", "plan-2007")]
    [InlineData("oxfordshire", "teams")]
    [InlineData("oxfordshire", "hubs")]
    public void The_hybrid_with_every_part_is_the_structure_and_with_none_the_baseline(string place, string structure)
    {
        Scenario scenario = Scenario.Load(Repository.Scenario(place));
        HybridStructures hybrids = new(scenario, scenario.Structure(structure));
        DifferenceParts all = hybrids.Factors.Aggregate((one, other) => one | other);
        Assert.Equal(Values(scenario, scenario.Structure(structure)), Values(hybrids.With(all)));
        Assert.Equal(Values(scenario, scenario.Structures[0]), Values(hybrids.With(DifferenceParts.None)));
    }

    [Fact]
    public void Without_management_costs_links_and_roads_only_pooling_is_left()
    {
        Scenario plain = PlainScenario.Of(3).With(service => service with { PointsPerFte = new Points(5) });
        plain = plain with { Structures = [plain.Structures[0] with { Staffing = StaffingRule.AsBaseline }, .. plain.Structures.Skip(1)] };
        StructureWaterfall waterfall = Of(plain, new DifferenceQuestion { Structure = "merged", Baseline = "separate", Futures = 3 });
        Assert.Equal([DifferenceParts.Pooling, DifferenceParts.Management], waterfall.Factors.Select(factor => factor.Parts));
        Assert.NotEqual(0, waterfall.Factors[0].Contribution);
        Assert.Equal(0, waterfall.Factors[1].Contribution);
        Assert.Equal(waterfall.Structure - waterfall.Baseline, waterfall.Factors[0].Contribution);
    }

    /// <summary>Travel alone: families of three towns are visited from the joined locality's bases, in their mean. The roads are worked by hand.</summary>
    [Fact]
    public void Travel_alone_is_the_mean_road_from_the_other_structure_s_bases()
    {
        Scenario row = PlainScenario.Of(3, kilometresApart: 10) with { Travel = new Travel { Speed = new KilometresPerHour(30), DetourFactor = 1, VisitsPerTrip = 1 } };
        HybridStructures hybrids = new(row, row.Structure("merged"));
        TravelTimes Roads(DifferenceParts parts)
        {
            (Scenario scenario, Structure structure) = hybrids.With(parts);
            return new StructureBasis(scenario, structure, FreedMoney.Released, 1).Travel;
        }

        double spread = 1 / (2 * Math.PI);
        double[] roads = [.. Enumerable.Range(0, 3).Select(step => 10 * step).Select(apart => 2 * Math.Sqrt((apart * apart) + spread))];
        for (int start = 0; start < 3; start++)
        {
            Assert.Equal(roads.Average(), Roads(DifferenceParts.Travel).RoundTripKilometres(start, 0), 9);
            Assert.Equal(((2 * roads[1]) + roads[0]) / 3, Roads(DifferenceParts.Travel).RoundTripKilometres(start, 1), 9);
            Assert.Equal(roads[0], Roads(DifferenceParts.Pooling).RoundTripKilometres(start, 2), 9);
            Assert.Equal(roads[start], Roads(DifferenceParts.None).RoundTripKilometres(start, 0), 9);
            Assert.Equal(roads[start], Roads(DifferenceParts.Pooling | DifferenceParts.Travel).RoundTripKilometres(start, 0), 9);
        }
    }

    [Fact]
    public void Management_alone_shares_the_other_structure_s_managers_evenly()
    {
        HybridStructures hybrids = new(Derby, Derby.Structure("three-merged"));
        double Managers(DifferenceParts parts)
        {
            (Scenario scenario, Structure structure) = hybrids.With(parts);
            Arrangement arrangement = Arrangement.Of(scenario, structure, 0);
            return Enumerable.Range(0, structure.Localities.Length).Sum(locality => ManagerHours.Fte(arrangement, locality));
        }

        // Five area managers or three; team managers follow the workers, who are the same.
        Assert.Equal(2, Managers(DifferenceParts.None) - Managers(DifferenceParts.Management), 9);
        Assert.Equal(2, Managers(DifferenceParts.Pooling) - Managers(DifferenceParts.Pooling | DifferenceParts.Management), 9);
        Assert.Equal(Managers(DifferenceParts.None), Managers(DifferenceParts.Pooling), 9);
        double Free(DifferenceParts parts)
        {
            (Scenario scenario, Structure structure) = hybrids.With(parts);
            Arrangement arrangement = Arrangement.Of(scenario, structure, 0);
            return Enumerable.Range(0, structure.Localities.Length).Sum(locality => ManagerHours.FreePerWeek(arrangement, locality));
        }

        // Two managers of 20 hours, less two localities' links: 12 hours, of which a coordinator's two days do 8.
        Assert.Equal((2 * 20) - (2 * (12 - 8)), Free(DifferenceParts.None) - Free(DifferenceParts.Management), 9);
        Assert.Equal((2 * 20) - (2 * (12 - 8)), Free(DifferenceParts.Pooling) - Free(DifferenceParts.Pooling | DifferenceParts.Management), 9);
        (Scenario with, Structure bought) = hybrids.With(DifferenceParts.Management);
        Assert.Equal(Budget.BoughtFte(Derby, Derby.Structure("three-merged"), FreedMoney.BuysPosts), Budget.BoughtFte(with, bought, FreedMoney.BuysPosts));
        (Scenario without, Structure none) = hybrids.With(DifferenceParts.Pooling);
        Assert.Equal(0, Budget.BoughtFte(without, none, FreedMoney.BuysPosts), 6);
    }

    /// <summary>Six posts shared equally among three towns, two of which are joined: without re-sharing the two keep their four, where the rule would give three.</summary>
    [Fact]
    public void Pooling_alone_leaves_posts_with_the_areas_that_they_serve()
    {
        Scenario plain = PlainScenario.Of(3).With(service => service with { Fte = new Fte(6) });
        plain = plain with { Structures = [plain.Structures[0] with { Staffing = StaffingRule.Equally }, PlainScenario.Groups("joined", [0, 1], [2]) with { Staffing = StaffingRule.ByChildren }] };
        (Scenario scenario, Structure structure) = new HybridStructures(plain, plain.Structure("joined")).With(DifferenceParts.Pooling);
        Arrangement arrangement = Arrangement.Of(scenario, structure, 0);
        Assert.Equal([4, 2], Enumerable.Range(0, 2).Select(locality => arrangement.Posts.Where(post => post.Locality == locality).Sum(post => post.Fte)));
    }

    [Fact]
    public void The_move_alone_is_a_move_to_where_one_was()
    {
        HybridStructures hybrids = new(Derby, Derby.Structure("three-phased"));
        (Scenario scenario, Structure structure) = hybrids.With(DifferenceParts.Transition);
        Assert.Equal(5, scenario.Structure(Assert.Single(structure.Steps).Redraw!.To).Localities.Length);
        (Scenario moved, Structure pooled) = hybrids.With(DifferenceParts.Transition | DifferenceParts.Pooling);
        Assert.Equal(3, moved.Structure(Assert.Single(pooled.Steps).Redraw!.To).Localities.Length);
        Assert.Equal(5, pooled.Localities.Length);
    }

    [Fact]
    public void What_names_localities_stands_with_pooling()
    {
        Structure target = Derby.Structure("three-merged") with { ExtraPosts = [new ExtraPosts { Locality = "areas-1-5", Service = "youth-support", Fte = new Fte(1) }] };
        Scenario extra = Derby with { Structures = [.. Derby.Structures.Where(item => item.Id is not "three-merged"), target] };
        Assert.Contains(DifferenceParts.Pooling | DifferenceParts.Delivery, WaterfallExperiment.FactorsOf(extra, Question("three-merged")));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_and_a_stopped_run_keeps_what_is_finished()
    {
        StructureWaterfall one = Of(Derby, Question("five-areas-reshared"), threads: 1);
        Assert.Equal(one.Factors.AsEnumerable(), Of(Derby, Question("five-areas-reshared"), threads: 3).Factors.AsEnumerable());
        using CancellationTokenSource stop = new();
        StructureWaterfall stopped = WaterfallExperiment.Of(Derby, Question("five-areas-reshared") with { Futures = 50 }, Short, threads: 2, new StopAt(8, stop), stop.Token);
        Assert.True(stopped.IsStopped);
        Assert.InRange(stopped.Plan.Replications, 2, 10);
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        Assert.Contains(
            "expected 'five-areas', the scenario's first structure",
            Assert.Throws<ArgumentException>(() => Of(Derby, Question("five-areas") with { Baseline = "three-merged" })).Message,
            StringComparison.Ordinal);
        Scenario twin = Derby with { Structures = [.. Derby.Structures, Derby.Structures[0] with { Id = "twin" }] };
        Assert.Contains("differs from 'five-areas' in nothing", Assert.Throws<ArgumentException>(() => Of(twin, Question("twin"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Of(Derby, Question("three-merged") with { Futures = 1 }));
    }

    private static DifferenceQuestion Question(string structure) => new() { Structure = structure, Baseline = "five-areas", Futures = 3 };

    private static StructureWaterfall Of(Scenario scenario, DifferenceQuestion question, int threads = 2) =>
        WaterfallExperiment.Of(scenario, question, Short, threads, progress: null, TestContext.Current.CancellationToken);

    private static double?[] Values((Scenario Scenario, Structure Structure) hybrid) => Values(hybrid.Scenario, hybrid.Structure);

    private static double?[] Values(Scenario scenario, Structure structure)
    {
        RunPlan plan = Short with { Years = 0.75, WarmUpYears = 0 };
        OutcomeBasis basis = new(new StructureBasis(scenario, structure, scenario.Budget.FreedMoney, plan.Years), plan);
        DemandForecast demand = new(basis.Basis.Scenario, basis.Basis.Demand, new RandomStreams(plan.Seed, 0));
        double?[] values = Experiment.Simulate(basis, plan, 0, demand, TestContext.Current.CancellationToken).Values;

        // Costs are those of the hybrid's own localities: they are no measure of a waterfall.
        return [.. RankingPlan.Measures.Select(measure => values[Measure.All.IndexOf(measure)])];
    }
}
