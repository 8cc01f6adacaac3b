using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What a redrawn boundary does to cases, workers and lists, with exact times.</summary>
public sealed class RedrawTests
{
    private const double Day = TinyPlan.Day;
    private const double Far = 3000;

    private static readonly Redraw East = new() { To = "east", Dip = default };

    private static PlanStep At(double day, Redraw redraw) => new() { On = TinyPlan.On(day), Redraw = redraw };

    [Fact]
    public void A_case_whose_area_changes_team_stands_still_loses_progress_and_gets_a_new_worker()
    {
        StructureRun without = TinyPlan.Scenario.Run(Far);
        StructureRun run = TinyPlan.Scenario.With(At(Day, East)).Run(Far);
        Assert.True(without.In(1).EndedAt > Day);
        Assert.Equal(without.In(1).EndedAt!.Value + 7 + 5, run.In(1).EndedAt!.Value, 9);
        Assert.Equal(0U, without.In(1).Known!.Value.Worker.Post.Number);
        Assert.Equal(1U, run.In(1).Known!.Value.Worker.Post.Number);
        Assert.Equal((2, 2, 1), (run.In(1).Leads, run.In(1).Workers, run.In(1).Transfers));
        Assert.Equal(without.In(0).EndedAt!.Value, run.In(0).EndedAt!.Value, 9);
        Assert.Equal(without.In(2).EndedAt!.Value, run.In(2).EndedAt!.Value, 9);
    }

    [Fact]
    public void A_redraw_buys_what_its_target_frees_to_within_half_a_day_a_week_and_nothing_where_money_is_released()
    {
        Scenario dear = TinyPlan.Scenario with { Management = TinyPlan.Scenario.Management with { BaseCost = new Pounds(60_000) } };
        Structure west = dear.Structures[0];
        dear = dear with { Structures = dear.Structures.Replace(west, west with { Localities = [west.Localities[0] with { Bases = ["A0", "A1"] }, west.Localities[1]] }) };
        double frees = Budget.BoughtFte(dear, dear.Structure("east"), FreedMoney.BuysPosts);
        Assert.True(frees > 1);

        Arrangement now = Arrangement.Of(dear, dear.Structures[0], 0);
        ArrangementChange bought = ArrangementChanges.Of(now, At(Day, East), 0, () => [], FreedMoney.BuysPosts);
        Assert.Equal(frees, bought.Next.Posts.Sum(post => post.Fte) - now.Posts.Sum(post => post.Fte), 9);
        Assert.Equal(frees, bought.Recruited.Sum(post => post.Fte), 9);
        Assert.Equal(Budget.Cost(now).Total, Budget.Cost(bought.Next).Total, 1000.0);
        Assert.Empty(ArrangementChanges.Of(now, At(Day, East), 0, () => [], FreedMoney.Released).Recruited);
    }

    [Fact]
    public void A_case_in_transfer_is_with_nobody_and_in_no_list()
    {
        StructureRun run = TinyPlan.Scenario.With(At(Day, East)).Run(Day + 6.9);
        Case moved = run.In(1);
        Assert.True(moved is { IsInTransfer: true, Worker: null, ListedIn: null });
        Assert.Equal([1, 1], run.Workers.Select(worker => worker.HeldCases));
        run.Simulator.Run(Day + 7.1);
        Assert.False(moved.IsInTransfer);
        Assert.Equal([1, 2], run.Workers.Select(worker => worker.HeldCases));
    }

    [Fact]
    public void Workers_keep_open_cases_to_their_end_where_the_plan_says_so_whatever_comes_later()
    {
        StructureRun without = TinyPlan.Scenario.Run(Far);
        PlanStep keep = At(Day, East with { KeepOpenCases = true });
        PlanStep later = new() { On = TinyPlan.On(Day + 10), MoveBase = new() { Locality = "W", From = "A0", To = "A1" } };
        StructureRun run = TinyPlan.Scenario.With(keep, later).Run(Far);
        Assert.Equal(without.Cases.Select(item => Math.Round(item.EndedAt!.Value, 9)), run.Cases.Select(item => Math.Round(item.EndedAt!.Value, 9)));
        Assert.Equal(0U, run.In(1).Known!.Value.Worker.Post.Number);
        Assert.All(run.Cases, item => Assert.Equal((1, 0), (item.Leads, item.Transfers)));
    }

    [Fact]
    public void Whoever_waits_is_listed_by_the_new_team_with_the_clock_held_so_far()
    {
        Scenario full = TinyPlan.Scenario.With(service => service with { PointsPerFte = new Points(1) }).With(At(Day, East));
        StructureRun before = full.Run(Day - 1);
        Assert.Equal(before.TeamsOf(0)[0], before.In(1).ListedIn);
        StructureRun run = full.Run(Day + 1);
        Case waiting = run.In(1);
        Assert.Equal(run.TeamsOf(0)[1], waiting.ListedIn);
        Assert.Equal((0.0, Day), (waiting.ListedSince, waiting.EnteredAt));
        Assert.Equal([Day, 0, 0, 0], run.AllTeams.Select(team => team.WaitedDays));
        Assert.Equal(Day + 1, run.AllTeams.Sum(team => team.WaitingOverTime.Integral(run.Now)), 9);
        Assert.Equal(1, run.AllTeams.Sum(team => team.WaitingOverTime.Mean(run.Now)), 9);
        run.Simulator.Run(Far);
        StructureRun alone = TinyPlan.Scenario.Run(Far);
        double left = alone.In(1).EndedAt!.Value;
        Assert.Equal(run.In(2).EndedAt!.Value + left, waiting.EndedAt!.Value, 9);
    }

    [Fact]
    public void Hours_dip_for_a_while_for_workers_whose_team_changed()
    {
        StructureRun run = TinyPlan.Scenario.With(At(Day, East with { Dip = new Share(0.25) })).Run(Day + 1);
        Assert.Equal([30.0, 30.0], run.Workers.Select(worker => worker.Server.Capacity));
        run.Simulator.Run(Day + 90.9);
        Assert.Equal([30.0, 30.0], run.Workers.Select(worker => worker.Server.Capacity));
        run.Simulator.Run(Day + 91.1);
        Assert.Equal([40.0, 40.0], run.Workers.Select(worker => worker.Server.Capacity));
    }

    [Fact]
    public void A_case_in_the_middle_of_a_managers_confirmation_finds_a_worker_who_serves_it()
    {
        Scenario slow = TinyPlan.Scenario.With(
            pathway: pathway => pathway with { OpenCases = 0, ReferralsPerYear = 3 }) with
        {
            Management = TinyPlan.Scenario.Management with { AllocationHours = new Hours(400) },
        };
        StructureRun first = slow.Run(1000);
        Case given = first.Cases.First(item => item is { HomeArea: 1, AllocatedAt: { } at } && at - item.AcceptedAt > 8);
        int day = (int)(given.AcceptedAt!.Value + 4);
        StructureRun run = slow.With(At(day, East)).Run(1000);
        Case item = run.Cases.Single(other => other.Identity == given.Identity);
        Assert.Equal(0U, given.Known!.Value.Worker.Post.Number);
        Assert.Equal(1U, item.Known!.Value.Worker.Post.Number);
        Assert.True(item.AllocatedAt > given.AllocatedAt);
        Assert.Equal(run.Workers.Sum(worker => worker.HeldCases), run.Cases.Count(other => other.Worker is not null));
    }
}
