using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A panel that sits every ten days and decides on two cases, with exact times.</summary>
public sealed class PanelTests
{
    private static readonly DeliveryModel Panel = new()
    {
        Id = "panel",
        Panel = new PanelRules { Interval = new WorkingDays(10), Slots = 2, SittingHours = default, PreparationHours = default },
    };

    private static readonly Scenario Scenario = PlainScenario.Of(1).WithHelp().Under(Panel);

    [Fact]
    public void A_sitting_decides_on_two_cases_and_the_third_keeps_its_clock_until_the_next()
    {
        StructureRun run = Scenario.Quiet();
        Case[] cases = [Accept(run, 1, at: 1), Accept(run, 2, at: 2), Accept(run, 3, at: 3)];
        run.Simulator.Run(100);
        Assert.Equal([10, 10, 20], cases.Select(item => item.AllocatedAt!.Value));
        Assert.Equal([9, 8, 17], cases.Select(item => item.WaitedBy(run.Now)));
        Assert.All(cases, item => Assert.True(item.WentToPanel));
    }

    [Fact]
    public void An_urgent_case_and_one_that_wants_no_further_service_pass_the_panel_by()
    {
        StructureRun run = Scenario.Quiet();
        Case urgent = Accept(run, 1, at: 4, item => item.IsUrgent = true);
        Case single = Accept(run, 2, at: 5, item => item.Wants = []);
        run.Simulator.Run(100);
        Assert.Equal(4, urgent.AllocatedAt);
        Assert.Equal(5, single.AllocatedAt);
        Assert.False(urgent.WentToPanel || single.WentToPanel);
    }

    [Fact]
    public void The_panel_takes_cases_by_priority_and_then_in_their_order()
    {
        Pathway first = Scenario.Pathways[0] with { Id = "first", Waiting = Scenario.Pathways[0].Waiting with { Priority = 2 } };
        StructureRun run = (Scenario with { Pathways = [.. Scenario.Pathways, first] }).Quiet();
        Case[] cases = [Accept(run, 1, at: 1), Accept(run, 2, at: 2), Accept(run, 3, at: 3, pathway: 1)];
        run.Simulator.Run(100);
        Assert.Equal([10, 20, 10], cases.Select(item => item.AllocatedAt!.Value));
    }

    [Fact]
    public void A_family_that_is_lost_leaves_the_line_and_takes_no_slot()
    {
        Pathway impatient = Scenario.Pathways[0] with { Id = "impatient", Waiting = Scenario.Pathways[0].Waiting with { MeanPatience = new Days(0.001) } };
        StructureRun run = (Scenario with { Pathways = [.. Scenario.Pathways, impatient] }).Quiet();
        Case[] cases = [Accept(run, 1, at: 1, pathway: 1), Accept(run, 2, at: 2), Accept(run, 3, at: 3)];
        run.Simulator.Run(100);
        Assert.Null(cases[0].AllocatedAt);
        Assert.Equal([10, 10], cases.Skip(1).Select(item => item.AllocatedAt!.Value));
    }

    [Fact]
    public void A_case_that_becomes_worse_does_not_wait_for_the_sitting_and_is_not_lost()
    {
        Scenario worsening = Scenario.With(pathway: pathway => pathway with { Waiting = pathway.Waiting with { MeanPatience = null, MeanTimeToEscalation = new Days(0.5) } });
        StructureRun run = (worsening with { Feedbacks = worsening.Feedbacks with { Escalation = true } }).Quiet();
        Case item = Accept(run, 1, at: 1);
        run.Simulator.Run(100);
        Assert.True(item.Escalated);
        Assert.False(item.WentToPanel);
        Assert.InRange(item.AllocatedAt!.Value, 1, 9.9);
    }

    [Fact]
    public void A_slot_is_spent_once_a_case_whose_worker_leaves_does_not_come_back()
    {
        StructureRun run = Scenario.Quiet();
        Case item = run.NewCase(1);
        double? againAt = null;
        run.At(1, async () =>
        {
            await new AllocationProcess(run).AwaitLead(item);
            item.Worker!.Leave();
            item.Worker = null;
            run.TeamOf(item).Enlist(item, run.Now);
            await AssignedWork.UntilGiven(item);
            againAt = run.Now;
        });
        run.Simulator.Run(100);
        Assert.Equal(10, item.AllocatedAt);
        Assert.Equal(10, againAt);
    }

    [Fact]
    public void What_does_not_change_is_taken_over_and_a_former_panel_goes_on_sitting()
    {
        StructureBasis basis = new(Scenario, Scenario.Structures[0], FreedMoney.Released, 1);
        Simulator simulator = new();
        LocalitySite[] before = LocalityBuilder.Sites(basis, basis.Arrangement, simulator);
        Assert.Equal(before, SiteChange.Sites(basis, basis.Arrangement, before, basis.Arrangement, simulator));

        Scenario changed = Scenario.Under(Panel with { Id = "weekly", Panel = Panel.Panel! with { Interval = new WorkingDays(5) } });
        Arrangement arrangement = Arrangement.Of(changed, changed.Structures[0], 0);
        double decided = 0;
        simulator.Start(Change());
        simulator.Run(50);
        Assert.Equal(10, decided);

        async Process Change()
        {
            simulator.Start(Decide(before[0].Delivery));
            await simulator.Delay(3);
            LocalitySite[] after = SiteChange.Sites(basis, basis.Arrangement, before, arrangement, simulator);
            Assert.NotSame(before[0].Delivery, after[0].Delivery);
            Assert.Same(before[0].Managers, after[0].Managers);
            Assert.Same(before[0].FrontDoor, after[0].FrontDoor);
        }

        async Process Decide(DeliverySite site)
        {
            await site.Decide(new Case(default, new Signal(simulator)));
            decided = simulator.Now;
        }
    }

    private static Case Accept(StructureRun run, uint number, double at, Action<Case>? change = null, int pathway = 0)
    {
        Case item = run.NewCase(number, pathway: pathway);
        change?.Invoke(item);
        run.At(at, async () => await new AllocationProcess(run).AwaitLead(item));
        return item;
    }
}
