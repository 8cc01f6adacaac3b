using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The advice on a warm-up sees a start from empty, a settled start, and a list that never settles.</summary>
public sealed class WarmUpExperimentTests
{
    private static readonly RunPlan Plan = new() { Years = 3, WarmUpYears = 0.1, Replications = 20, Seed = 4 };

    [Fact]
    public void A_start_from_no_cases_takes_a_longer_warm_up()
    {
        WarmUpAdvice held = Of(PlainScenario.Of(1).With(pathway: pathway => pathway with { Casework = pathway.Casework with { Duration = new ExponentialDistribution(90) } }, service: service => service with { Fte = new Fte(40) }))[0];
        Assert.Equal(WarmUpSeries.Held, held.Series);
        Assert.True(held.IsTrusted);
        Assert.InRange(held.CutYears, 0.3, 1.5);
        Assert.False(held.IsEnough);
        Assert.True(held.InWarmUp < held.Counted);
    }

    [Fact]
    public void A_list_that_grows_has_no_steady_state()
    {
        WarmUpAdvice waiting = Of(PlainScenario.Of(1).With(service => service with { Fte = new Fte(1), PointsPerFte = new Points(5) }))[1];
        Assert.Equal(WarmUpSeries.Waiting, waiting.Series);
        Assert.False(waiting.IsTrusted);
        Assert.False(waiting.IsEnough);
    }

    [Fact]
    public void Short_cases_settle_at_once()
    {
        WarmUpAdvice held = Of(PlainScenario.Of(1).With(pathway: pathway => pathway with { Casework = pathway.Casework with { Duration = new ExponentialDistribution(1) } }))[0];
        Assert.True(held.IsTrusted);
        Assert.InRange(held.CutYears, 0, 0.2);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_and_too_short_a_run_is_refused()
    {
        Scenario scenario = PlainScenario.Of(2);
        RunPlan brief = Plan with { Years = 1, Replications = 4 };
        ImmutableArray<WarmUpAdvice> one = WarmUpExperiment.Of(scenario, plan: brief, threads: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(4, one.Length);
        Assert.Equal(one.AsEnumerable(), WarmUpExperiment.Of(scenario, plan: brief, threads: 3, cancellation: TestContext.Current.CancellationToken).AsEnumerable());
        Assert.Throws<ArgumentOutOfRangeException>(() => WarmUpExperiment.Of(scenario, plan: brief with { Years = 0.5, WarmUpYears = 0 }, cancellation: TestContext.Current.CancellationToken));
    }

    private static ImmutableArray<WarmUpAdvice> Of(Scenario scenario) => WarmUpExperiment.Of(scenario, ["merged"], Plan, threads: 2, progress: null, TestContext.Current.CancellationToken);
}
