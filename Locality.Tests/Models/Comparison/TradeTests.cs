using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What a merger gains and loses comes out of the model and is not put in: take a mechanism away, and its effect goes.</summary>
public sealed class TradeTests(ITestOutputHelper output)
{
    private static readonly Feedbacks Off = new() { Upkeep = false, Escalation = false, Returns = false, Leaving = false };

    [Fact]
    public void With_no_travel_and_one_class_of_case_merging_does_not_lengthen_the_wait()
    {
        Scenario scenario = PlainScenario.Of(5).With(
            service => service with { Fte = new Fte(10), PointsPerFte = new Points(2) },
            pathway => pathway with { Casework = pathway.Casework with { Duration = new DeterministicDistribution(17) } });
        MeasureDifference wait = Difference(scenario, Measure.WaitToAllocation, replications: 30, years: 8);
        Assert.True(wait.Upper <= 0.1, $"{wait}");
        Assert.True(wait.Mean < -1, $"{wait}");
    }

    [Fact]
    public void With_management_costless_and_travel_slow_merging_can_lengthen_the_wait()
    {
        // Two towns 30 km apart: a merged team sends workers across, and the hours on the road come off the casework.
        Scenario scenario = (PlainScenario.Of(2, kilometresApart: 30) with { Travel = new Travel { Speed = new KilometresPerHour(15), VisitsPerTrip = 1 } }).With(
            service => service with { Fte = new Fte(40), PointsPerFte = new Points(8), PaidHours = new HoursPerWeek(10) },
            pathway => pathway with
            {
                ReferralsPerYear = 1000,
                Casework = pathway.Casework with { Duration = new ExponentialDistribution(100), ContactsPerWeek = 0.5, ContactHours = new Hours(2) },
            });
        MeasureDifference wait = Difference(scenario, Measure.WaitToAllocation, replications: 20, years: 4);
        Assert.True(wait.Lower > 0, $"{wait}");
        Assert.True(Difference(scenario with { Travel = new Travel { Speed = null } }, Measure.WaitToAllocation, replications: 20, years: 4).Upper <= 0.1);
    }

    [Fact]
    public void With_two_unlike_classes_merging_can_lengthen_the_wait()
    {
        // Smith and Whitt (1981): short cases wait behind long ones. Here each class has its own area, so that separate teams keep them apart.
        Pathway brief = PlainScenario.Pathway with
        {
            ReferralsPerYear = 0.85 * 5 / 30 * 365.25,
            Casework = PlainScenario.Pathway.Casework with { Duration = new ExponentialDistribution(30) },
        };
        Pathway lasting = brief with
        {
            Id = "lasting",
            Service = "care",
            ReferralsPerYear = 0.85 * 5 / 400 * 365.25,
            Casework = brief.Casework with { Duration = new ExponentialDistribution(400) },
        };
        Pathway lastingOnItsOwn = lasting with { Service = "other" };
        Scenario apart = PlainScenario.Of(1) with
        {
            Services = [PlainScenario.Service with { Fte = new Fte(5), PointsPerFte = new Points(1) }, PlainScenario.Service with { Id = "other", Fte = new Fte(5), PointsPerFte = new Points(1) }],
            Pathways = [brief, lastingOnItsOwn],
        };
        Scenario pooled = apart with
        {
            Services = [apart.Services[0] with { Fte = new Fte(10) }, apart.Services[1] with { Fte = default }],
            Pathways = [brief, lasting],
        };

        // The restricted mean stops at 180 days, so the wait itself is taken here, of cases accepted long enough before the end.
        double[] differences = ReplicationRunner.Run(60, 2, (replication, _) => MeanWait(pooled, replication) - MeanWait(apart, replication), cancellationToken: TestContext.Current.CancellationToken);
        Interval difference = Confidence.Mean(differences);
        output.WriteLine($"pooled less separate: {difference}; 55.8 − 42.8 = 13.0 simulated on slots alone");
        Assert.True(difference.Lower > 0, $"{difference}");

        static double MeanWait(Scenario scenario, int replication)
        {
            const double Years = 60;
            StructureRun run = scenario.Run("separate", Years, replication: replication);
            return run.Cases.Where(item => item.AcceptedAt >= 10 * 365.25 && item.AcceptedAt < (Years - 5) * 365.25).Average(item => item.WaitedBy(run.Now));
        }
    }

    [Fact]
    public void With_a_tenth_of_the_demand_waits_tie()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        Scenario quiet = derby with
        {
            Demand = derby.Demand with { Level = 0.1 },
            Pathways = [.. derby.Pathways.Select(pathway => pathway with { OpenCases = pathway.OpenCases / 10 })],
        };
        StructureComparison comparison = Experiment.Compare(
            quiet, ["five-areas", "three-merged", "one-city"], new RunPlan { Years = 3, WarmUpYears = 0.5, Replications = 20 }, 2, cancellation: TestContext.Current.CancellationToken);
        foreach (MeasureDifference wait in comparison.Differences.Select(difference => difference.Of(Measure.WaitToAllocation)))
        {
            output.WriteLine($"{wait.Mean:F3} ({wait.Lower:F3} to {wait.Upper:F3}) days");
            Assert.InRange(wait.Lower!.Value, -0.1, 0.1);
            Assert.InRange(wait.Upper!.Value, -0.1, 0.1);
        }
    }

    [Fact]
    public void With_the_feedbacks_off_overload_stretches_work_and_nothing_else()
    {
        // Half as much again comes as can be done, and everybody is taken on. Work is conserved: closures stay at capacity for ever.
        (double early, double late) = ClosuresUnderOverload(Off);
        output.WriteLine($"feedbacks off: {early:F0} closures in year 3, {late:F0} in year 6");
        Assert.InRange(late / early, 0.95, 1.05);
    }

    [Fact]
    public void With_the_feedbacks_on_overload_spirals()
    {
        foreach (Feedbacks feedbacks in new[] { new Feedbacks(), Off with { Upkeep = true }, Off with { Escalation = true }, Off with { Leaving = true } })
        {
            (double early, double late) = ClosuresUnderOverload(feedbacks);
            output.WriteLine($"{feedbacks}: {early:F0} closures in year 3, {late:F0} in year 6");

            // Leaving settles at a lower level; the others go on falling.
            double normal = ClosuresUnderOverload(Off).Late;
            Assert.True(late < (feedbacks == Off with { Leaving = true } ? 0.97 : 0.9) * normal, $"{feedbacks}: {late} against {normal}");
        }
    }

    /// <summary>Returns the closures of the third and the sixth year where twice the hours are required that there are.</summary>
    private static (double Early, double Late) ClosuresUnderOverload(Feedbacks feedbacks)
    {
        // Waits before allocation need a limit in points; without them nobody waits and nothing can escalate.
        bool escalating = feedbacks.Escalation;

        // 10 workers × 40 h hold 400 cases of 1 h a week at the nominal pace: 8 cases of 50 days end in a day, and 12 come.
        Scenario scenario = PlainScenario.Of(1).With(
            service => service with { Fte = new Fte(10), PointsPerFte = new Points(escalating ? 60 : 100_000), YearlyTurnover = new Share(0.1), MeanVacancy = new Days(60) },
            pathway => pathway with
            {
                ReferralsPerYear = 12 * 365.25,
                OpenCases = 400,
                Casework = pathway.Casework with { Duration = new ExponentialDistribution(50), UpkeepHours = new HoursPerWeek(0.02) },
                Waiting = new WaitingRules { WorkGrowthPer100Days = 0.5, MeanPatience = null },
            }) with
        { Feedbacks = feedbacks };
        StructureRun run = scenario.Run("separate", 6);
        return (Closures(2, 3), Closures(5, 6));

        int Closures(double fromYear, double toYear) =>
            run.Cases.Count(item => item.Outcome == CaseOutcome.Closed && item.EndedAt >= fromYear * 365.25 && item.EndedAt < toYear * 365.25);
    }

    private MeasureDifference Difference(Scenario scenario, Measure measure, int replications, double years)
    {
        StructureComparison comparison = Experiment.Compare(
            scenario,
            ["separate", "merged"],
            new RunPlan { Years = years, WarmUpYears = 1, Replications = replications, Seed = 2 },
            2,
            cancellation: TestContext.Current.CancellationToken);
        MeasureDifference difference = comparison.Differences[0].Of(measure);
        output.WriteLine($"{measure}: {comparison.Structures[0].Of(measure).Mean:F2} separate, {comparison.Structures[1].Of(measure).Mean:F2} merged, difference {difference.Mean:F2} ({difference.Lower:F2} to {difference.Upper:F2})");
        return difference;
    }
}
