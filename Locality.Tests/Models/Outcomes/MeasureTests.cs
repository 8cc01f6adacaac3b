using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Each measure on runs so small that it can be worked out by hand.</summary>
public sealed class MeasureTests
{
    private const double Days = 365.25;

    [Fact]
    public void Children_count_and_not_families()
    {
        // Two accepted families: one child waits 10 days, three children wait 30. Half of the children have a lead after 30 days.
        ReplicationOutcome outcome = Outcome(
            Accepted(at: 100, leadAt: 110, children: 1),
            Accepted(at: 200, leadAt: 230, children: 3));
        Assert.Equal(25, Of(outcome, Measure.WaitToAllocation)!.Value, 9);
        Assert.Equal(30, Of(outcome, Measure.MedianWait));
        Assert.Equal(100, Of(outcome, Measure.Allocated)!.Value, 9);
    }

    [Fact]
    public void Waits_that_are_open_at_the_end_are_censored_and_not_dropped()
    {
        // One ends after 20 days, one is lost after 40, one has been open for 30: it was at risk at 20 and not at 40.
        ReplicationOutcome outcome = Outcome(
            Accepted(at: 100, leadAt: 120),
            Accepted(at: 100, lostAt: 140),
            Accepted(at: Days - 30));

        // To 20 all wait; then two in three, to 40; then nobody.
        Assert.Equal(20 + (20 * 2 / 3.0), Of(outcome, Measure.WaitToAllocation)!.Value, 9);
        Assert.Equal(100 / 3.0, Of(outcome, Measure.Allocated)!.Value, 9);
        Assert.Equal(200 / 3.0, Of(outcome, Measure.Lost)!.Value, 9);
        Assert.Equal(0, Of(outcome, Measure.StillWaiting)!.Value, 9);
        Assert.Equal(Measure.HorizonDays, Of(outcome, Measure.MedianWait));
    }

    [Fact]
    public void A_further_tier_waits_but_is_no_referral()
    {
        Case first = Closed(referredAt: 10, endedAt: 100);
        Case stepped = new(Identity(7) with { Step = 1 }, null!) { SteppedFrom = first, AcceptedAt = 100, AllocatedAt = 150 };
        ReplicationOutcome outcome = Outcome(first, stepped);
        Assert.Equal(50, Of(outcome, Measure.WaitToAllocation)!.Value, 9);
        Assert.Equal(1, Level(outcome, BreakdownDimension.Pathway, 0, Measure.ChildrenReferred));
        Assert.Equal(1, Level(outcome, BreakdownDimension.Pathway, 0, Measure.ChildrenAccepted));
    }

    [Fact]
    public void Contacts_assessments_and_conferences_are_in_time_by_their_own_limits()
    {
        // The limits are 1, 45 and 15 days. The last referral's limits fall after the end.
        ReplicationOutcome outcome = Outcome(
            scenario => scenario.With(pathway: pathway => pathway with { Conference = new ConferenceRules { Share = new Share(1) } }),
            new Case(Identity(1), null!) { ReferredAt = 10, ScreenedAt = 10.5, AssessedAt = 50, AcceptedAt = 50, NeedsConference = true, ConferenceAt = 66 },
            new Case(Identity(2), null!) { ReferredAt = 20, ScreenedAt = 22, AssessedAt = 70, AcceptedAt = 70, NeedsConference = true, ConferenceAt = 80, Children = 2 },
            new Case(Identity(3), null!) { ReferredAt = 30, ScreenedAt = 31, Outcome = CaseOutcome.NoFurtherAction, EndedAt = 31 },
            new Case(Identity(4), null!) { ReferredAt = 40, ScreenedAt = 41, AssessedAt = 60, AcceptedAt = 60, NeedsConference = true, Outcome = CaseOutcome.Lost, EndedAt = 70 },
            new Case(Identity(5), null!) { ReferredAt = Days - 0.5 });
        Assert.Equal(100 * 3 / 5.0, Of(outcome, Measure.ScreenedInTime)!.Value, 9);
        Assert.Equal(100 * 2 / 4.0, Of(outcome, Measure.AssessedInTime)!.Value, 9);
        Assert.Equal(100 * 2 / 3.0, Of(outcome, Measure.ConferencesInTime)!.Value, 9);
    }

    [Fact]
    public void The_story_told_and_changes_of_worker_are_those_of_closed_episodes_by_child()
    {
        // One child with one worker for a year, and two children with three workers for half a year each.
        Case first = Closed(referredAt: 0, endedAt: Days);
        (first.Leads, first.Workers, first.Assessments, first.AccessPoints, first.MostProfessionals) = (1, 1, 1, 1, 1);
        Case second = Closed(referredAt: 100, endedAt: 100 + (Days / 2));
        (second.Children, second.Leads, second.Workers, second.Assessments, second.AccessPoints, second.MostProfessionals) = (2, 2, 3, 4, 2, 3);
        ReplicationOutcome outcome = Outcome(first, second);
        Assert.Equal(100 / 3.0, Of(outcome, Measure.OneLead)!.Value, 9);
        Assert.Equal(200 / 3.0, Of(outcome, Measure.ThreeWorkers)!.Value, 9);
        Assert.Equal(4 / 2.0, Of(outcome, Measure.WorkerChanges)!.Value, 9);
        Assert.Equal(9 / 3.0, Of(outcome, Measure.AssessmentsPerChild)!.Value, 9);
        Assert.Equal(5 / 3.0, Of(outcome, Measure.AccessPointsPerChild)!.Value, 9);
        Assert.Equal(7 / 3.0, Of(outcome, Measure.ProfessionalsAtOnce)!.Value, 9);
    }

    [Fact]
    public void Re_referral_is_counted_from_the_referral_and_from_the_closure()
    {
        ReplicationOutcome outcome = Outcome(
            new Case(Identity(1), null!) { ReferredAt = 300, Previous = (-100, 200), Children = 2 },
            new Case(Identity(2), null!) { ReferredAt = 300, Previous = (-10, 100) },
            new Case(Identity(3), null!) { ReferredAt = 300 });
        Assert.Equal(25, Of(outcome, Measure.Returned)!.Value, 9);
        Assert.Equal(75, Of(outcome, Measure.ReturnedSinceClosure)!.Value, 9);
    }

    [Fact]
    public void The_wait_for_a_further_service_counts_open_requests_up_to_the_end()
    {
        SupportLaws laws = new(new SupportService { Service = "care", Share = new Share(1) }, 0);
        StructureRun run = Empty(PlainScenario.Of(1), out OutcomeBasis basis, out RunObserver observer);
        Case item = Accepted(at: 100, leadAt: 100);
        run.Requests.Add(new SupportRequest(item, laws, null!) { RequestedAt = 100, StartedAt = 140 });
        run.Requests.Add(new SupportRequest(item, laws, null!) { RequestedAt = Days - 60 });
        ReplicationOutcome outcome = OutcomeOfRun.Of(run, basis, observer);

        // One of two starts after 40 days; the other is still open after 60, and nothing more is known of it up to 180.
        Assert.Equal(40 + (140 * 0.5), Of(outcome, Measure.SupportWait)!.Value, 9);
        Assert.Equal(40 + (140 * 0.5), Level(outcome, BreakdownDimension.Service, 0, Measure.SupportWait)!.Value, 9);
    }

    [Fact]
    public void Equity_compares_the_fifths_and_ranks_the_areas()
    {
        // Five areas of the same size are the five fifths, the first the most deprived.
        Scenario scenario = PlainScenario.Of(5);
        scenario = scenario with
        {
            Place = scenario.Place with { Areas = [.. scenario.Place.Areas.Select((area, index) => area with { IncomeDeprived = new Share(0.5 - (index / 10.0)) })] },
        };
        ReplicationOutcome outcome = Outcome(_ => scenario, Accepted(100, 140, area: 0), Accepted(100, 120, area: 4));
        Assert.Equal(20, Of(outcome, Measure.DeprivationGap)!.Value, 9);
        Assert.Equal(2, Of(outcome, Measure.DeprivationRatio)!.Value, 9);

        // Σ share × value × rank = ½·40·¼ + ½·20·¾ = 12.5; the mean is 30.
        Assert.Equal((2 * 12.5 / 30) - 1, Of(outcome, Measure.ConcentrationIndex)!.Value, 9);
        Assert.Equal(40, Level(outcome, BreakdownDimension.DeprivationFifth, 0, Measure.WaitToAllocation)!.Value, 9);
        Assert.Null(Level(outcome, BreakdownDimension.DeprivationFifth, 2, Measure.WaitToAllocation));
    }

    [Fact]
    public void The_gap_between_need_and_capacity_is_the_share_of_posts_that_would_have_to_move()
    {
        // Need is 3 : 1. Posts are shared equally, so one quarter of them is in the wrong area; one team for both has none.
        Scenario scenario = PlainScenario.Of(2);
        Structure separate = scenario.Structures[0] with { Staffing = StaffingRule.Equally };
        scenario = scenario with
        {
            Place = scenario.Place with { Areas = [scenario.Place.Areas[0] with { Children = 3_000_000 }, scenario.Place.Areas[1]] },
            Structures = [separate, scenario.Structures[1]],
        };
        Assert.Equal(25, Of(Outcome(_ => scenario), Measure.NeedCapacityGap)!.Value, 9);
        Empty(scenario, out OutcomeBasis basis, out RunObserver observer, "merged");
        Assert.Equal(0, 100 * Inequality.Dissimilarity(Capacity.ByArea(basis.Basis.Arrangement, basis.Basis.Demand.NeedShares, [(0, 0, 4.0)]), basis.Basis.Demand.NeedShares)!.Value, 9);
        Assert.Equal([0.75, 0.25], observer.CapacityByArea());
    }

    [Fact]
    public void The_spread_of_caseloads_weights_posts_by_their_size()
    {
        // 10 a full-time post for half a post and 20 for one and a half: mean 17.5, squares (0.5·56.25 + 1.5·6.25) ÷ 2, times 2.
        Assert.Equal(Math.Sqrt(18.75 * 2) / 17.5, Inequality.Variation([10, 20], [0.5, 1.5])!.Value, 12);
        Assert.Equal(Math.Sqrt(50) / 15, Inequality.Variation([10, 20], [1, 1])!.Value, 12);
        Assert.Null(Inequality.Variation([0, 0], [1, 1]));
    }

    [Fact]
    public void A_structure_cuts_the_divisions_that_lie_in_more_than_one_locality()
    {
        // Four areas in two localities. Districts are the localities; of the three clusters one lies across.
        Place place = PlainScenario.Row(4) with
        {
            Partners =
            [
                new PartnerBoundary { Name = "districts", DivisionOfArea = ["n", "n", "s", "s"] },
                new PartnerBoundary { Name = "clusters", DivisionOfArea = ["a", "b", "b", "c"] },
            ],
        };
        Assert.Equal((0 + (1 / 3.0)) / 2, Coterminosity.CutShare(place, [0, 0, 1, 1])!.Value, 12);
        Assert.Equal(0, Coterminosity.CutShare(place, [0, 0, 0, 0])!.Value);
        Assert.Equal((1 + 0) / 2.0, Coterminosity.CutShare(place, [0, 1, 1, 0])!.Value, 12);
        Assert.Null(Coterminosity.CutShare(PlainScenario.Row(4), [0, 0, 1, 1]));
    }

    [Fact]
    public void Paid_hours_outside_casework_and_set_up_cost_are_what_the_scenario_says()
    {
        Scenario scenario = PlainScenario.Of(1).With(service => service with { DutyHours = new HoursPerWeek(4), FixedShare = new Share(0.2) });
        scenario = scenario with { Structures = [scenario.Structures[0] with { SetUpCost = new Pounds(250_000) }, scenario.Structures[1]] };
        ReplicationOutcome outcome = Outcome(_ => scenario);
        Assert.Equal(100 * (8 + 4) / 40.0, Of(outcome, Measure.OtherHours)!.Value, 9);
        Assert.Equal(250, Of(outcome, Measure.SetUpCost));
        Assert.Null(Of(outcome, Measure.AgencyShare));
        Assert.Null(Of(outcome, Measure.BoundariesCut));
        Assert.Null(Of(outcome, Measure.WaitToAllocation));
    }

    [Fact]
    public void Costs_by_agency_and_by_locality_make_the_whole()
    {
        Scenario scenario = Scenario.Load(Repository.Derby);
        scenario = scenario with
        {
            Services = [scenario.Services[0] with { AgencyCover = new AgencyCover() }, .. scenario.Services.Skip(1).Select(service => service with { Agency = "trust" })],
            Budget = scenario.Budget with { Pooled = [new Contribution { Agency = "trust", Pounds = new Pounds(100_000) }, new Contribution { Agency = "police", Pounds = new Pounds(50_000) }] },
        };
        foreach (Structure structure in scenario.Structures)
        {
            StructureBasis basis = new(scenario, structure, FreedMoney.BuysPosts, 1);
            AgencyCost[] agencies = StructureCosts.ByAgency(basis.Arrangement, basis.Cost);
            Assert.Equal(["council", "trust", "police"], agencies.Select(agency => agency.Agency));
            Assert.Equal(basis.Cost.Total, agencies.Sum(agency => agency.Total), 3);
            Assert.Equal((-150_000, 100_000, 50_000), (agencies[0].Transfers, agencies[1].Transfers, agencies[2].Transfers));
            Assert.Equal(basis.Cost.Total, StructureCosts.ByLocality(basis.Arrangement, basis.Cost, basis.Demand.NeedShares).Sum(), 3);
        }
    }

    private static CaseIdentity Identity(uint lineage, int area = 0) => new(area, 0, lineage, 0, 0);

    private static Case Accepted(double at, double? leadAt = null, double? lostAt = null, int children = 1, int area = 0) => new(Identity(0, area), null!)
    {
        AcceptedAt = at,
        AllocatedAt = leadAt,
        EndedAt = lostAt,
        Outcome = lostAt is null ? CaseOutcome.Open : CaseOutcome.Lost,
        Children = children,
    };

    private static Case Closed(double referredAt, double endedAt) =>
        new(Identity(0), null!) { ReferredAt = referredAt, EndedAt = endedAt, Outcome = CaseOutcome.Closed };

    private static ReplicationOutcome Outcome(params Case[] cases) => Outcome(scenario => scenario, cases);

    private static ReplicationOutcome Outcome(Func<Scenario, Scenario> change, params Case[] cases)
    {
        StructureRun run = Empty(change(PlainScenario.Of(1)), out OutcomeBasis basis, out RunObserver observer);
        run.Cases.AddRange(cases);
        return OutcomeOfRun.Of(run, basis, observer);
    }

    /// <summary>Runs a year in which nobody comes.</summary>
    private static StructureRun Empty(Scenario scenario, out OutcomeBasis basis, out RunObserver observer, string structure = "separate")
    {
        Scenario quiet = scenario.With(pathway: pathway => pathway with { ReferralsPerYear = 0 });
        StructureBasis common = new(quiet, quiet.Structure(structure), FreedMoney.Released, 1);
        basis = new OutcomeBasis(common, quiet.Plan with { WarmUpYears = 0 });
        StructureRun run = new(common, 1, 0);
        observer = new RunObserver(run, basis);
        run.Simulator.Run(Days);
        Assert.Empty(run.Cases);
        return run;
    }

    private static double? Of(ReplicationOutcome outcome, Measure measure) => outcome.Values[Measure.All.IndexOf(measure)];

    private static double? Level(ReplicationOutcome outcome, BreakdownDimension dimension, int level, Measure measure) =>
        outcome.Levels[(int)dimension][level].Values[Measure.OfLevels(dimension).IndexOf(measure)];
}
