using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What dated changes do, with exact times; and that they do nothing before their day.</summary>
public sealed class PlanTests
{
    private const double Day = TinyPlan.Day;

    private static PlanStep Step => new() { On = TinyPlan.On(Day) };

    [Fact]
    public void The_end_of_a_grant_takes_the_post_and_its_cases_go_first()
    {
        // One locality with two workers who hold one case each; the third waits. The grant paid the higher number.
        Scenario scenario = TinyPlan.Scenario.With(service => service with { PointsPerFte = new Points(1) });
        scenario = scenario with { Structures = [PlainScenario.Groups("one", [0, 1, 2])] };
        StructureRun without = scenario.Run(Day);
        Case granted = without.Cases.Single(item => item.Worker?.Post.Number == 1);
        Case kept = without.Cases.Single(item => item.Worker?.Post.Number == 0);
        Case waiting = without.Cases.Single(item => item.ListedIn is not null);
        without.Simulator.Run(5000);
        StructureRun run = scenario.With(Step with { EndGrant = new() { Service = "care", Fte = new Fte(1) } }).Run(Day - 1);
        run.TeamsOf(0)[0].Reprioritise(run.In(waiting.HomeArea), 5);
        run.Simulator.Run(5000);
        Case evicted = run.In(granted.HomeArea);
        double left = granted.EndedAt!.Value - Day;
        Assert.True(run.Holder(1).IsAbolished);
        Assert.Equal(kept.EndedAt!.Value, run.In(kept.HomeArea).EndedAt);
        Assert.Equal(kept.EndedAt!.Value + left + 5, evicted.EndedAt!.Value, 9);
        Assert.True(run.In(waiting.HomeArea).EndedAt > evicted.EndedAt);
        Assert.Equal(2, evicted.Leads);
    }

    [Fact]
    public void A_moved_base_changes_the_road()
    {
        Scenario scenario = TinyPlan.Scenario with { Travel = new Travel { Speed = new KilometresPerHour(10) } };
        StructureRun run = scenario.With(Step with { MoveBase = new() { Locality = "W", From = "A0", To = "A1" } }).Run(Day - 1);
        Assert.Equal(2 + Road(0, 0) + Road(0, 1), run.Holder(0).Server.TotalWeight, 9);
        run.Simulator.Run(Day + 1);
        Assert.Equal(2 + Road(1, 0) + Road(1, 1), run.Holder(0).Server.TotalWeight, 9);
        Assert.Equal(1, run.Holder(0).Post.BaseArea);
        Assert.All(run.Cases, item => Assert.Equal(1, item.Leads));

        double Road(int from, int to) => run.Travel.HoursPerVisit(from, to);
    }

    [Fact]
    public void A_new_post_works_once_it_has_been_recruited()
    {
        NewPosts added = new() { Service = "care", Fte = new Fte(1.5), Locality = "E" };
        StructureRun run = TinyPlan.Scenario.With(Step with { NewPosts = added }).Run(Day);
        Assert.Equal([0U, 1U, 30_000U, 30_001U], run.Workers.Select(worker => worker.Post.Number));
        Assert.Equal([1, 1, 1, 0.5], run.Workers.Select(worker => worker.Post.Fte));
        Assert.All(run.Workers.Skip(2), worker => Assert.Equal((false, 1, 2), (worker.IsFilled, worker.Post.Team, worker.Post.BaseArea)));
        foreach (Caseworker worker in run.Workers.Skip(2).OrderBy(Start))
        {
            run.Simulator.Run(Start(worker) - 0.001);
            Assert.False(worker.IsFilled);
            run.Simulator.Run(Start(worker) + 0.001);
            Assert.True(worker.IsFilled);
        }

        double Start(Caseworker worker)
        {
            RandomStream random = run.Stream(Purposes.Recruitment, worker.Post);
            return Day + (random.NextExponential() * 91);
        }
    }

    [Fact]
    public void A_delivery_model_opens_after_its_lead_time_and_late_where_the_plan_says_so()
    {
        Scenario scenario = TinyPlan.Scenario with { DeliveryModels = [new DeliveryModel { Id = "team", LeadTime = new Days(50), SetUpCost = new Pounds(1000), YearlyCost = new Pounds(365) }] };
        PlanStep opening = Step with { MeanLateness = new Days(30), Delivery = new() { Locality = "E", Model = "team" } };
        StructureRun run = scenario.With(opening).Run(0);
        RandomStream random = run.Stream(Purposes.Lateness, 0);
        double opens = Day + 50 + (random.NextExponential() * 30);
        run.Simulator.Run(opens - 0.001);
        Assert.Equal(["", ""], run.Arrangement.Delivery.Select(model => model.Id));
        Assert.Equal(0, run.SetUpCost);
        run.Simulator.Run(opens + 0.001);
        Assert.Equal(["", "team"], run.Arrangement.Delivery.Select(model => model.Id));
        Assert.Equal(1000, run.SetUpCost);
        Assert.All(run.Cases, item => Assert.Equal(1, item.Leads));

        // The cost of a year is the average of what was in force.
        double before = run.Basis.Cost.Total;
        Assert.Equal(before, run.MeanCost(0, opens), 6);
        Assert.Equal(before + (365 * 0.25), run.MeanCost(opens - 30, opens + 10), 6);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(9, false)]
    public void Staff_follow_the_referrals_of_the_year_before_if_the_gain_reaches_the_threshold(double threshold, bool everyYear)
    {
        // Twelve posts, shared equally at first; nearly all referrals come from the middle, which is in the west.
        Scenario scenario = Uneven();
        Reallocation rule = new() { Threshold = threshold, EveryYear = everyYear };
        StructureRun run = scenario.With(Step with { Reallocate = rule }).Run(Day + 1);
        int[] expected = threshold > 5 ? [6, 6] : [12, 0];
        Assert.Equal(expected, Posts(run));
        Assert.Equal(6, run.Workers.Count(worker => worker.Post.Number < 6 && worker.Post.Team == 0));
        run.Simulator.Run(800);
        Assert.Equal(expected, Posts(run));

        static int[] Posts(StructureRun run) => [.. run.TeamsOf(0).Select(team => team.Workers.Count)];
    }

    [Fact]
    public void Referrals_are_counted_over_the_year_before()
    {
        StructureRun run = Uneven().Run(800);
        double[] counts = new Timeline(run, new ArrangementAdoption(run, new StaffProcess(run))).ReferralsOfLastYear();
        Assert.Equal(Enumerable.Range(0, 3).Select(area => (double)run.Cases.Count(item => item.HomeArea == area && item.ReferredAt > 800 - 365.25)), counts);
        Assert.InRange(counts.Sum(), 200, run.Cases.Count - 200);
    }

    [Fact]
    public void Staff_are_shared_again_every_year_where_the_plan_says_so()
    {
        // The boundary is redrawn after the first sharing: only a second one moves the posts to where the middle is now.
        Scenario scenario = Uneven();
        PlanStep redraw = new() { On = TinyPlan.On(Day + 100), Redraw = new() { To = "east" } };
        PlanStep share = Step with { Reallocate = new() };
        StructureRun once = scenario.With(share with { Reallocate = new() { EveryYear = false } }, redraw).Run(Day + 400);
        StructureRun yearly = scenario.With(share, redraw).Run(Day + 400);
        Assert.Equal([12, 0], once.TeamsOf(0).Select(team => team.Workers.Count));
        Assert.Equal([0, 12], yearly.TeamsOf(0).Select(team => team.Workers.Count));
    }

    [Fact]
    public void Whole_posts_move_with_their_holders_and_a_part_of_a_post_is_recruited()
    {
        Scenario scenario = TinyPlan.Scenario.With(service => service with { Fte = new Fte(4) });
        StructureRun run = scenario.With(Step with { MovePosts = new() { Service = "care", Fte = new Fte(1.25), From = "W", To = "E" } }).Run(Day);
        Assert.Equal([(2U, 1.0), (3, 1), (1, 1), (30_001, 0.25)], In(1));
        Assert.Equal([(30_000U, 0.75)], In(0));
        Assert.True(run.Holder(30_000).IsFilled);
        Assert.False(run.Holder(30_001).IsFilled);
        Assert.True(run.Holder(0).IsAbolished);
        Assert.Equal(0, run.Holder(1).Holder);

        (uint, double)[] In(int team) => [.. run.TeamsOf(0)[team].Workers
            .Select(worker => (worker.Post.Number, worker.Post.Fte))
            .OrderBy(post => post.Number == 1 ? 5 : (double)post.Number)];
    }

    [Fact]
    public void A_worker_with_room_who_comes_takes_on_whoever_waits_there()
    {
        // One point each: the western case leaves the second western worker idle, and one of the two eastern cases waits.
        Scenario scenario = TinyPlan.Scenario.With(service => service with { Fte = new Fte(3), PointsPerFte = new Points(1) });
        scenario = scenario with { Structures = [scenario.Structures[1] with { Staffing = StaffingRule.Equally }] };
        StructureRun run = scenario.With(Step with { MovePosts = new() { Service = "care", Fte = new Fte(1), From = "W", To = "E" } }).Run(Day - 1);
        Case waiting = run.Cases.Single(item => item.ListedIn is not null);
        Assert.Equal(0, run.Holder(1).HeldCases);
        run.Simulator.Run(Day);
        Assert.Equal(run.Holder(1), waiting.Worker);
    }

    [Fact]
    public void Posts_that_change_service_are_filled_anew()
    {
        Scenario scenario = TinyPlan.Scenario;
        scenario = scenario with { Services = [scenario.Services[0], scenario.Services[0] with { Id = "other", Fte = new Fte(1) }] };
        StructureRun run = scenario.With(Step with { MovePosts = new() { Service = "care", ToService = "other", Fte = new Fte(1), From = "E", To = "W" } }).Run(Day);
        Assert.True(run.Workers.Single(worker => worker.Post is { Service: 0, Number: 1 }).IsAbolished);
        Caseworker added = run.Workers.Single(worker => worker.Post is { Service: 1, Number: 30_000 });
        Assert.Equal((false, 0), (added.IsFilled, added.Post.Locality));
        Assert.Equal(3, run.Arrangement.Posts.Sum(post => post.Fte));
    }

    private static Scenario Uneven()
    {
        Scenario scenario = TinyPlan.Scenario.With(service => service with { Fte = new Fte(12) }, pathway => pathway with { ReferralsPerYear = 300, OpenCases = 0 });
        return scenario with
        {
            Place = scenario.Place with { Areas = [.. scenario.Place.Areas.Select((area, index) => area with { Children = index == 1 ? 1_000_000 : 1000 })] },
        };
    }
}
