using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What a link says is what the simulation does: more of the mechanism moves the measure of the link's end, and without the mechanism there is no link.</summary>
public sealed class InfluenceSimulationTests(ITestOutputHelper output)
{
    private static readonly RunPlan Plan = new() { Years = 3, WarmUpYears = 1, Replications = 20, Seed = 3 };

    /// <summary>A team of four with room for 24 cases, to which 20 to 25 come at any time.</summary>
    private static readonly Scenario Busy = PlainScenario.Of(1).With(
        service => service with { PointsPerFte = new Points(6) },
        pathway => pathway with { ReferralsPerYear = 480 });

    [Fact]
    public void Waiting_loses_families() => Check(
        InfluenceVariable.Wait,
        InfluenceVariable.Lost,
        Measure.Lost,
        +1,
        off: Busy,
        weak: Waiting(Busy, new WaitingRules { MeanPatience = new Days(400), MeanTimeToEscalation = null }),
        strong: Waiting(Busy, new WaitingRules { MeanPatience = new Days(100), MeanTimeToEscalation = null }));

    [Fact]
    public void Waiting_makes_need_worse()
    {
        Scenario weak = Waiting(Busy, new WaitingRules { MeanPatience = null, MeanTimeToEscalation = new Days(400) }) with { Feedbacks = new Feedbacks() };
        Check(
            InfluenceVariable.Wait,
            InfluenceVariable.Escalated,
            Measure.Escalated,
            +1,
            off: weak with { Feedbacks = weak.Feedbacks with { Escalation = false } },
            weak,
            strong: ScenarioParameter.Of(weak).Single(parameter => parameter.Name is "waiting.escalation").With(weak, 0.25));
    }

    [Fact]
    public void Waiting_makes_work_and_so_longer_waits()
    {
        Scenario weak = Waiting(Busy, new WaitingRules { MeanPatience = new Days(200), MeanTimeToEscalation = null, WorkGrowthPer100Days = 0.1 }) with { Feedbacks = new Feedbacks() };
        Check(
            InfluenceVariable.Wait,
            InfluenceVariable.WorkPerCase,
            Measure.WaitToAllocation,
            +1,
            off: weak with { Feedbacks = weak.Feedbacks with { Escalation = false } },
            weak,
            strong: weak.With(pathway: pathway => pathway with { Waiting = pathway.Waiting with { WorkGrowthPer100Days = 2 } }));
    }

    [Fact]
    public void Waiting_brings_children_back()
    {
        Scenario weak = Busy.With(pathway: pathway => pathway with { Returns = new ReturnRules { Chance = new Share(0.2), GrowthPer100DaysWaited = 0.1 } }) with { Feedbacks = new Feedbacks() };
        Check(
            InfluenceVariable.Wait,
            InfluenceVariable.Returns,
            Measure.Returned,
            +1,
            off: weak with { Feedbacks = weak.Feedbacks with { Returns = false } },
            weak,
            strong: weak.With(pathway: pathway => pathway with { Returns = pathway.Returns with { GrowthPer100DaysWaited = 3 } }));
    }

    [Fact]
    public void Upkeep_takes_hours()
    {
        Scenario weak = Busy.With(pathway: pathway => pathway with { Casework = pathway.Casework with { UpkeepHours = new HoursPerWeek(0.25) } }) with { Feedbacks = new Feedbacks() };
        Check(
            InfluenceVariable.Upkeep,
            InfluenceVariable.HoursRequired,
            Measure.Load,
            +1,
            off: weak with { Feedbacks = weak.Feedbacks with { Upkeep = false } },
            weak,
            strong: weak.With(pathway: pathway => pathway with { Casework = pathway.Casework with { UpkeepHours = new HoursPerWeek(1) } }));
    }

    [Fact]
    public void Load_drives_workers_out()
    {
        // Six cases of an hour a week on four hours: a load of 1.5 where the list is never empty.
        Scenario weak = Busy.With(service => service with { PaidHours = new HoursPerWeek(4), YearlyTurnover = new Share(0.3), MeanVacancy = new Days(30) }) with
        {
            Feedbacks = new Feedbacks { LeavingPerLoad = 0.2 },
        };
        Check(
            InfluenceVariable.Load,
            InfluenceVariable.Turnover,
            Measure.WorkerChanges,
            +1,
            off: weak with { Feedbacks = weak.Feedbacks with { Leaving = false } },
            weak,
            strong: weak with { Feedbacks = weak.Feedbacks with { LeavingPerLoad = 4 } });
    }

    [Fact]
    public void The_road_takes_hours()
    {
        Scenario weak = Busy with { Travel = new Travel { Speed = new KilometresPerHour(40) } };
        Check(
            InfluenceVariable.TravelTime,
            InfluenceVariable.HoursRequired,
            Measure.Load,
            +1,
            off: Busy,
            weak,
            strong: ScenarioParameter.Of(weak).Single(parameter => parameter.Name is "travel.speed").With(weak, 10));
    }

    [Fact]
    public void Sickness_leaves_fewer_allocations_and_so_longer_waits()
    {
        Scenario weak = Waiting(Busy, new WaitingRules { MeanPatience = new Days(100), MeanTimeToEscalation = null }).With(service => service with { AbsenceShare = new Share(0.05) });
        Check(
            InfluenceVariable.Sickness,
            InfluenceVariable.Allocations,
            Measure.Allocated,
            -1,
            off: weak.With(service => service with { AbsenceShare = default }),
            weak,
            strong: ScenarioParameter.Of(weak).Single(parameter => parameter.Name is "staff.absence").With(weak, 4));
    }

    private static Scenario Waiting(Scenario scenario, WaitingRules rules) => scenario.With(pathway: pathway => pathway with { Waiting = rules });

    private static double[] Futures(Scenario scenario, Measure measure) =>
        [.. Experiment.Compare(scenario, ["separate"], Plan, cancellation: TestContext.Current.CancellationToken).Structures[0].Futures(measure)];

    /// <summary>Checks that the link is there with its sign, is not there without its mechanism, and that a stronger mechanism moves the measure that way in the same futures.</summary>
    private void Check(InfluenceVariable from, InfluenceVariable to, Measure measure, int direction, Scenario off, Scenario weak, Scenario strong)
    {
        Assert.Null(InfluenceDiagram.Of(off).Link(from, to));
        InfluenceLink link = InfluenceDiagram.Of(weak).Link(from, to)!;
        Assert.Equal(direction > 0 ? InfluenceSign.Positive : InfluenceSign.Negative, link.Sign);
        Interval change = PairedDifference.Of(Futures(weak, measure), Futures(strong, measure)).Mean;
        output.WriteLine($"{from} → {to}: {measure} {change.Mean:0.00} ({change.Lower:0.00} to {change.Upper:0.00})");
        Assert.True(direction > 0 ? change.Lower > 0 : change.Upper < 0, change.ToString());
    }
}
