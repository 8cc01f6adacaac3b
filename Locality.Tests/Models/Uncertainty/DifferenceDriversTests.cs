using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The figures that a difference goes with are found in futures that have been simulated already.</summary>
public sealed class DifferenceDriversTests
{
    private static readonly RunPlan Plan = new() { Years = 1.5, WarmUpYears = 0.5, Replications = 20, Seed = 2 };

    /// <summary>Two towns 30 km apart: merged they share cases by load, and drive.</summary>
    private static readonly Scenario Trade = (PlainScenario.Of(2, kilometresApart: 30) with
    {
        Travel = new Travel { Speed = new KilometresPerHour(30), VisitsPerTrip = 1, AllocationTolerance = default },
        Uncertain = [new UncertainFigure { Figure = "casework.duration", From = 0.99, To = 1.01 }, new UncertainFigure { Figure = "travel.speed", From = 15, To = 120 }],
    }).With(
        service => service with { Fte = new Fte(8), PointsPerFte = new Points(8), PaidHours = new HoursPerWeek(10) },
        pathway => pathway with
        {
            ReferralsPerYear = 200,
            Casework = pathway.Casework with { Duration = new Simulation.ExponentialDistribution(100), ContactsPerWeek = 0.5, ContactHours = new Hours(2) },
        });

    private static readonly StructureComparison Comparison = Experiment.Compare(Trade, plan: Plan, threads: 2);

    [Fact]
    public void The_speed_of_travel_goes_with_the_difference_on_the_road_and_comes_first()
    {
        DifferenceDrivers drivers = DifferenceDrivers.Of(Comparison, "merged", Measure.TravelShare);
        Assert.Equal((20, "merged", "separate"), (drivers.Futures, drivers.Structure.Id, drivers.Baseline.Id));
        Assert.Equal(["travel.speed", "casework.duration"], drivers.Figures.Select(item => item.Figure.Figure));
        FigureAssociation speed = drivers.Figures[0];
        Assert.Equal(("Speed door to door", "km/h"), (speed.Label, speed.Unit));

        // Merged teams drive more, and the less so the faster they drive.
        Assert.True(speed.IsClear && speed.Correlation.Upper < -0.5, speed.ToString());
        Assert.False(drivers.Figures[1].IsClear, drivers.Figures[1].ToString());
    }

    [Fact]
    public void A_difference_that_rises_with_a_figure_future_by_future_has_a_correlation_of_one()
    {
        double[] speeds = [.. Enumerable.Range(0, 20).Select(future => FigureDraws.Values(Trade, Plan.Seed, future)[1])];
        FigureAssociation speed = DifferenceDrivers.Of(With([.. speeds.Select(value => (double?)(value * value))]), "merged").Figures[0];
        Assert.Equal(("travel.speed", 1.0), (speed.Figure.Figure, speed.Correlation.Mean));
        Assert.Equal(0, speed.AdjustedPValue);
    }

    [Fact]
    public void Fewer_than_twenty_futures_tell_nothing()
    {
        double?[] values = [.. Enumerable.Range(0, 20).Select(future => (double?)future)];
        Assert.Equal(2, DifferenceDrivers.Of(With([.. values]), "merged").Figures.Length);
        values[7] = null;
        DifferenceDrivers drivers = DifferenceDrivers.Of(With([.. values]), "merged");
        Assert.Equal(19, drivers.Futures);
        Assert.Empty(drivers.Figures);
    }

    [Fact]
    public void Without_uncertain_figures_and_where_all_futures_differ_by_the_same_there_is_nothing_to_say()
    {
        Assert.Empty(DifferenceDrivers.Of(Comparison with { Scenario = Trade with { Uncertain = [] } }, "merged").Figures);
        Assert.Empty(DifferenceDrivers.Of(With([.. Enumerable.Repeat((double?)3, 20)]), "merged").Figures);
    }

    [Fact]
    public void What_is_not_compared_is_refused()
    {
        Assert.Contains("separate", Assert.Throws<ArgumentException>(() => DifferenceDrivers.Of(Comparison, "separate")).Message, StringComparison.Ordinal);
        Assert.Contains("childrenAccepted", Assert.Throws<ArgumentException>(() => DifferenceDrivers.Of(Comparison, "merged", Measure.ChildrenAccepted)).Message, StringComparison.Ordinal);
    }

    /// <summary>The comparison as if the mean wait differed by given days.</summary>
    private static StructureComparison With(ImmutableArray<double?> differences)
    {
        int wait = Measure.All.IndexOf(Measure.WaitToAllocation);
        StructureDifference difference = Comparison.Differences[0];
        return Comparison with
        {
            Differences =
            [
                difference with
                {
                    Structure = difference.Structure with { Futures = difference.Structure.Futures.SetItem(wait, differences) },
                    Baseline = difference.Baseline with { Futures = difference.Baseline.Futures.SetItem(wait, [.. Enumerable.Repeat((double?)0, 20)]) },
                },
            ],
        };
    }
}
