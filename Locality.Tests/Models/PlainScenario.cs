using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>A scenario with nothing in it but arrivals, posts and casework: every complication is zero until a test asks for it.</summary>
internal static class PlainScenario
{
    internal static readonly Service Service = new()
    {
        Id = "care",
        Tier = Tier.Specialist,
        Fte = new Fte(4),
        PaidHours = new HoursPerWeek(40),
        FixedShare = new Share(0),
        DutyHours = default,
        SupervisionHours = default,
        YearlyTurnover = default,
        AbsenceShare = default,
        LeaveWeeks = 0,
        HandoverLoss = default,
    };

    internal static readonly Pathway Pathway = new()
    {
        Id = "need",
        Service = "care",
        ReferralsPerYear = 365.25,
        OpenCases = 0,
        NoFurtherAction = default,
        Assessment = new AssessmentStage { MeanLength = default, NotInNeed = default },
        Casework = new CaseworkStage
        {
            Duration = new ExponentialDistribution(17),
            ContactsPerWeek = 1,
            ContactHours = new Hours(1),
            RecordingHours = default,
            UpkeepHours = default,
            Weights = [new CaseWeight { Points = new Points(1), Share = new Share(1) }],
        },
        Waiting = new WaitingRules { MeanPatience = null, MeanTimeToEscalation = null },
        Returns = new ReturnRules { Chance = default },
    };

    /// <summary>Makes areas in a row, a number of kilometres apart, with 1,000 children each and the same deprivation.</summary>
    internal static Place Row(int areas, double kilometresApart = 2) => new()
    {
        Areas = [.. Enumerable.Range(0, areas).Select(index => new Area
        {
            Name = Name(index),
            Children = 1_000_000,
            IncomeDeprived = new Share(0.2),
            EastingMetres = index * kilometresApart * 1000,
            NorthingMetres = 0,
            SquareKilometres = 1,
            PostsToday = 1,
        })],
        Borders = [.. Enumerable.Range(0, areas - 1).Select(index => new Border(Name(index), Name(index + 1)))],
    };

    internal static string Name(int area) => $"A{area}";

    /// <summary>Makes a structure whose localities are groups of areas, the first area of each with a base for every area of the group.</summary>
    internal static Structure Groups(string id, params int[][] groups) => new()
    {
        Id = id,
        Staffing = string.Equals(id, "separate", StringComparison.Ordinal) ? StaffingRule.ByNeed : StaffingRule.AsBaseline,
        Localities = [.. groups.Select(group => new Locality
        {
            Id = string.Join('+', group.Select(Name)),
            Areas = [.. group.Select(Name)],
            Bases = [.. group.Select(Name)],
        })],
    };

    /// <summary>Makes the scenario: so many areas, each a locality of its own ("separate"), or all in one ("merged").</summary>
    internal static Scenario Of(int areas, double kilometresApart = 2) => new()
    {
        Name = "Plain",
        Start = new DateOnly(2025, 4, 1),
        Place = Row(areas, kilometresApart),
        Calendar = new CalendarRules { AlwaysOpen = true },
        Demand = new DemandRules
        {
            Weekday = [1, 1, 1, 1, 1, 1, 1],
            FromSchools = default,
            Overdispersion = 0,
            Drift = null,
        },
        Travel = new Travel { Speed = null },
        Management = new Management
        {
            AreaManagerCost = default,
            CoordinatorCost = default,
            TeamManagerCost = default,
            BaseCost = default,
            SignOffHours = default,
            AllocationHours = default,
            ClosureHours = default,
        },
        FrontDoor = new FrontDoor { Fte = new Fte(1), HoursPerContact = default },
        Services = [Service],
        Pathways = [Pathway],
        Feedbacks = new Feedbacks { Upkeep = false, Escalation = false, Returns = false, Leaving = false },
        Budget = new BudgetRules { Service = "care", FreedMoney = FreedMoney.Released },
        Plan = new RunPlan { Years = 3, WarmUpYears = 1, Replications = 10, Seed = 1 },
        Structures =
        [
            Groups("separate", [.. Enumerable.Range(0, areas).Select(area => new[] { area })]),
            Groups("merged", [.. Enumerable.Range(0, areas)]),
        ],
    };

    internal static Scenario With(this Scenario scenario, Func<Service, Service>? service = null, Func<Pathway, Pathway>? pathway = null) => scenario with
    {
        Services = [.. scenario.Services.Select(item => service is null ? item : service(item))],
        Pathways = [.. scenario.Pathways.Select(item => pathway is null ? item : pathway(item))],
    };

    /// <summary>Runs one future of one structure to its end.</summary>
    internal static StructureRun Run(this Scenario scenario, string structure, double years, ulong seed = 1, int replication = 0)
    {
        StructureBasis basis = new(scenario, scenario.Structure(structure), scenario.Budget.FreedMoney, years);
        StructureRun run = new(basis, seed, replication);
        run.Simulator.Run(years * 365.25);
        return run;
    }

    internal static ImmutableArray<double> Futures(this StructureResult result, Measure measure) => [.. result.FuturesOf(measure).Select(value => value!.Value)];
}
