using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A comparison compares the structures and nothing else.</summary>
public sealed class ExperimentTests(ITestOutputHelper output)
{
    private static readonly Scenario Derby = Scenario.Load(Repository.Derby);

    [Fact]
    public void A_structure_compared_with_itself_differs_by_exactly_zero()
    {
        Scenario twice = Derby with { Structures = [Derby.Structures[0], Derby.Structures[0] with { Id = "again", Name = "Again" }] };
        StructureComparison comparison = Compare(twice, ["five-areas", "again"], new RunPlan { Years = 1, WarmUpYears = 0.25, Replications = 3, Seed = 4 });
        MeasureDifference[] measured = [.. comparison.Differences[0].Measures.Where(difference => difference.Mean is not null)];

        // Derby has no conference, further service, partner or agency cover, and no family travels.
        Assert.Equal(Measure.All.Length - 3, measured.Length);
        foreach (MeasureDifference difference in measured)
        {
            Assert.Equal(0, difference.Mean);
            Assert.Equal(0, difference.Lower);
            Assert.Equal(0, difference.Upper);
            Assert.True(difference.IsNone);
            Assert.True(difference.Measure.Better == BetterWhen.Neither || difference.ProbabilityBetter == 0.5);
        }

        Assert.Empty(comparison.CashReleased);
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        RunPlan plan = new() { Years = 1, WarmUpYears = 0.25, Replications = 5, Seed = 4 };
        StructureComparison one = Experiment.Compare(Derby, null, plan, 1, cancellation: TestContext.Current.CancellationToken);
        StructureComparison three = Experiment.Compare(Derby, null, plan, 3, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Bits(one), Bits(three));
        Assert.NotEqual(Bits(one), Bits(Experiment.Compare(Derby, null, plan with { Seed = 5 }, 3, cancellation: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Common_random_numbers_cut_the_variance_of_the_difference_in_mean_wait()
    {
        // Under drift a few overloaded futures make most of the variance, so the ratio needs as many futures as the scenario's own plan has.
        // The bar was set for the lead services alone: a rota, further services and conferences bring chance that structures do not share.
        Scenario leads = Derby with
        {
            Travel = Derby.Travel with { AllocationTolerance = default },
            Services = [.. Derby.Services.Select(service => service with { DutyRota = false })],
            Pathways = [.. Derby.Pathways.Select(pathway => pathway with { Supports = [], Conference = null, Urgent = default })],
        };
        double withoutDrift = VarianceRatio(leads with { Demand = leads.Demand with { Drift = null } }, leads.Plan with { Replications = 40 });
        double withDrift = VarianceRatio(leads, leads.Plan);
        output.WriteLine($"variance under independent seeds over variance under common random numbers: {withoutDrift:F1} with drift off, {withDrift:F1} with drift on");
        Assert.True(withoutDrift >= 2, $"{withoutDrift}");
        Assert.True(withDrift >= 20, $"{withDrift}");
    }

    [Fact]
    public void Adding_a_worker_to_one_locality_leaves_every_other_localitys_records_as_they_were()
    {
        Structure five = Derby.Structure("five-areas");
        Scenario more = Derby with
        {
            Structures = [five, five with { Id = "more", ExtraPosts = [new ExtraPosts { Locality = "area-3", Service = "social-care", Fte = new Fte(1) }] }],
        };
        StructureRun before = more.Run("five-areas", 2);
        StructureRun after = more.Run("more", 2);
        ImmutableArray<string> changed = five.Localities.First(locality => string.Equals(locality.Id, "area-3", StringComparison.Ordinal)).Areas;
        bool Elsewhere(Case item) => !changed.Contains(Derby.Place.Areas[item.Identity.Area].Name);
        Assert.True(before.Cases.Count(Elsewhere) > 1000);
        Assert.Equal(Records(before.Cases.Where(Elsewhere)), Records(after.Cases.Where(Elsewhere)));
        Assert.NotEqual(Records(before.Cases), Records(after.Cases));
    }

    [Fact]
    public void Every_structure_costs_what_the_first_one_does_to_within_a_thousand_pounds()
    {
        foreach (Structure structure in Derby.Structures)
        {
            double bought = Budget.BoughtFte(Derby, structure, FreedMoney.BuysPosts);
            double difference = Budget.Cost(Derby, structure, bought).Total - Budget.Cost(Derby, Derby.Structures[0], 0).Total;
            output.WriteLine($"{structure.Id}: buys {bought:F2} posts, differs by £{difference:F2}");
            Assert.InRange(difference, -1000, 1000);
        }
    }

    [Fact]
    public void Posts_keep_their_numbers_and_only_those_that_must_move()
    {
        List<Post> five = Establishment.Posts(Derby, Derby.Structure("five-areas"), 0);
        List<Post> city = Establishment.Posts(Derby, Derby.Structure("one-city"), 0);
        Assert.Equal(five.Select(post => (post.Service, post.Number, post.Fte, post.BaseArea)), city.Select(post => (post.Service, post.Number, post.Fte, post.BaseArea)));
        List<Post> reshared = Establishment.Posts(Derby, Derby.Structure("five-areas-reshared"), 0);
        int[] before = Counts(five);
        int[] after = Counts(reshared);
        Assert.Equal(before.Sum(), after.Sum());
        int moved = five.Zip(reshared).Count(pair => pair.First.Locality != pair.Second.Locality);
        Assert.Equal(before.Zip(after).Sum(pair => Math.Max(0, pair.Second - pair.First)), moved);

        static int[] Counts(List<Post> posts) => [.. Enumerable.Range(0, 5 * Derby.Services.Length).Select(team => posts.Count(post => (post.Service * 5) + post.Locality == team))];
    }

    [Fact]
    public void A_run_that_is_stopped_says_so()
    {
        using CancellationTokenSource stop = new();
        Progress progress = new(stop);
        Assert.ThrowsAny<OperationCanceledException>(() => Experiment.Compare(Derby, null, Derby.Plan, 2, progress, cancellation: stop.Token));
        Assert.True(progress.Finished < 50);
    }

    [Fact]
    public void A_shorter_wait_that_loses_more_families_is_not_called_better()
    {
        Assert.Equal(WaitVerdict.ShorterButLosesMore, Verdict(wait: -5, lost: 2));
        Assert.Equal(WaitVerdict.Shorter, Verdict(wait: -5, lost: -2));
        Assert.Equal(WaitVerdict.Longer, Verdict(wait: 5, lost: -2));

        static WaitVerdict Verdict(double wait, double lost)
        {
            StructureDifference real = Compare(Derby, ["five-areas", "one-city"], new RunPlan { Years = 0.2, WarmUpYears = 0, Replications = 2 }).Differences[0];
            return (real with
            {
                Measures = [.. real.Measures.Select(item => ReferenceEquals(item.Measure, Measure.WaitToAllocation) ? Clear(item, wait) : ReferenceEquals(item.Measure, Measure.Lost) ? Clear(item, lost) : Clear(item, 0))],
            }).Wait;
        }

        static MeasureDifference Clear(MeasureDifference item, double mean) => item with { Mean = mean, Lower = mean - 1, Upper = mean + 1 };
    }

    private static StructureComparison Compare(Scenario scenario, string[] ids, RunPlan plan) =>
        Experiment.Compare(scenario, ids, plan, 2, cancellation: TestContext.Current.CancellationToken);

    /// <summary>Returns the variance of the difference under independent seeds over that under common random numbers.</summary>
    private static double VarianceRatio(Scenario scenario, RunPlan plan)
    {
        StructureComparison common = Compare(scenario, ["five-areas", "three-merged"], plan);
        StructureComparison other = Compare(scenario, ["three-merged"], plan with { Seed = plan.Seed + 1000 });
        ImmutableArray<double> five = common.Structures[0].Futures(Measure.WaitToAllocation);
        ImmutableArray<double> three = common.Structures[1].Futures(Measure.WaitToAllocation);
        ImmutableArray<double> independent = other.Structures[0].Futures(Measure.WaitToAllocation);
        return Variance(five.Zip(independent, (a, b) => b - a)) / Variance(five.Zip(three, (a, b) => b - a));
    }

    private static double Variance(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1);
    }

    private static long[] Bits(StructureComparison comparison) =>
        [.. comparison.Structures.SelectMany(result => result.Futures).SelectMany(values => values).Select(value => BitConverter.DoubleToInt64Bits(value ?? -1))];

    private static IEnumerable<(CaseIdentity, CaseOutcome, double?, double?, double?, double?, int, int)> Records(IEnumerable<Case> cases) => cases
        .OrderBy(item => item.Identity.Group).ThenBy(item => item.Identity.Lineage).ThenBy(item => item.Identity.Generation)
        .Select(item => (item.Identity, item.Outcome, item.ReferredAt, item.AssessedAt, item.AllocatedAt, item.EndedAt, item.Leads, item.Workers));

    private sealed class Progress(CancellationTokenSource stop) : IProgress<int>
    {
        public int Finished { get; private set; }

        public void Report(int value)
        {
            Finished = value;
            stop.Cancel();
        }
    }
}
