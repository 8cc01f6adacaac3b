using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Six areas in three localities ("three") or two ("two"), with everything that happens to cases and staff.</summary>
internal static class BusyPlan
{
    internal static Scenario Scenario { get; } = Make();

    private static Scenario Make()
    {
        Scenario plain = PlainScenario.Of(6).With(
            service => service with
            {
                Fte = new Fte(9),
                PointsPerFte = new Points(6),
                YearlyTurnover = new Share(0.3),
                AbsenceShare = new Share(0.05),
                LeaveWeeks = 6,
                HandoverLoss = new WorkingDays(5),
            },
            pathway => pathway with
            {
                ReferralsPerYear = 250,
                OpenCases = 40,
                Assessment = new AssessmentStage(),
                Casework = pathway.Casework with { Duration = new ExponentialDistribution(80) },
                Waiting = new WaitingRules { MeanPatience = new Days(100), MeanTimeToEscalation = null },
                Returns = new ReturnRules { Chance = new Share(0.3) },
            });
        return plain with
        {
            Calendar = new CalendarRules(),
            Travel = new Travel(),
            Management = new Management(),
            FrontDoor = new FrontDoor { Fte = new Fte(1.5) },
            DeliveryModels = [new DeliveryModel { Id = "same" }],
            Structures =
            [
                PlainScenario.Groups("three", [0, 1], [2, 3], [4, 5]) with { DeliveryModel = "same" },
                PlainScenario.Groups("two", [0, 1, 2], [3, 4, 5]) with { DeliveryModel = "same" },
                PlainScenario.Groups("mirrored", [4, 5], [2, 3], [0, 1]) with { DeliveryModel = "same" },
            ],
        };
    }
}
