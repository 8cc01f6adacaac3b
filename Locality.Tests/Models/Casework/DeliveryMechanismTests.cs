using System.Globalization;
using System.Reflection;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A delivery model is its mechanisms and nothing else: none is dead, and its name means nothing.</summary>
public sealed class DeliveryMechanismTests
{
    /// <summary>What the models of the table have in common: every mechanism at work.</summary>
    private static readonly DeliveryModel Full = new()
    {
        Id = "panel",
        Panel = new PanelRules { Interval = new WorkingDays(5), Slots = 3 },
        Hub = new HubRules { Rooms = 1, Desks = 3, RoomHours = new HoursPerWeek(8), WalkIn = 0.3, Spokes = true },
        LeadersPerLocality = new Fte(0.5),
        HomeAgencyHours = new HoursPerWeek(1),
        SupervisionHours = new HoursPerWeek(1),
        LinkHoursPerLocality = new HoursPerWeek(9),
        SharedAssessment = true,
        SetUpCost = new Pounds(1000),
        YearlyCost = new Pounds(500),
    };

    private static readonly Dictionary<string, Func<DeliveryModel, DeliveryModel>> Changes = new(StringComparer.Ordinal)
    {
        ["Panel"] = model => model with { Panel = null },
        ["Panel.Interval"] = model => model with { Panel = model.Panel! with { Interval = new WorkingDays(10) } },
        ["Panel.Slots"] = model => model with { Panel = model.Panel! with { Slots = 1 } },
        ["Panel.SittingHours"] = model => model with { Panel = model.Panel! with { SittingHours = new Hours(3) } },
        ["Panel.PreparationHours"] = model => model with { Panel = model.Panel! with { PreparationHours = new Hours(3) } },
        ["Hub"] = model => model with { Hub = null },
        ["Hub.ContactsAtHub"] = model => model with { Hub = model.Hub! with { ContactsAtHub = new Share(0.4) } },
        ["Hub.Missed"] = model => model with { Hub = model.Hub! with { Missed = new Share(0.2) } },
        ["Hub.MissedPerKilometre"] = model => model with { Hub = model.Hub! with { MissedPerKilometre = 0.05 } },
        ["Hub.Rooms"] = model => model with { Hub = model.Hub! with { Rooms = null } },
        ["Hub.RoomHours"] = model => model with { Hub = model.Hub! with { RoomHours = new HoursPerWeek(4) } },
        ["Hub.Desks"] = model => model with { Hub = model.Hub! with { Desks = null } },
        ["Hub.WalkIn"] = model => model with { Hub = model.Hub! with { WalkIn = 0.1 } },
        ["Hub.WalkInHalvesAtKilometres"] = model => model with { Hub = model.Hub! with { WalkInHalvesAtKilometres = 20 } },
        ["Hub.Spokes"] = model => model with { Hub = model.Hub! with { Spokes = false } },
        ["LeadersPerLocality"] = model => model with { LeadersPerLocality = default },
        ["HomeAgencyHours"] = model => model with { HomeAgencyHours = default },
        ["SupervisionHours"] = model => model with { SupervisionHours = null },
        ["LinkHoursPerLocality"] = model => model with { LinkHoursPerLocality = null },
        ["RequestDelay"] = model => model with { RequestDelay = new WorkingDays(6) },
        ["SharedAssessment"] = model => model with { SharedAssessment = false },
        ["SharedAssessmentFactor"] = model => model with { SharedAssessmentFactor = 1.5 },
        ["SetUpCost"] = model => model with { SetUpCost = default },
        ["YearlyCost"] = model => model with { YearlyCost = default },
    };

    private static readonly string FullFates = Fates(Full);

    public static TheoryData<string> Mechanisms => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void Each_mechanism_alone_changes_something(string mechanism) => Assert.NotEqual(FullFates, Fates(Changes[mechanism](Full)));

    [Fact]
    public void Every_mechanism_is_in_the_table()
    {
        // A lead time is for dated changes; names mean nothing.
        string[] others = ["Id", "Name", "LeadTime"];
        IEnumerable<string> names = NamesOf<DeliveryModel>("").Except(others, StringComparer.Ordinal).Concat(NamesOf<PanelRules>("Panel.")).Concat(NamesOf<HubRules>("Hub."));
        Assert.Equal(names.Order(StringComparer.Ordinal), Changes.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("team")]
    [InlineData("hub")]
    public void A_panel_a_team_and_a_hub_with_the_same_mechanisms_are_the_same_run(string id) =>
        Assert.Equal(FullFates, Fates(Full with { Id = id, Name = "Another name" }));

    [Fact]
    public void A_model_without_any_mechanism_is_none()
    {
        Scenario scenario = Scenario(Full);
        Assert.Equal(
            Fates(scenario.Under(new DeliveryModel { Id = "plain" })),
            Fates(scenario with { DeliveryModels = [], Structures = [.. scenario.Structures.Select(structure => structure with { DeliveryModel = null })] }));
    }

    private static IEnumerable<string> NamesOf<T>(string prefix) =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => prefix + property.Name);

    /// <summary>Two localities of two areas, a lead service and one that helps, both short of hours.</summary>
    private static Scenario Scenario(DeliveryModel model)
    {
        Scenario plain = PlainScenario.Of(4, kilometresApart: 3);
        Service lead = PlainScenario.Service with { Tier = Tier.Targeted, Fte = new Fte(6), PointsPerFte = new Points(20), PaidHours = new HoursPerWeek(12), SupervisionHours = new HoursPerWeek(0.5) };
        return (plain with
        {
            Travel = new Travel(),
            Management = new Management { AreaManagersPerLocality = new Fte(0.4), CoordinatorsPerLocality = default },
            Services = [lead, lead with { Id = "help", Tier = Tier.Specialist, Fte = new Fte(4) }],
            Structures = [PlainScenario.Groups("separate", [0, 1], [2, 3])],
        }).With(pathway: pathway => pathway with
        {
            ReferralsPerYear = 150,
            Urgent = new Share(0.1),
            Assessment = new AssessmentStage { MeanLength = new WorkingDays(15) },
            Supports = [DeliveryScenario.Help with { Share = new Share(0.6), MeanLength = new Days(60), AssessmentLength = new WorkingDays(10), HoursPerWeek = new HoursPerWeek(1), ContactsPerWeek = 0.5, Points = new Points(1) }],
            Casework = pathway.Casework with { Duration = new LocalitySim.Simulation.ExponentialDistribution(90), RecordingHours = new Hours(0.5) },
        }).Under(model);
    }

    private static string Fates(DeliveryModel model) => Fates(Scenario(model));

    /// <summary>Returns all that happens to every case, what families travel, and what it costs, to the last bit.</summary>
    private static string Fates(Scenario scenario)
    {
        StructureBasis basis = new(scenario, scenario.Structures[0], FreedMoney.Released, 2);
        StructureRun run = new(basis, 5, 0);
        run.Simulator.Run(2 * 365.25);
        IEnumerable<string> cases = run.Cases.Select(item =>
            string.Create(CultureInfo.InvariantCulture, $"{item.Identity} {item.AssessedAt:R} {item.AllocatedAt:R} {item.EndedAt:R} {item.Assessments} {item.WentToPanel}"));
        IEnumerable<string> sums = new[] { run.FamilyKilometres, run.Workers.Sum(worker => worker.Server.MarkedWork), basis.Cost.Total, SetUpCost.Of(basis.Arrangement, Arrangement.Of(basis.Scenario, basis.Structure with { DeliveryModel = null, Delivery = [] }, 0)) }
            .Select(sum => sum.ToString("R", CultureInfo.InvariantCulture));
        return string.Join('\n', cases.Concat(sums));
    }
}
