using FsCheck;
using FsCheck.Fluent;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Hubs, panels and access points through changes of worker, sickness and escalation: nothing stays booked and nobody is stuck.</summary>
public sealed class DeliveryPropertyTests
{
    private const double YearDays = 365.25;
    private const int Families = 25;

    private static readonly string[] ServiceIds = ["care", "help"];

    [Fact]
    public void Rooms_are_never_overbooked_all_are_given_back_and_every_case_ends() =>
        Prop.ForAll(Models(), model =>
        {
            StructureRun run = Scenario(model).Quiet();
            ReferralProcess referrals = new(run);
            for (uint number = 0; number < Families; number++)
            {
                CaseIdentity identity = new((int)number % 2, 0, number, 0, (int)number);
                run.At(number * 5, () => referrals.FollowFirstReferral(identity));
            }

            double rooms = Room(run);
            for (double day = 10; day <= 40 * YearDays; day += 10)
            {
                run.Simulator.Run(day);
                Assert.InRange(Room(run), 0, rooms);
            }

            Assert.Equal(Families, run.Cases.Count);
            Assert.DoesNotContain(run.Cases, item => item.Outcome == CaseOutcome.Open);
            Assert.DoesNotContain(run.Requests, request => request.EndedAt is null);
            Assert.All(run.Workers, worker => Assert.Equal(0, worker.Server.JobCount));
            Assert.Equal(rooms, Room(run));
            Assert.True(run.FamilyKilometres > 0);
            Assert.All(run.Cases, item => Assert.InRange(item.AccessPoints, 1, 2));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(20250402, 1UL));

    private static double Room(StructureRun run) => run.Sites.Sum(site => site.Delivery.Hub!.RoomHoursLeft);

    private static Arbitrary<DeliveryModel> Models() => Arb.From(
        from rooms in Gen.Choose(1, 3)
        from hours in Gen.Choose(1, 10)
        from atHub in Gen.Choose(1, 10)
        from missed in Gen.Choose(0, 5)
        from slots in Gen.Choose(1, 4)
        from interval in Gen.Choose(1, 20)
        from spokes in Gen.Elements(true, false)
        from shared in Gen.Elements(true, false)
        select new DeliveryModel
        {
            Id = "drawn",
            Panel = new PanelRules { Interval = new WorkingDays(interval), Slots = slots },
            Hub = new HubRules { Rooms = rooms, RoomHours = new HoursPerWeek(hours * 0.3), ContactsAtHub = new Share(atHub / 10.0), Missed = new Share(missed / 10.0), Spokes = spokes },
            SharedAssessment = shared,
        });

    private static Scenario Scenario(DeliveryModel model)
    {
        Scenario plain = PlainScenario.Of(2, kilometresApart: 6);
        AccessPointRules school = new() { Kind = AccessPointKind.Secondary, Share = new Share(0.5), Misdirected = new Share(0.4) };
        return (plain with
        {
            Travel = new Travel(),
            FrontDoor = new FrontDoor { Fte = new Fte(2), AccessPoints = [school, school with { Kind = AccessPointKind.Primary }] },
            Structures = [PlainScenario.Groups("separate", [0, 1])],
            Services = [.. ServiceIds.Select(id => PlainScenario.Service with
            {
                Id = id,
                Fte = new Fte(3),
                PointsPerFte = new Points(4),
                PaidHours = new HoursPerWeek(14),
                YearlyTurnover = new Share(0.9),
                MeanVacancy = new Days(20),
                AbsenceShare = new Share(0.1),
                HandoverLoss = new WorkingDays(3),
            })],
        }).With(pathway: pathway => pathway with
        {
            Assessment = new AssessmentStage { NotInNeed = default },
            Supports = [new SupportService { Service = "help", Share = new Share(0.6), Points = new Points(1) }],
            Waiting = new WaitingRules { MeanPatience = new Days(200), MeanTimeToEscalation = new Days(100) },
            Casework = pathway.Casework with { Duration = new ExponentialDistribution(90), RecordingHours = new Hours(0.5) },
        }).Under(model);
    }
}
