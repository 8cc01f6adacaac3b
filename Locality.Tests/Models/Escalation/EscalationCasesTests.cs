using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Simulated referrals escalate as often as the scenario's law says, within the window and no later.</summary>
public sealed class EscalationCasesTests
{
    /// <summary>Four workers are full for ever after a while: everyone else waits, and nobody is lost.</summary>
    private static readonly Scenario Waiting = PlainScenario.Of(2).With(pathway: pathway => pathway with
    {
        Casework = pathway.Casework with { Duration = new ExponentialDistribution(1e7) },
        Waiting = new WaitingRules { MeanPatience = null, MeanTimeToEscalation = new Days(365) },
        Ages = [new AgeBand { From = 0, To = 4, Share = new Share(0.5) }, new AgeBand { From = 5, To = 16, Share = new Share(0.5) }],
        Sources = [new ReferralSource { Name = "police", Share = new Share(1) }],
    }) with
    {
        Feedbacks = new Feedbacks { Upkeep = false, Escalation = true, Returns = false, Leaving = false },
        Plan = new RunPlan { Years = 5, WarmUpYears = 2, Replications = 2, Seed = 3 },
    };

    [Theory]
    [InlineData(365)]
    [InlineData(100)]
    public void Those_who_wait_for_ever_escalate_within_the_window_by_the_exponential_law(int windowDays)
    {
        CaseTable table = Simulate(Waiting, windowDays: windowDays);
        double truth = 1 - Math.Exp(-windowDays / 365.0);
        Assert.True(ExactBinomial.PValue(table.Escalated, table.Cases.Length, truth) > 0.001, $"{table.Escalated} of {table.Cases.Length} against {truth}");

        // A referral a day in two futures: three years less the window count, and the window is left out.
        double counted = 2 * ((3 * 365.25) - windowDays);
        Assert.InRange(table.Cases.Length, counted - (4 * Math.Sqrt(counted)), counted + (4 * Math.Sqrt(counted)));
        Assert.InRange(table.LeftOut, (2 * windowDays) - (4 * Math.Sqrt(2 * windowDays)), (2 * windowDays) + (4 * Math.Sqrt(2 * windowDays)));
        DateOnly from = Waiting.Start.AddDays(730);
        Assert.All(table.Cases, item => Assert.InRange(item.Date, from, Waiting.Start.AddDays((int)(5 * 365.25) - windowDays)));
    }

    [Fact]
    public void What_was_known_at_referral_is_kept()
    {
        CaseTable table = Simulate(Waiting);
        Assert.True(table.IsSimulated);
        Assert.All(table.Cases, item => Assert.Equal(("need", "police", false, 0.2), (item.Pathway, item.Source, item.IsReturn, item.IncomeDeprived)));
        Assert.Equal([2, 10.5], table.Cases.Select(item => item.Age!.Value).Distinct().Order());
        Assert.StartsWith("2 simulated futures of", table.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_up_at_closure_counts_as_an_escalation_and_a_step_down_does_not()
    {
        Pathway plain = PlainScenario.Pathway with { Casework = PlainScenario.Pathway.Casework with { Duration = new ExponentialDistribution(2) } };
        Scenario scenario = PlainScenario.Of(1) with
        {
            Pathways =
            [
                plain with { StepUp = new TierStep { Share = new Share(0.3), To = "more" }, StepDown = new TierStep { Share = new Share(0.3), To = "less" } },
                plain with { Id = "more", ReferralsPerYear = 0 },
                plain with { Id = "less", ReferralsPerYear = 0 },
            ],
            Plan = new RunPlan { Years = 6, WarmUpYears = 1, Replications = 1, Seed = 5 },
        };
        CaseTable table = Simulate(scenario);
        Assert.True(ExactBinomial.PValue(table.Escalated, table.Cases.Length, 0.3) > 0.001, $"{table.Escalated} of {table.Cases.Length}");
        Assert.All(table.Cases, item => Assert.Equal("need", item.Pathway));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing_and_a_run_stopped_after_a_future_keeps_it()
    {
        CaseTable one = Simulate(Waiting, threads: 1);
        Assert.Equal(one.Sha256, Simulate(Waiting, threads: 3).Sha256);
        Assert.NotEqual(one.Sha256, Simulate(Waiting, plan: Waiting.Plan with { Seed = 4 }).Sha256);
        using CancellationTokenSource stop = new();
        StopAt progress = new(1, stop);
        CaseTable first = EscalationCases.Simulate(Waiting, plan: Waiting.Plan with { Replications = 5 }, threads: 1, progress: progress, cancellation: stop.Token);
        Assert.StartsWith("1 simulated future of", first.Origin, StringComparison.Ordinal);
        Assert.Equal(Simulate(Waiting, plan: Waiting.Plan with { Replications = 1 }).Sha256, first.Sha256);
    }

    [Fact]
    public void A_plan_that_does_not_hold_the_window_is_refused()
    {
        Assert.Contains("expected more than the warm-up of 2 years and a window of 365 days", Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(Waiting, plan: Waiting.Plan with { Years = 2.9 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(Waiting, windowDays: 0));
        Assert.Throws<ArgumentException>(() => Simulate(Waiting, "nowhere"));
    }

    private static CaseTable Simulate(Scenario scenario, string? structureId = null, RunPlan? plan = null, int windowDays = EscalationCases.UsualWindowDays, int? threads = null) =>
        EscalationCases.Simulate(scenario, structureId, plan, windowDays, threads, cancellation: TestContext.Current.CancellationToken);
}
