using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Structures that branch off from the state that the first one has reached.</summary>
public sealed class BranchTests
{
    private const double Before = 1.5;
    private const int BranchDay = 548;

    private static readonly Scenario Busy = BusyPlan.Scenario;

    private static StructureRun Branched(string id, double days, Scenario? scenario = null)
    {
        Scenario used = scenario ?? Busy;
        StructureRun run = new(new StructureBasis(used, used.Structure(id), FreedMoney.Released, 2, (used.Structures[0], Before)), 1, 0);
        run.Simulator.Run(days);
        return run;
    }

    [Fact]
    public void Every_candidate_has_the_same_past()
    {
        StructureRun first = Branched("three", BranchDay + 300);
        StructureRun other = Branched("two", BranchDay + 300);
        int count = first.Cases.Count(item => item.ReferredAt < BranchDay);
        Assert.True(count > 100);
        Assert.Equal(first.Trace(BranchDay)[..count], other.Trace(BranchDay)[..count]);
        Assert.NotEqual(first.Trace(), other.Trace());
    }

    [Fact]
    public void The_first_structure_goes_on_as_if_nothing_had_been_branched()
    {
        Scenario earlier = Busy with { Start = Busy.Start.AddDays(-BranchDay) };
        StructureBasis basis = new(earlier, earlier.Structures[0], FreedMoney.Released, (BranchDay / 365.25) + 2);
        StructureRun through = new(basis, 1, 0);
        through.Simulator.Run(BranchDay + 400);
        Assert.Equal(through.Trace(), Branched("three", BranchDay + 400).Trace());
    }

    [Fact]
    public void The_years_before_keep_their_dates()
    {
        StructureBasis basis = new(Busy, Busy.Structure("two"), FreedMoney.Released, 2, (Busy.Structures[0], Before));
        Assert.Equal(BranchDay, basis.BranchDay);
        Assert.Equal(Busy.Start.AddDays(-BranchDay), basis.Scenario.Start);
        for (int day = 0; day < 700; day++)
        {
            bool weekend = Busy.Start.AddDays(day - BranchDay).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Assert.Equal(!weekend, basis.Calendar.IsOpen(day));
        }
    }

    [Fact]
    public void A_case_changes_hands_at_the_branch_without_delay_and_without_loss()
    {
        Scenario tiny = TinyPlan.Scenario.With(pathway: pathway => pathway with { Casework = pathway.Casework with { Duration = new DeterministicDistribution(5000) } });
        StructureRun without = Branched("west", 9000, tiny);
        StructureRun run = Branched("east", BranchDay, tiny);
        Assert.Equal(1U, run.In(1).Worker!.Post.Number);
        run.Simulator.Run(9000);
        Assert.True(without.In(1).EndedAt > BranchDay);
        Assert.Equal(without.In(1).EndedAt!.Value, run.In(1).EndedAt!.Value, 9);
        Assert.Equal((1, 1), (run.In(1).Leads, run.In(1).Workers));
    }

    [Fact]
    public void At_the_branch_each_case_is_with_a_worker_who_serves_it_and_none_is_lost()
    {
        StructureRun first = Branched("three", BranchDay);
        StructureRun other = Branched("two", BranchDay);
        Assert.Equal(first.Cases.Select(item => (item.Identity, item.Outcome)), other.Cases.Select(item => (item.Identity, item.Outcome)));
        Assert.All(other.Cases.Where(item => item.Worker is not null), item =>
            Assert.True(item.AllocatedAt is null || item.Worker!.Team.Serves(item.HomeArea)));
        Assert.Equal(first.Cases.Sum(item => item.Leads), other.Cases.Sum(item => item.Leads));
        PlanConservationTests.CheckPlaces(other);
    }

    [Fact]
    public void Dated_changes_come_after_the_branch_on_their_dates()
    {
        PlanStep step = new() { On = Busy.Start.AddDays(100), Redraw = new() { To = "three" } };
        Scenario planned = Busy with { Structures = [.. Busy.Structures.Select(item => item.Id is "two" ? item with { Steps = [step] } : item)] };
        Assert.Equal("three", At(BranchDay - 1));
        Assert.Equal("two", At(BranchDay));
        Assert.Equal("two", At(BranchDay + 99.9));
        Assert.Equal("three", At(BranchDay + 100));

        string At(double day) => Branched("two", day, planned).Arrangement.Structure.Id;
    }

    [Fact]
    public void A_comparison_branches_and_counts_from_the_start()
    {
        RunPlan plan = new() { Years = 1, WarmUpYears = 0.25, BranchAfterYears = 0.5, Replications = 2, Seed = 3 };
        Scenario twice = Busy with { Structures = [Busy.Structures[0], Busy.Structures[0] with { Id = "again" }, Busy.Structure("two")] };
        StructureComparison comparison = Experiment.Compare(twice, plan: plan, threads: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.All(comparison.Difference("again").Measures, difference => Assert.True(difference.Mean is null or 0));
        Assert.NotEqual(0, comparison.Difference("two").Of(Measure.OneLead).Mean);
        Assert.Throws<ArgumentOutOfRangeException>(() => Experiment.Compare(twice, plan: plan with { BranchAfterYears = -1 }, cancellation: TestContext.Current.CancellationToken));
    }
}
