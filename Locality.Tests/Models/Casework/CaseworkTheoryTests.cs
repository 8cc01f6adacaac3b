using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The work law's special cases: where the model is one that queueing theory has solved, it must agree.</summary>
public sealed class CaseworkTheoryTests(ITestOutputHelper output)
{
    private static readonly Purpose Arrivals = new(60_000, "arrivals");
    private static readonly Purpose Services = new(60_001, "services");
    private static readonly Purpose Beginning = new(60_002, "beginning");

    [Fact]
    public void With_unit_points_and_hours_enough_a_team_is_a_queue_with_a_slot_for_each_point()
    {
        // Two workers of two points each are four slots: M/M/4, λ = 0.2 a day, mean 17 days, Wq = 19.53 days.
        const int Batches = 700;
        double[] means = ReplicationRunner.Run(Batches, 2, (batch, _) => MeanWait(batch, workers: 2, pointsEach: 2, days: 25_000), cancellationToken: TestContext.Current.CancellationToken);
        Interval wait = Confidence.Mean(means, 0.99);
        output.WriteLine($"M/M/(nK), c = 4: {wait.Mean:F3} days, 99 % {wait.Lower:F3} to {wait.Upper:F3}; known 19.53");
        Assert.True(wait.Contains(19.53), $"{wait}");
        Assert.True(Confidence.Mean(means).HalfWidth < 0.02 * 19.53, $"{wait}");
    }

    [Fact]
    public void All_referrals_are_the_first_ones_over_one_minus_the_chance_of_return()
    {
        const double Chance = 0.42;
        Scenario scenario = PlainScenario.Of(1).With(
            service => service with { Fte = new Fte(500), PointsPerFte = new Points(1000) },
            pathway => pathway with
            {
                ReferralsPerYear = 20_000,
                Casework = pathway.Casework with { Duration = new ExponentialDistribution(5) },
                Returns = new ReturnRules { Chance = new Share(Chance), MeanDelay = new Days(20) },
            });
        double[] perYear = ReplicationRunner.Run(4, 2, (replication, _) =>
        {
            StructureRun run = scenario.Run("separate", 6, replication: replication);
            return run.Cases.Count(item => item.ReferredAt >= 2 * 365.25 && item.Outcome != CaseOutcome.Joined) / 4.0;
        }, cancellationToken: TestContext.Current.CancellationToken);
        Interval referrals = Confidence.Mean(perYear);
        double first = DemandForecast.FirstReferralsPerYear(scenario, 0);
        output.WriteLine($"first {first:F0} a year, all {referrals}");
        Assert.Equal(20_000 * (1 - Chance), first, 6);
        Assert.True(referrals.Contains(first / (1 - Chance)), $"{referrals}");
        Assert.True(referrals.HalfWidth < 0.02 * referrals.Mean, $"{referrals}");
    }

    [Fact]
    public void Demand_has_the_published_yearly_total_and_the_drift_leaves_its_mean_alone()
    {
        Scenario scenario = PlainScenario.Of(3).With(pathway: pathway => pathway with { ReferralsPerYear = 3000 });
        Scenario drifting = scenario with { Demand = scenario.Demand with { Drift = new DriftRules(), Overdispersion = 0.05 } };
        double[] need = NeedShares.ByDeprivation(scenario.Place, 0.5);
        DemandBasis basis = new(need, [need], [[.. Enumerable.Repeat(1.0, 1096)]]);
        double[] steady = Totals(scenario);
        Assert.All(steady, total => Assert.Equal(3000 * 1096 / 365.25, total, 6));
        Interval drift = Confidence.Mean(Totals(drifting), 0.99);
        output.WriteLine($"three years' referrals under drift: {drift}");
        Assert.True(drift.Contains(3000 * 1096 / 365.25), $"{drift}");
        Assert.True(drift.HalfWidth < 0.05 * drift.Mean, $"{drift}");

        double[] Totals(Scenario item) => [.. Enumerable.Range(0, 400).Select(replication =>
        {
            DemandForecast forecast = new(item, basis, new RandomStreams(3, (uint)replication));
            return Enumerable.Range(0, 3).Sum(area => forecast.FirstReferrals(area, 0).Integral(0, 1096));
        })];
    }

    [Fact]
    public void Drift_has_the_published_yearly_changes()
    {
        // The sd of the log change between months 36 and 48 is the published one, and yearly changes are correlated as published.
        List<(double First, double Second)> changes = [];
        for (uint replication = 0; replication < 4000; replication++)
        {
            double[] drift = DemandLevels.Drift(new DriftRules(), new RandomStreams(5, replication).Stream(Purposes.Drift), 200);
            changes.Add((Math.Log(drift[160] / drift[148]), Math.Log(drift[172] / drift[160])));
        }

        double sd = Math.Sqrt(changes.Average(change => change.First * change.First));
        double correlation = changes.Average(change => change.First * change.Second) / (sd * sd);
        output.WriteLine($"sd {sd:F4}, lag-1 correlation {correlation:F3}");
        Assert.InRange(sd, 0.195, 0.205);
        Assert.InRange(correlation, -0.19, -0.09);
    }

    [Fact]
    public void Open_cases_have_length_biased_residuals()
    {
        // Residuals of a stationary stock have mean E[X²] ÷ 2E[X]: for a gamma of shape 4 and mean 100, 62.5 days.
        Scenario scenario = PlainScenario.Of(1).With(
            service => service with { Fte = new Fte(100), PointsPerFte = new Points(1000) },
            pathway => pathway with
            {
                ReferralsPerYear = 0,
                OpenCases = 40_000,
                Casework = pathway.Casework with { Duration = new GammaDistribution(4, 25), ContactsPerWeek = 0.001 },
            });
        StructureRun run = scenario.Run("separate", 10);
        Interval residual = Confidence.Mean([.. run.Cases.Select(item => item.EndedAt ?? double.NaN)], 0.99);
        output.WriteLine($"residual {residual}; known 62.5");
        Assert.True(residual.Contains(62.5), $"{residual}");
        Assert.True(residual.HalfWidth < 0.02 * 62.5, $"{residual}");
    }

    private static double MeanWait(int batch, int workers, int pointsEach, double days)
    {
        const double Rate = 0.2;
        const double MeanDays = 17;
        int slots = workers * pointsEach;
        Bench bench = new(workers, service => service with { PointsPerFte = new Points(pointsEach) });
        RandomStreams streams = new(11, (uint)batch);
        Tally waits = new();
        bench.Simulator.Start(Arrive(), "arrivals");
        bench.Simulator.Run(days);
        return waits.Mean ?? 0;

        async Process Arrive()
        {
            // The number at the beginning is drawn from the stationary law, so no batch has a warm-up to lose.
            for (uint open = StationaryNumber(slots, Rate * MeanDays); open > 0; open--)
            {
                bench.Simulator.Start(Serve(1_000_000 + open, counts: false), "open case");
            }

            RandomStream gaps = streams.Stream(Arrivals);
            for (uint number = 0; ; number++)
            {
                await bench.Simulator.Delay(gaps.NextExponential() / Rate);
                bench.Simulator.Start(Serve(number, counts: true), "case");
            }
        }

        async Process Serve(uint number, bool counts)
        {
            RandomStream random = streams.Stream(Services, entity: number);
            Case item = bench.NewCase(1);
            double start = bench.Simulator.Now;
            bench.Team.Enlist(item, start);
            while (item.Worker is null)
            {
                await item.Allocated.Wait();
            }

            if (counts)
            {
                waits.Add(bench.Simulator.Now - start);
            }

            Caseworker worker = item.Worker;
            await worker.Server.Serve(random.NextExponential() * MeanDays, weight: 1);
            worker.Release(1);
        }

        uint StationaryNumber(int servers, double load)
        {
            double[] weights = new double[2000];
            weights[0] = 1;
            for (int n = 1; n < weights.Length; n++)
            {
                weights[n] = weights[n - 1] * load / Math.Min(n, servers);
            }

            RandomStream random = streams.Stream(Beginning);
            return (uint)new CategoricalDistribution(weights).Sample(ref random);
        }
    }
}
