using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What a comparison keeps for charts agrees with the runs that it comes from.</summary>
public sealed class StructureDetailTests
{
    private static readonly RunPlan Plan = new() { Years = 2, WarmUpYears = 0.5, Replications = 4, Seed = 9 };

    /// <summary>Two areas, with fewer posts than the families want, who are lost after a while: one child each, one point each.</summary>
    private static readonly Scenario Busy = PlainScenario.Of(2).With(
        service => service with { Fte = new Fte(2), PointsPerFte = new Points(7) },
        pathway => pathway with { Waiting = new WaitingRules { MeanPatience = new Days(60), MeanTimeToEscalation = null } });

    [Fact]
    public void Shares_by_day_are_the_means_of_what_competing_risks_find_in_each_future()
    {
        StructureBasis basis = new(Busy, Busy.Structures[0], Busy.Budget.FreedMoney, Plan.Years);
        OutcomeBasis outcome = new(basis, Plan);
        double[] days = [.. Enumerable.Range(0, Measure.HorizonDays + 1).Select(day => (double)day)];
        double[][,] found = new double[Plan.Replications][,];
        for (int replication = 0; replication < Plan.Replications; replication++)
        {
            StructureRun? seen = null;
            DemandForecast demand = new(Busy, basis.Demand, new RandomStreams(Plan.Seed, (uint)replication));
            Experiment.Simulate(outcome, Plan, replication, demand, TestContext.Current.CancellationToken, run => seen = run);
            CompetingRisks risks = new(2);
            foreach (Case item in seen!.Cases.Where(item => item.AcceptedAt >= outcome.Levels.Start))
            {
                if (item.AllocatedAt is null && item.Outcome != CaseOutcome.Lost)
                {
                    risks.AddCensored(item.WaitedBy(seen.Now));
                }
                else
                {
                    risks.Add(item.WaitedBy(seen.Now), item.AllocatedAt is null ? 1 : 0);
                }
            }

            double[] allocated = new double[days.Length];
            double[] lost = new double[days.Length];
            risks.Curve(0, days, allocated);
            risks.Curve(1, days, lost);
            found[replication] = new double[2, days.Length];
            for (int day = 0; day < days.Length; day++)
            {
                (found[replication][0, day], found[replication][1, day]) = (allocated[day], lost[day]);
            }
        }

        WaitDistribution waits = Compare(Busy).Structures[0].WaitDistribution!;
        Assert.Equal((Plan.Replications, days.Length), (waits.Futures, waits.Days.Length));
        Assert.True(waits.Days[^1].Lost.Mean > 0.1, $"{waits.Days[^1].Lost.Mean}");
        for (int day = 0; day < days.Length; day++)
        {
            Assert.Equal(day, waits.Days[day].Day);
            Same(waits.Days[day].Allocated, [.. found.Select(future => future[0, day])]);
            Same(waits.Days[day].Lost, [.. found.Select(future => future[1, day])]);
        }

        static void Same(MeanOverFutures share, double[] values)
        {
            Interval expected = Confidence.Mean(values);
            Assert.Equal(expected.Mean, share.Mean, 12);
            Assert.Equal(Math.Max(0, expected.Lower), share.Lower!.Value, 12);
            Assert.Equal(Math.Min(1, expected.Upper), share.Upper!.Value, 12);
        }
    }

    [Fact]
    public void Shares_by_day_never_fall_and_never_come_to_more_than_all()
    {
        foreach (StructureResult result in Compare(Busy).Structures)
        {
            (double allocated, double lost) = (0, 0);
            foreach (WaitDay day in result.WaitDistribution!.Days)
            {
                Assert.True(day.Allocated.Mean >= allocated && day.Lost.Mean >= lost, $"day {day.Day}");
                Assert.InRange(day.Allocated.Mean + day.Lost.Mean, 0, 1 + 1e-9);
                (allocated, lost) = (day.Allocated.Mean, day.Lost.Mean);
            }

            Assert.Equal(result.Of(Measure.Allocated).Mean!.Value, 100 * allocated, 9);
            Assert.Equal(result.Of(Measure.Lost).Mean!.Value, 100 * lost, 9);
        }
    }

    [Fact]
    public void Posts_of_the_first_future_hold_together_what_its_measure_says()
    {
        // One point a child, one child a case, nobody ever away: points over posts are children over posts.
        StructureResult result = Compare(Busy).Structures[0];
        WorkerCaseloads caseloads = result.WorkerCaseloads!;
        Assert.Equal(2, caseloads.Posts.Sum(post => post.Fte), 9);
        Assert.Equal(result.FuturesOf(Measure.CasesPerFte)[0]!.Value, caseloads.Posts.Sum(post => post.Fte * post.PointsPerFte) / 2, 9);
        Assert.Equal(["A0", "A1"], caseloads.Posts.Select(post => post.Locality).Distinct());
        Assert.Equal([0.05, 0.25, 0.5, 0.75, 0.95], caseloads.Quantiles.Select(quantile => quantile.Share));
        Assert.Equal(caseloads.Quantiles.Select(quantile => quantile.PointsPerFte.Mean).Order(), caseloads.Quantiles.Select(quantile => quantile.PointsPerFte.Mean));
        Assert.All(caseloads.Quantiles, quantile => Assert.InRange(quantile.PointsPerFte.Mean, 0, 7));
        Assert.All(caseloads.Quantiles, quantile => Assert.True(quantile.PointsPerFte.Lower >= 0 && quantile.PointsPerFte.Upper >= quantile.PointsPerFte.Mean));
    }

    [Fact]
    public void An_area_carries_what_its_teams_hold_and_what_waits_for_them()
    {
        StructureComparison comparison = Compare(Busy);

        // Merged, both areas have the one team of two posts: what it holds and what waits, over two.
        StructureResult merged = comparison.Structures[1];
        for (int future = 0; future < Plan.Replications; future++)
        {
            double held = merged.FuturesOf(Measure.CasesPerFte)[future]!.Value;
            double waiting = merged.Breakdowns.Where(part => part.Dimension == BreakdownDimension.Area).Sum(part => part.FuturesOf(Measure.ChildrenWaiting)[future]!.Value);
            Assert.True(waiting > 0);
            Assert.All(
                merged.Breakdowns.Where(part => part.Dimension == BreakdownDimension.Area),
                part => Assert.Equal(held + (waiting / 2), part.FuturesOf(Measure.AreaCaseload)[future]!.Value, 9));
        }

        // Apart, each has its own post: the two make up the same two posts again.
        StructureResult separate = comparison.Structures[0];
        for (int future = 0; future < Plan.Replications; future++)
        {
            Breakdown[] areas = [.. separate.Breakdowns.Where(part => part.Dimension == BreakdownDimension.Area)];
            Assert.Equal(["A0", "A1"], areas.Select(area => area.Level));
            Assert.NotEqual(areas[0].FuturesOf(Measure.AreaCaseload)[future], areas[1].FuturesOf(Measure.AreaCaseload)[future]);
            Assert.Equal(
                (2 * separate.FuturesOf(Measure.CasesPerFte)[future]!.Value) + areas.Sum(area => area.FuturesOf(Measure.ChildrenWaiting)[future]!.Value),
                areas.Sum(area => area.FuturesOf(Measure.AreaCaseload)[future]!.Value),
                9);
        }

        Assert.Equal(2, comparison.Differences[0].Breakdowns.Count(part => part.Dimension == BreakdownDimension.Area));
    }

    [Fact]
    public void A_flow_names_the_stages_of_its_links_and_a_ranking_keeps_none_of_this()
    {
        ReferralFlow flow = Compare(Busy).Structures[0].ReferralFlow!;
        Assert.Equal(flow.Stages.AsEnumerable(), flow.Stages.Where(stage => flow.Links.Any(link => link.From == stage || link.To == stage)));
        Assert.All(flow.Links, link => Assert.True(flow.Stages.IndexOf(link.From) >= 0 && flow.Stages.IndexOf(link.From) < flow.Stages.IndexOf(link.To)));
        Assert.Contains(flow.Links, link => link is { From: { Kind: FlowStageKind.Pathway, Id: "need" }, To: { Kind: FlowStageKind.Allocated, Id: "care" }, ChildrenPerYear.Mean: > 100 });

        StructureRanking ranking = RankingExperiment.Rank(Busy, Busy.Structures, new RankingPlan { MostFutures = 20 }, Plan, 2, cancellation: TestContext.Current.CancellationToken);
        Assert.All(ranking.Candidates, item => Assert.Equal((null, null, null), (item.Result.WaitDistribution, item.Result.WorkerCaseloads, item.Result.ReferralFlow)));
    }

    [Fact]
    public void One_future_has_no_interval()
    {
        StructureResult result = Experiment.Compare(Busy, null, Plan with { Replications = 1 }, 1, cancellation: TestContext.Current.CancellationToken).Structures[0];
        Assert.All(result.WaitDistribution!.Days, day => Assert.Equal((null, null), (day.Lost.Lower, day.Allocated.Upper)));
        Assert.All(result.ReferralFlow!.Links, link => Assert.Null(link.ChildrenPerYear.Lower));
        Assert.All(result.WorkerCaseloads!.Quantiles, quantile => Assert.Null(quantile.PointsPerFte.Upper));
    }

    private static StructureComparison Compare(Scenario scenario) =>
        Experiment.Compare(scenario, null, Plan, 2, cancellation: TestContext.Current.CancellationToken);
}
