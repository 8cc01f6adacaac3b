using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Referrals that walk in to a hub.</summary>
public sealed class WalkInTests
{
    private const double YearDays = 365.25;

    private static readonly DeliveryModel Hub = new()
    {
        Id = "hub",
        Hub = new HubRules { WalkIn = 0.5, WalkInHalvesAtKilometres = 5, ContactsAtHub = default },
    };

    [Fact]
    public void They_come_in_proportion_and_halve_with_the_distance()
    {
        // Two areas 10 km apart, the hub in the first: 0.5 and 0.5 × ½² for each that comes otherwise.
        StructureRun run = Scenario().Run("merged", 40);
        int[] others = CountByArea(run, walkIns: false);
        int[] walkIns = CountByArea(run, walkIns: true);
        Assert.InRange(walkIns[0] / (double)others[0], 0.48, 0.52);
        Assert.InRange(walkIns[1] / (double)others[1], 0.12, 0.13);
    }

    [Fact]
    public void The_other_referrals_do_not_move()
    {
        Assert.Equal(Referrals(Scenario().Run("merged", 2), walkIns: false), Referrals((Scenario() with { DeliveryModels = [] }).Run("merged", 2), walkIns: false));
    }

    [Fact]
    public void They_come_from_the_opening_of_the_hub_until_it_closes()
    {
        List<double> always = Referrals(Scenario().Run("merged", 2), walkIns: true);
        Scenario scenario = Scenario() with { Structures = [.. Scenario().Structures.Select(structure => structure with { DeliveryModel = null })] };
        StructureBasis basis = new(scenario, scenario.Structure("merged"), FreedMoney.Released, 2);
        StructureRun run = new(basis, 1, 0);
        var sites = (LocalitySite[])run.Sites;
        LocalitySite without = sites[0];
        Arrangement opened = Arrangement.Of(Scenario(), Scenario().Structure("merged"), 0);
        run.Simulator.Run(100);
        sites[0] = LocalityBuilder.Sites(basis, opened, run.Simulator)[0];
        run.Simulator.Run(300);
        sites[0] = without;
        run.Simulator.Run(2 * YearDays);
        List<double> expected = always.FindAll(time => time is >= 100 and < 300);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Referrals(run, walkIns: true));
    }

    [Fact]
    public void Nobody_walks_in_to_a_specialist_service()
    {
        Scenario scenario = Scenario().With(service => service with { Tier = Tier.Specialist });
        Assert.Empty(Referrals(scenario.Run("merged", 2), walkIns: true));
    }

    private static Scenario Scenario()
    {
        Scenario plain = PlainScenario.Of(2, kilometresApart: 10);
        return (plain with
        {
            Place = plain.Place with { Areas = [.. plain.Place.Areas.Select(area => area with { SquareKilometres = 1e-300 })] },
            Travel = new Travel { Speed = null, DetourFactor = 1 },
        }).With(
            service => service with { Tier = Tier.Targeted, Fte = new Fte(40), PointsPerFte = new Points(1000) },
            pathway => pathway with { ReferralsPerYear = 2000, Casework = pathway.Casework with { Duration = new ExponentialDistribution(5) } }).Under(Hub);
    }

    private static bool IsWalkIn(Case item) => item.Identity.Lineage is >= CaseIdentity.FirstWalkIn and < CaseIdentity.FirstOpenCase;

    private static List<double> Referrals(StructureRun run, bool walkIns) =>
        [.. run.Cases.Where(item => IsWalkIn(item) == walkIns && item.Outcome != CaseOutcome.Joined).Select(item => item.ReferredAt!.Value)];

    private static int[] CountByArea(StructureRun run, bool walkIns) =>
        [.. Enumerable.Range(0, 2).Select(area => run.Cases.Count(item => item.HomeArea == area && IsWalkIn(item) == walkIns))];
}
