using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A hub ten kilometres from a family, with exact times: an hour of contact a week, and an hour on the road to the family's home.</summary>
public sealed class HubTests
{
    private static readonly HubRules Rules = new() { ContactsAtHub = new Share(1), Missed = default, MissedPerKilometre = 0 };

    [Fact]
    public void A_contact_at_the_hub_saves_the_worker_s_road()
    {
        // Workers have one hour a week: 2 hours a week at home is half the pace.
        Assert.Equal(["10"], EndsOf(Rules, 1));
        Assert.Equal(["20"], EndsOf(Rules with { ContactsAtHub = default }, 1));
    }

    [Fact]
    public void What_the_rooms_do_not_hold_takes_place_at_home()
    {
        Assert.Equal(["10", "20"], EndsOf(Rules with { Rooms = 1, RoomHours = new HoursPerWeek(1) }, 2));
        Assert.Equal(["10", "15"], EndsOf(Rules with { Rooms = 1, RoomHours = new HoursPerWeek(1.5) }, 2));
        Assert.Equal(["10", "10"], EndsOf(Rules with { Rooms = 2, RoomHours = new HoursPerWeek(1) }, 2));
    }

    [Fact]
    public void Rooms_are_free_again_when_the_work_has_ended()
    {
        StructureRun run = Quiet(Rules with { Rooms = 1, RoomHours = new HoursPerWeek(1) });
        List<string> ends = [];
        Work(run, 1, at: 0, ends);
        Work(run, 2, at: 10.5, ends);
        run.Simulator.Run(100);
        Assert.Equal(["10", "20.5"], ends);
        Assert.Equal(1, run.Sites[0].Delivery.Hub!.RoomHoursLeft);
    }

    [Fact]
    public void A_missed_appointment_is_made_again_and_the_further_the_family_the_more_are_missed()
    {
        // 10 km: 0.3 + 10 × 0.02 is one half missed, and two appointments for each contact; never more.
        Assert.Equal(["20"], EndsOf(Rules with { Missed = new Share(0.3), MissedPerKilometre = 0.02 }, 1));
        Assert.Equal(["20"], EndsOf(Rules with { Missed = new Share(0.3), MissedPerKilometre = 0.2 }, 1));
        Assert.Equal(["12.5"], EndsOf(Rules with { Missed = new Share(0.1), MissedPerKilometre = 0.01 }, 1));
    }

    [Fact]
    public void A_missed_appointment_takes_its_room()
    {
        // Half missed: the contact wants two hours of rooms a week. One hour holds half of it: 1 + 0.5 at the hub and 0.5 on the road.
        Assert.Equal(["20"], EndsOf(Rules with { Missed = new Share(0.5), Rooms = 1, RoomHours = new HoursPerWeek(1) }, 1));
        StructureRun run = Quiet(Rules with { Missed = new Share(0.5), Rooms = 1, RoomHours = new HoursPerWeek(1) });
        List<string> ends = [];
        Work(run, 1, at: 0, ends);
        run.Simulator.Run(100);
        Assert.Equal(20, run.FamilyKilometres, 9);
    }

    [Fact]
    public void Families_travel_to_the_hub_and_back_for_each_contact_there()
    {
        // Two nominal weeks with a contact each: 2 × 20 km; the second family has half of its contacts at the hub.
        StructureRun run = Quiet(Rules with { Rooms = 1, RoomHours = new HoursPerWeek(1.5) });
        List<string> ends = [];
        Work(run, 1, at: 0, ends);
        Work(run, 2, at: 0, ends);
        run.Simulator.Run(12);
        Assert.Equal(40, run.FamilyKilometres, 9);
        run.Simulator.Run(100);
        Assert.Equal(60, run.FamilyKilometres, 9);
    }

    [Fact]
    public void Recording_takes_no_room_and_is_not_done_twice()
    {
        StructureRun run = Quiet(Rules with { Missed = new Share(0.5) });
        Case item = run.NewCase(1, area: 1);
        ContactPlan plan = run.PlanContacts(item, run.Workers[0], new WorkRate(2.5, 1, 0, 1));
        Assert.Equal((3.5, 0, 2), (plan.Hours, plan.RoadHours, plan.RoomHours));
    }

    [Fact]
    public void With_spokes_families_are_seen_at_the_nearest_base()
    {
        Assert.Equal(20, Kilometres(Rules), 6);
        Assert.Equal(0, Kilometres(Rules with { Spokes = true }), 6);

        static double Kilometres(HubRules rules)
        {
            StructureRun run = Quiet(rules);
            return run.PlanContacts(run.NewCase(1, area: 1), run.Workers[0], new WorkRate(1, 1, 0, 1)).FamilyKilometres;
        }
    }

    [Fact]
    public void Desks_go_to_the_lowest_numbers_and_the_others_sit_at_the_other_bases()
    {
        Scenario scenario = Scenario(Rules with { Desks = 1 });
        Assert.Equal([0, 1, 1, 1], Arrangement.Of(scenario, scenario.Structure("merged"), 0).Posts.Select(post => post.BaseArea));
        Scenario enough = Scenario(Rules);
        Assert.Equal([0, 0, 0, 0], Arrangement.Of(enough, enough.Structure("merged"), 0).Posts.Select(post => post.BaseArea));
    }

    [Fact]
    public void A_hub_is_for_services_deployed_by_locality_only()
    {
        Scenario scenario = Scenario(Rules).With(service => service with { Deployment = Deployment.Authority });
        StructureRun run = scenario.Quiet("merged");
        Assert.Null(run.PlanContacts(run.NewCase(1, area: 1), run.Workers[0], new WorkRate(1, 1, 0, 1)).Hub);
    }

    [Fact]
    public void Mileage_is_that_of_contacts_at_home_as_far_as_rooms_hold_the_others()
    {
        double none = Mileage(Rules with { ContactsAtHub = default });
        Assert.Equal(none / 2, Mileage(Rules with { ContactsAtHub = new Share(0.5) }), 6);

        // 1,000 families × 17 ÷ 7 contacts of an hour a year want 46.54 hours of rooms a week; half as many hold half.
        double wanted = 1000 * 17.0 / 7 / (365.25 / 7);
        Assert.Equal(none / 2, Mileage(Rules with { Rooms = 1, RoomHours = new HoursPerWeek(wanted / 2) }), 6);

        static double Mileage(HubRules rules)
        {
            Scenario scenario = Scenario(rules).With(pathway: pathway => pathway with { ReferralsPerYear = 1000 });
            return Budget.Cost(scenario, scenario.Structure("merged"), 0).Mileage;
        }
    }

    private static Scenario Scenario(HubRules rules)
    {
        Scenario plain = PlainScenario.Of(2, kilometresApart: 10);
        return (plain with
        {
            // Areas without size: a family lives at its area's centre.
            Place = plain.Place with { Areas = [.. plain.Place.Areas.Select(area => area with { SquareKilometres = 1e-300 })] },
            Travel = new Travel { Speed = new KilometresPerHour(20), DetourFactor = 1, VisitsPerTrip = 1 },
        }).With(service => service with { PaidHours = new HoursPerWeek(1) }).Under(new DeliveryModel { Id = "hub", Hub = rules });
    }

    private static StructureRun Quiet(HubRules rules) => Scenario(rules).Quiet("merged");

    /// <summary>Begins so many pieces of work of ten days at once, each with a worker of its own, and returns when they end.</summary>
    private static List<string> EndsOf(HubRules rules, uint pieces)
    {
        StructureRun run = Quiet(rules);
        List<string> ends = [];
        for (uint number = 0; number < pieces; number++)
        {
            Work(run, number, at: 0, ends);
        }

        run.Simulator.Run(100);
        return ends;
    }

    private static void Work(StructureRun run, uint number, double at, List<string> ends)
    {
        Case item = run.NewCase(number, area: 1);
        item.Points = 1;
        run.At(at, async () =>
        {
            run.TeamOf(item).Enlist(item, run.Now);
            await AssignedWork.UntilGiven(item);
            await new AssignedWork(run).Serve(item, new WorkRate(1, 1, 0, 1), 10);
            ends.Add(DeliveryScenario.Days(run.Now));
        });
    }
}
