using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The parts of a structure make the whole, and the same parts of the same structure differ by nothing.</summary>
public sealed class BreakdownTests
{
    private static readonly Scenario Derby = WithAges(Scenario.Load(Repository.Derby));

    private static readonly RunPlan Plan = new() { Years = 1, WarmUpYears = 0.25, Replications = 2, Seed = 4 };

    [Fact]
    public void Levels_add_up_to_the_whole_in_every_dimension()
    {
        StructureResult result = Compare(Derby, "three-merged").Structures[0];
        foreach (Measure measure in new[] { Measure.ChildrenReferred, Measure.ChildrenAccepted, Measure.ChildrenWaiting })
        {
            for (int future = 0; future < Plan.Replications; future++)
            {
                double[] sums = [.. Enum.GetValues<BreakdownDimension>().Select(dimension =>
                {
                    double[] values = [.. result.Breakdowns.Where(item => item.Dimension == dimension).Select(item => item.FuturesOf(measure)[future]!.Value)];

                    // Months follow one another; the others stand side by side.
                    return dimension == BreakdownDimension.Month && measure == Measure.ChildrenWaiting ? values.Average() : values.Sum();
                })];
                Assert.True(sums[0] > 0, $"{measure}");
                Assert.All(sums, sum => Assert.Equal(sums[0], sum, 6));
            }
        }

        double[] posts = [.. new[] { BreakdownDimension.Locality, BreakdownDimension.Service, BreakdownDimension.Tier }.Select(dimension =>
            result.Breakdowns.Where(item => item.Dimension == dimension).Sum(item => item.Of(Measure.Posts)!.Mean!.Value))];
        Assert.All(posts, sum => Assert.Equal(posts[0], sum, 6));
        Breakdown[] localities = [.. result.Breakdowns.Where(item => item.Dimension == BreakdownDimension.Locality)];
        Assert.Equal(100, localities.Sum(item => item.Of(Measure.NeedShare)!.Mean!.Value), 6);
        Assert.Equal(100, localities.Sum(item => item.Of(Measure.CapacityShare)!.Mean!.Value), 6);
        foreach (Locality locality in result.Structure.Localities)
        {
            Breakdown[] areas = [.. locality.Areas.Select(area => result.Of(BreakdownDimension.Area, area))];
            Breakdown whole = result.Of(BreakdownDimension.Locality, locality.Id);
            foreach (Measure measure in new[] { Measure.ChildrenReferred, Measure.ChildrenWaiting, Measure.NeedShare, Measure.CapacityShare })
            {
                Assert.Equal(whole.Of(measure)!.Mean!.Value, areas.Sum(area => area.Of(measure)!.Mean!.Value), 6);
            }
        }

        Assert.Equal(result.Cost.Total / 1000, localities.Sum(item => item.Of(Measure.IndicativeBudget)!.Mean!.Value), 6);
        Assert.Equal(result.Cost.Total / 1000, localities.Sum(item => item.Of(Measure.ActualCost)!.Mean!.Value), 6);
    }

    [Fact]
    public void A_structure_against_itself_differs_by_exactly_zero_in_every_part()
    {
        Scenario twice = Derby with { Structures = [Derby.Structures[0], Derby.Structures[0] with { Id = "again" }] };
        StructureDifference difference = Compare(twice, "five-areas", "again").Differences[0];
        Assert.Equal(
            Enum.GetValues<BreakdownDimension>().Except([BreakdownDimension.Locality]),
            difference.Breakdowns.Select(item => item.Dimension).Distinct());
        Assert.All(difference.Breakdowns.SelectMany(item => item.Measures).Where(item => item.Mean is not null), item => Assert.Equal((0, 0, 0), (item.Mean, item.Lower, item.Upper)));
        Assert.Equal(0, difference.Breakdowns.First(item => item.Dimension == BreakdownDimension.DeprivationFifth).Of(Measure.WaitToAllocation)!.Mean);
    }

    [Fact]
    public void A_change_over_costs_the_difference_of_the_lists_and_ends_when_they_meet_for_three_months()
    {
        // Lists of 10 against 10; from the fourth month 40, 30, 10, 30, then 11 to the end: back within a tenth and a child from the eighth.
        StructureComparison comparison = Changing([10, 10, 10, 40, 30, 10, 30, 11, 11, 11, 11, 11], month: 3);
        Transition transition = Assert.Single(Transition.Of(comparison));
        Assert.Equal((30 + 20 + 0 + 20 + 5) * Days / 12, transition.ExtraChildDays, 6);
        Assert.Equal((7 * Days / 12 - On(3)) / 7, transition.WeeksToRecover!.Value, 6);
        Assert.Equal(1, transition.ShareRecovered);
        Assert.Equal("again", transition.Steady.Structure.Id);
    }

    [Fact]
    public void A_list_that_stays_longer_is_not_back_within_the_run()
    {
        Transition transition = Assert.Single(Transition.Of(Changing([10, 10, 10, 40, 40, 40, 40, 40, 40, 40, 11, 11], month: 3)));
        Assert.Null(transition.WeeksToRecover);
        Assert.Equal(0, transition.ShareRecovered);
    }

    private const double Days = 365.25;

    private static double On(int month) => Math.Floor(month * Days / 12);

    /// <summary>Makes a comparison of a structure that changes in a month and the one that it becomes, whose list always holds 10.</summary>
    private static StructureComparison Changing(double[] lists, int month)
    {
        Structure planned = Derby.Structures[0] with
        {
            Steps = [new PlanStep { On = Derby.Start.AddDays((int)On(month)), Redraw = new Redraw { To = "again" } }],
        };
        Scenario twice = Derby with { Structures = [Derby.Structures[0], Derby.Structures[0] with { Id = "again" }] };
        StructureComparison comparison = Experiment.Compare(
            twice, null, new RunPlan { Years = 0.1, WarmUpYears = 0, Replications = 2 }, 1, cancellation: TestContext.Current.CancellationToken);
        return comparison with
        {
            Plan = comparison.Plan with { Years = 1 },
            Structures =
            [
                With(comparison.Structures[0] with { Structure = planned }, lists),
                With(comparison.Structures[1], [.. lists.Select(_ => 10.0)]),
            ],
        };
    }

    private static StructureResult With(StructureResult result, double[] lists)
    {
        Breakdown month = result.Breakdowns.First(item => item.Dimension == BreakdownDimension.Month);
        int waiting = Measure.OfLevels(BreakdownDimension.Month).IndexOf(Measure.ChildrenWaiting);
        return result with { Breakdowns = [.. lists.Select(list => month with { Futures = month.Futures.SetItem(waiting, [list, list]) })] };
    }

    private static StructureComparison Compare(Scenario scenario, params string[] ids) =>
        Experiment.Compare(scenario, ids, Plan, 2, cancellation: TestContext.Current.CancellationToken);

    private static Scenario WithAges(Scenario scenario) => scenario with
    {
        Pathways = [.. scenario.Pathways.Select(pathway => pathway with
        {
            Siblings = new Siblings(),
            Ages = [new AgeBand { From = 0, To = 9, Share = new Share(0.5) }, new AgeBand { From = 10, To = 17, Share = new Share(0.5) }],
        })],
    };
}
