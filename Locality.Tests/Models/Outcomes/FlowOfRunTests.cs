using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Referrals are followed to where they stand at the end, and none is lost on the way.</summary>
public sealed class FlowOfRunTests
{
    private const double Days = 365.25;

    [Fact]
    public void Each_referral_of_the_window_is_where_the_run_left_it()
    {
        // Families of 1, 2, 4, 8 … children: each sum says who is in it. The window is a year, from day 0.
        Scenario scenario = PlainScenario.Of(1);
        Pathway need = PlainScenario.Pathway with
        {
            ReferralsPerYear = 0,
            Sources = [new ReferralSource { Name = "police", Share = new Share(0.5) }, new ReferralSource { Name = "school", Share = new Share(0.5) }],
            StepUp = new TierStep { Share = new Share(0.1), To = "more" },
            StepDown = new TierStep { Share = new Share(0.1), To = "less" },
        };
        Pathway more = PlainScenario.Pathway with { Id = "more", Service = "intense", ReferralsPerYear = 0 };
        Pathway less = PlainScenario.Pathway with { Id = "less", ReferralsPerYear = 0 };
        scenario = scenario with { Services = [PlainScenario.Service, PlainScenario.Service with { Id = "intense" }], Pathways = [need, more, less] };
        Case up = Referred(1, 64, CaseOutcome.Closed, source: 0, accepted: 20, allocated: 30, ended: 90);
        Case down = Referred(2, 128, CaseOutcome.Closed, source: 0, accepted: 20, allocated: 30, ended: 90);
        Case worse = Referred(3, 256, CaseOutcome.Open, source: 1, accepted: 20, allocated: 40);
        worse.Pathway = 1;
        Case[] cases =
        [
            Referred(4, 1, CaseOutcome.NoFurtherAction, source: 0, ended: 11),
            new(Identity(5), null!) { Children = 2, Outcome = CaseOutcome.Joined, EndedAt = 10, Source = 1 },
            Referred(6, 4, CaseOutcome.NotInNeed, source: 1, ended: 20),
            Referred(7, 8, CaseOutcome.Open, source: 1),
            Referred(8, 16, CaseOutcome.Lost, source: 1, accepted: 20, ended: 50),
            Referred(9, 32, CaseOutcome.Open, source: 1, accepted: 20),
            up, new(Identity(1) with { Step = 1 }, null!) { Children = 64, SteppedFrom = up, Pathway = 1, FirstPathway = 1, AcceptedAt = 90 },
            down, new(Identity(2) with { Step = 1 }, null!) { Children = 128, SteppedFrom = down, Pathway = 2, FirstPathway = 2, AcceptedAt = 90 },
            worse,
            Referred(10, 512, CaseOutcome.Closed, source: 0, accepted: 20, allocated: 25, ended: 60),

            // Neither was referred in the window.
            new(Identity(11), null!) { Children = 1024, ReferredAt = -5, Outcome = CaseOutcome.Closed, EndedAt = 5 },
            new(Identity(12), null!) { Children = 2048, Outcome = CaseOutcome.Joined, EndedAt = -5 },
        ];
        StructureBasis basis = new(scenario, scenario.Structure("separate"), FreedMoney.Released, 1);
        StructureRun run = new(basis, 1, 0);
        run.Simulator.Run(Days);
        Assert.Empty(run.Cases);
        run.Cases.AddRange(cases);
        FlowLayout layout = new(scenario);
        double[] flows = FlowOfRun.Of(run, layout, 0);
        Dictionary<string, double> found = [];
        for (int link = 0; link < flows.Length; link++)
        {
            if (flows[link] > 0)
            {
                found.Add($"{Name(layout.Stages[layout.Links[link].From])} > {Name(layout.Stages[layout.Links[link].To])}", Math.Round(flows[link], 9));
            }
        }

        Assert.Equal(
            new Dictionary<string, double>
            {
                ["police > need"] = 1 + 64 + 128 + 512,
                ["school > need"] = 2 + 4 + 8 + 16 + 32 + 256,
                ["need > NoFurtherAction"] = 1,
                ["need > Joined"] = 2,
                ["need > NotInNeed"] = 4,
                ["need > NotYetAssessed"] = 8,
                ["need > Lost"] = 16,
                ["need > StillWaiting"] = 32,
                ["need > care"] = 64 + 128 + 512,
                ["need > intense"] = 256,
                ["care > SteppedUp"] = 64,
                ["care > SteppedDown"] = 128,
                ["care > Closed"] = 512,
                ["intense > StillOpen"] = 256,
            },
            found);
    }

    [Fact]
    public void As_many_come_to_an_inner_stage_as_leave_it_in_each_future()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        RunPlan plan = new() { Years = 1, WarmUpYears = 0.25, Seed = 4 };
        foreach (Structure structure in derby.Structures)
        {
            OutcomeBasis basis = new(new StructureBasis(derby, structure, derby.Budget.FreedMoney, plan.Years), plan);
            for (int replication = 0; replication < 2; replication++)
            {
                DemandForecast demand = new(derby, basis.Basis.Demand, new RandomStreams(plan.Seed, (uint)replication));
                ReplicationOutcome outcome = Experiment.Simulate(basis, plan, replication, demand, TestContext.Current.CancellationToken);
                Check(basis, outcome, plan.Years - plan.WarmUpYears);
            }
        }
    }

    private static void Check(OutcomeBasis basis, ReplicationOutcome outcome, double years)
    {
        FlowLayout layout = basis.Flow;
        double[] flows = outcome.Details!.Flows;
        for (int stage = 0; stage < layout.Stages.Length; stage++)
        {
            FlowStageKind kind = layout.Stages[stage].Kind;
            bool inner = kind == FlowStageKind.Allocated || (kind == FlowStageKind.Pathway && Array.Exists(layout.Links, link => link.To == stage));
            if (inner)
            {
                Assert.Equal(Sum(link => link.To == stage), Sum(link => link.From == stage), 6);
            }
        }

        // What comes to the pathways is the referrals and those that joined an open case.
        double referred = outcome.Levels[(int)BreakdownDimension.Pathway].Sum(level => level.Values[Measure.OfLevels(BreakdownDimension.Pathway).IndexOf(Measure.ChildrenReferred)]!.Value);
        double joined = Sum(link => layout.Stages[link.To].Kind == FlowStageKind.Joined);
        Assert.True(referred > 100 && joined < referred);
        Assert.Equal(referred, (Sum(link => layout.Stages[link.From].Kind == FlowStageKind.Pathway) - joined) * years, 6);

        double Sum(Func<(int From, int To), bool> isTaken) => layout.Links.Select((link, index) => isTaken(link) ? flows[index] : 0).Sum();
    }

    private static string Name(FlowStage stage) => stage.Id ?? stage.Kind.ToString();

    private static CaseIdentity Identity(uint lineage) => new(0, 0, lineage, 0, 0);

    private static Case Referred(uint lineage, int children, CaseOutcome outcome, int source, double? accepted = null, double? allocated = null, double? ended = null) =>
        new(Identity(lineage), null!)
        {
            Children = children,
            Outcome = outcome,
            Source = source,
            ReferredAt = 10,
            AcceptedAt = accepted,
            AllocatedAt = allocated,
            EndedAt = ended,
        };
}
