using FsCheck;
using FsCheck.Fluent;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Whatever is planned, staff, cases, hours and pounds add up.</summary>
public sealed class PlanConservationTests
{
    private const double Years = 0.6;

    [Fact]
    public void Staff_cases_hours_and_pounds_add_up_under_random_plans() =>
        Prop.ForAll(Scenarios(), scenario =>
        {
            StructureBasis basis = new(scenario, scenario.Structures[0], scenario.Budget.FreedMoney, Years);
            StructureRun run = new(basis, 5, 0);
            Arrangement before = run.Arrangement;
            foreach (PlanStep step in scenario.Structures[0].Steps)
            {
                double day = step.On.DayNumber - scenario.Start.DayNumber;
                if (day > run.Now)
                {
                    run.Simulator.Run(day - 0.5);
                    before = run.Arrangement;
                }

                CheckStaff(run);
                CheckPlaces(run);
                run.Simulator.Run(day);
                CheckFte(before, run.Arrangement, step);
                before = run.Arrangement;
                CheckStaff(run);
                CheckPlaces(run);
            }

            run.Simulator.Run(Years * 365.25);
            CheckStaff(run);
            CheckPlaces(run);
            CheckHours(run);
            CheckPounds(run, scenario);
            Ledger.CheckLists(run);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20250402, 1UL));

    [Fact]
    public void Every_case_comes_to_an_end_whatever_is_planned() =>
        Prop.ForAll(Scenarios(), scenario =>
        {
            // Referrals stop after the planned years; whoever is left anywhere without a way on never ends.
            StructureRun run = new(new StructureBasis(scenario, scenario.Structures[0], FreedMoney.Released, Years), 5, 0);
            run.Simulator.Run(30 * 365.25);
            if (run.Teams.All(team => team.Workers.Count > 0))
            {
                Assert.All(run.Cases, item => Assert.NotEqual(CaseOutcome.Open, item.Outcome));
                Assert.All(run.Requests, item => Assert.NotNull(item.EndedAt));
                Assert.All(run.Workers, worker => Assert.Equal(0, worker.HeldCases));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(20250404, 1UL));

    [Fact]
    public void Structures_of_equal_budget_cost_the_same_at_the_start() =>
        Prop.ForAll(Scenarios(), scenario =>
        {
            Scenario equal = scenario with { Budget = scenario.Budget with { FreedMoney = FreedMoney.BuysPosts } };
            double[] costs = [.. equal.Structures.Select(structure => new StructureBasis(equal, structure, FreedMoney.BuysPosts, Years).Cost.Total)];
            Assert.All(costs, cost => Assert.Equal(costs[0], cost, 1000.0));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(20250403, 1UL));

    /// <summary>Every open case is in exactly one place, and every worker holds what cases say that the worker holds.</summary>
    internal static void CheckPlaces(StructureRun run)
    {
        List<Assignment> all = [.. run.Cases, .. run.Requests];
        HashSet<Team> current = [.. run.Teams];
        foreach (Assignment item in all)
        {
            int places = (item.Worker is null ? 0 : 1) + (item.ListedIn is null ? 0 : 1) + (item.IsInTransfer ? 1 : 0);
            Assert.True(places <= 1);
            if (item.ListedIn is { } team)
            {
                Assert.Contains(team, current);
                Assert.Equal(run.TeamOf(item), team);
                Assert.Single(team.Waiting.Cases, item);
            }
        }

        // A case that a lead has begun is with a worker, in a list, in transfer, or with the manager who closes it: never nowhere with work left.
        Assert.Equal(all.Count(item => item.ListedIn is not null), run.AllTeams.Sum(team => team.Waiting.Count));
        Assert.Equal(run.Cases.Count, run.Cases.Select(item => item.Identity).Distinct().Count());
        Ledger.CheckHeld(run);

        // Open children are those with an open case, each once.
        List<Case> open = run.Cases.FindAll(item => item is { Outcome: CaseOutcome.Open, ReferredAt: not null });
        Assert.Equal(open.Count, open.Select(item => (item.HomeArea, item.Identity.Child)).Distinct().Count());
    }

    private static void CheckStaff(StructureRun run)
    {
        List<Caseworker> present = run.Workers.FindAll(worker => !worker.IsAbolished);
        Assert.Equal(
            run.Arrangement.Posts.OrderBy(post => post.Service).ThenBy(post => post.Number),
            present.Select(worker => worker.Post).OrderBy(post => post.Service).ThenBy(post => post.Number));
        Assert.Equal(present.Count, present.Select(worker => (worker.Post.Service, worker.Post.Number)).Distinct().Count());
        Assert.Equal(present.Count, run.Teams.Sum(team => team.Workers.Count));
        foreach (Caseworker worker in present)
        {
            Assert.Equal(run.TeamsOf(worker.Post.Service)[worker.Post.Team], worker.Team);
            Assert.Single(worker.Team.Workers, worker);
            Assert.Equal(run.Arrangement.CaseHours(worker.Post), worker.CaseHours);
            Assert.True(run.Arrangement.Services[worker.Post.Service].Bases[worker.Post.Team].Length > 0);
        }
    }

    private static void CheckFte(Arrangement before, Arrangement after, PlanStep step)
    {
        double lost = step.EndGrant is { } grant ? Math.Min(grant.Fte.Value, There(grant.Locality)) : 0;
        double gained = step.NewPosts?.Fte.Value ?? 0;
        Assert.Equal(before.Posts.Sum(post => post.Fte) - lost + gained, after.Posts.Sum(post => post.Fte), 6);

        double There(string? locality) => locality is null
            ? before.Posts.Sum(post => post.Fte)
            : before.Posts.Where(post => post.Locality == before.Map.LocalityOfArea[0]).Sum(post => post.Fte);
    }

    private static void CheckHours(StructureRun run)
    {
        foreach (Caseworker worker in run.Workers)
        {
            Assert.True(worker.Server.MarkedWork <= worker.Server.RequiredWork + 1e-6);
            Assert.True(worker.Server.MarkedWork <= worker.Server.OfferedWork + 1e-6);
            double most = worker.Post.Fte * 40 * run.Calendar.ToServiceTime(run.Now);
            Assert.InRange(worker.Server.OfferedWork, 0, most + 1e-6);
        }
    }

    private static void CheckPounds(StructureRun run, Scenario scenario)
    {
        YearlyCost cost = Budget.Cost(run.Arrangement);
        Assert.Equal(cost.Posts + cost.AgencyCover + cost.FrontDoor + cost.Management + cost.Bases + cost.Mileage, cost.Total, 6);
        Assert.Equal(run.Arrangement.Posts.Sum(post => post.Fte) * scenario.Services[0].CostPerFte.Value, cost.Posts, 6);
        Assert.Equal(cost.Total, run.MeanCost(run.Now - 1e-6, run.Now), 1.0);
    }

    private static Arbitrary<Scenario> Scenarios() => Arb.From(
        from fte in Gen.Choose(2, 10)
        from referrals in Gen.Choose(0, 150)
        from open in Gen.Choose(0, 40)
        from turnover in Gen.Choose(0, 90)
        from points in Gen.Choose(1, 40)
        from wide in Gen.Elements(Deployment.Locality, Deployment.UpperTierArea, Deployment.Authority)
        from steps in Gen.ArrayOf(Steps(), 4)
        select Make(fte, referrals, open, turnover / 100.0, points, wide, steps));

    private static Gen<PlanStep> Steps() =>
        from day in Gen.Choose(1, 50)
        from half in Gen.Choose(1, 8)
        from keep in Gen.Elements(true, false)
        from delay in Gen.Choose(0, 10)
        from area in Gen.Choose(0, 5)
        from kind in Gen.Choose(0, 7)
        let fte = new Fte(half * 0.35)
        let locality = keep ? "A0+A1" : null
        select kind switch
        {
            0 => On(day) with { Redraw = new() { To = "two", KeepOpenCases = keep, TransferDelay = new WorkingDays(delay) } },
            1 => On(day) with { Redraw = new() { To = "three", KeepOpenCases = keep, TransferDelay = new WorkingDays(delay) } },
            2 => On(day) with { EndGrant = new() { Service = "care", Fte = fte, Locality = locality } },
            3 => On(day) with { NewPosts = new() { Service = "care", Fte = fte, Locality = locality, MeanRecruitment = new Days(delay) } },
            4 => On(day) with { MovePosts = new() { Service = "care", Fte = fte, From = locality, To = keep ? null : "A4+A5", MeanRecruitment = new Days(delay) } },
            5 => On(day) with { Delivery = new() { Locality = "A2+A3", Model = keep ? "panel" : "team" } },
            6 => On(day) with { MoveBase = new() { Locality = "A4+A5", From = "A4", To = PlainScenario.Name(area) } },
            _ => On(day) with { Reallocate = new() { Threshold = half / 4.0, By = keep ? ReallocationBasis.Need : ReallocationBasis.Referrals } },
        };

    private static PlanStep On(int day) => new() { On = TinyPlan.On(day) };

    private static Scenario Make(int fte, int referrals, int open, double turnover, int points, Deployment wide, PlanStep[] steps)
    {
        Scenario busy = BusyPlan.Scenario.With(
            service => service with { Fte = new Fte(fte * 0.75), PostSize = new Fte(0.5), YearlyTurnover = new Share(turnover), MeanVacancy = new Days(20), Deployment = wide },
            pathway => pathway with
            {
                ReferralsPerYear = referrals,
                OpenCases = open,
                Casework = pathway.Casework with
                {
                    Weights = [new CaseWeight { Points = new Points(points), Share = new Share(0.5) }, new CaseWeight { Points = new Points(4), Share = new Share(0.5) }],
                },
                Supports = [new SupportService { Service = "care", Share = new Share(0.3), Points = new Points(2), HoursPerWeek = new HoursPerWeek(1) }],
            });
        return busy with
        {
            DeliveryModels = [.. busy.DeliveryModels, new DeliveryModel { Id = "panel", Panel = new PanelRules() }, new DeliveryModel { Id = "team", LeadersPerLocality = new Fte(1), SharedAssessment = true }],
            Structures = busy.Structures.SetItem(0, busy.Structures[0] with { Steps = [.. steps.Select((step, index) => step with { On = step.On.AddDays(50 * index) })] }),
        };
    }
}
