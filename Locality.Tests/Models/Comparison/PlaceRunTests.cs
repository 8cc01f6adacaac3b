using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Every place's question runs, small: all structures, two futures.</summary>
public sealed class PlaceRunTests
{
    private const double ThousandPounds = 1000;

    public static TheoryData<string> Places => [.. Directory.GetDirectories(Repository.Scenarios).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_structure_of_a_place_runs_through_the_same_futures(string place)
    {
        Scenario scenario = Scenario.Load(Repository.Scenario(place));
        RunPlan plan = scenario.Plan with { Replications = 2, Years = 0.6, WarmUpYears = 0.1 };
        StructureComparison comparison = Experiment.Compare(scenario, null, plan, 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(scenario.Structures.Select(structure => structure.Id), comparison.Structures.Select(result => result.Structure.Id));
        Assert.All(comparison.Structures, result => Assert.InRange(result.Of(Measure.WaitToAllocation).Mean!.Value, 0, Measure.HorizonDays));
        Assert.All(comparison.Structures, result => Assert.InRange(result.Of(Measure.Load).Mean!.Value, 20, 200));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_structure_starts_at_the_cost_of_the_first(string place)
    {
        Scenario scenario = Scenario.Load(Repository.Scenario(place));
        double first = Budget.Cost(scenario, scenario.Structures[0], 0).Total;
        foreach (Structure structure in scenario.Structures)
        {
            double bought = Budget.BoughtFte(scenario, structure, FreedMoney.BuysPosts);
            Assert.InRange(Budget.Cost(scenario, structure, bought).Total, first - ThousandPounds, first + ThousandPounds);
        }
    }
}
