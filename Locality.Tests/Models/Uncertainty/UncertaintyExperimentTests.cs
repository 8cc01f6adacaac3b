using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The sources of uncertainty are told apart where it is known beforehand what they do.</summary>
public sealed class UncertaintyExperimentTests
{
    private static readonly RunPlan Plan = new() { Years = 1.5, WarmUpYears = 0.5, Replications = 1, Seed = 2 };

    /// <summary>Two towns with a worker's load each: merged they pool, and drive.</summary>
    private static readonly Scenario Trade = (PlainScenario.Of(2, kilometresApart: 30) with { Travel = new Travel { Speed = new KilometresPerHour(30), VisitsPerTrip = 1, AllocationTolerance = default } }).With(
        service => service with { Fte = new Fte(8), PointsPerFte = new Points(8), PaidHours = new HoursPerWeek(10) },
        pathway => pathway with
        {
            ReferralsPerYear = 200,
            Casework = pathway.Casework with { Duration = new ExponentialDistribution(100), ContactsPerWeek = 0.5, ContactHours = new Hours(2) },
        });

    private static readonly UncertaintyQuestion Road = new() { Measure = Measure.TravelShare, Futures = 20, IndifferenceZone = 0.5 };

    [Fact]
    public void Without_uncertain_figures_and_drift_chance_is_all_there_is()
    {
        UncertaintyAnalysis analysis = Of(Trade, Road);
        UncertainDifference difference = Assert.Single(analysis.Differences);
        Assert.Null(difference.FromFigures);
        Assert.Null(difference.FromDrift);
        Assert.Null(difference.AsTheyStand);
        Assert.Equal(1, difference.FromChance);
        Assert.Empty(analysis.Figures);
        StructureComparison comparison = Experiment.Compare(Trade, plan: Plan with { Replications = 20 }, threads: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(comparison.Difference("merged").Of(Measure.TravelShare), difference.Difference);
    }

    [Fact]
    public void The_speed_of_travel_makes_the_difference_on_the_road()
    {
        Scenario uncertain = Trade with { Uncertain = [new UncertainFigure { Figure = "travel.speed", From = 15, To = 120 }, new UncertainFigure { Figure = "casework.duration", From = 0.99, To = 1.01 }] };
        UncertaintyAnalysis analysis = Of(uncertain, Road);
        UncertainDifference difference = Assert.Single(analysis.Differences);
        Assert.True(difference.FromFigures!.Value.Lower > 0, difference.FromFigures.ToString());
        Assert.Equal(1 - difference.FromFigures.Value.Mean, difference.FromChance, 12);
        Assert.NotNull(difference.AsTheyStand);
        Assert.True(difference.AsTheyStand.Upper - difference.AsTheyStand.Lower < difference.Difference.Upper - difference.Difference.Lower);

        // Merged teams always drive more: the speed explains by how much, and is not worth knowing for the choice.
        FigureValue speed = analysis.Figures.Single(item => item.Figure.Figure is "travel.speed");
        Assert.True(speed.Information.Explained > 0.8, speed.ToString());
        Assert.Equal(0, speed.Information.Value.Mean, 9);
        Assert.False(analysis.Figures.Single(item => item.Figure.Figure is "casework.duration").Information.Matters);

        Assert.Equal([1, 0], analysis.Structures.Select(item => item.ShareBest));
        Assert.Equal(0, analysis.Structures[0].MeanRegret.Mean);
        WrongMark mark = analysis.Structures[1].Mark ?? new WrongMark("none", "", 0, 0);
        Assert.True(analysis.Structures[1].ShareWrong > 0.7);
        Assert.True(mark.Name is "none" || (mark.Name is "travel.speed" && mark.WhereWrong < mark.Elsewhere), mark.ToString());
    }

    [Fact]
    public void What_is_wrong_only_where_one_drives_slowly_is_marked_by_the_speed()
    {
        Scenario uncertain = Trade with { Uncertain = [new UncertainFigure { Figure = "travel.speed", From = 15, To = 120 }, new UncertainFigure { Figure = "casework.duration", From = 0.99, To = 1.01 }] };
        double middle = Of(uncertain, Road).Structures[1].MeanRegret.Mean;
        WrongMark? mark = Of(uncertain, Road with { IndifferenceZone = middle }).Structures[1].Mark;
        Assert.Equal("travel.speed", mark?.Name);
        Assert.Equal("km/h", mark!.Unit);
        Assert.True(mark.WhereWrong < mark.Elsewhere);
    }

    /// <summary>One structure has three times the posts: how much less its load is follows the level of demand, and hardly anything else.</summary>
    [Fact]
    public void The_drift_of_demand_makes_the_spread_of_a_load_that_follows_it_and_a_known_figure_none()
    {
        Scenario drifting = Trade with
        {
            Demand = Trade.Demand with { Drift = new DriftRules { YearlyChangeSd = 0.8 } },
            Structures = [Trade.Structures[0], Trade.Structures[0] with { Id = "rich", ExtraPosts = [new ExtraPosts { Locality = "A0", Service = "care", Fte = new Fte(8) }, new ExtraPosts { Locality = "A1", Service = "care", Fte = new Fte(8) }] }],
            Uncertain = [new UncertainFigure { Figure = "waiting.patience", From = 0.999, To = 1.001 }],
        };
        drifting = drifting.With(
            service => service with { Fte = new Fte(8), PointsPerFte = new Points(100), PaidHours = new HoursPerWeek(40) },
            pathway => pathway with { ReferralsPerYear = 2000, Waiting = pathway.Waiting with { MeanPatience = new Days(365) } });
        UncertainDifference difference = Assert.Single(Of(drifting, new UncertaintyQuestion { Measure = Measure.Load, Futures = 20, IndifferenceZone = 0 }).Differences);
        Assert.True(difference.FromDrift!.Value.Lower > 0.5, difference.FromDrift.ToString());
        Assert.True(difference.FromFigures!.Value is { Mean: < 0.5, Lower: 0 }, difference.FromFigures.ToString());
        Assert.InRange(difference.FromChance, 0, 0.5);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same()
    {
        Scenario uncertain = Trade with { Uncertain = [new UncertainFigure { Figure = "travel.speed", From = 15, To = 120 }], Demand = Trade.Demand with { Drift = new DriftRules() } };
        UncertaintyAnalysis one = Of(uncertain, Road, threads: 1);
        UncertaintyAnalysis three = Of(uncertain, Road, threads: 3);
        Assert.Equal(one.Differences.AsEnumerable(), three.Differences.AsEnumerable());
        Assert.Equal(one.Structures.AsEnumerable(), three.Structures.AsEnumerable());
        Assert.Equal(one.Figures[0].Information, three.Figures[0].Information);
    }

    [Fact]
    public void A_run_that_is_stopped_keeps_the_futures_that_are_finished()
    {
        using CancellationTokenSource stop = new();
        UncertaintyAnalysis analysis = UncertaintyExperiment.Of(Trade, Road with { Futures = 200 }, Plan, threads: 2, new StopAt(60, stop), stop.Token);
        Assert.True(analysis.IsStopped);
        Assert.InRange(analysis.Plan.Replications, 10, 40);
        Assert.Throws<OperationCanceledException>(() => UncertaintyExperiment.Of(Trade, Road, Plan, threads: 2, progress: null, stop.Token));
    }

    [Fact]
    public void Progress_counts_every_run()
    {
        Scenario uncertain = Trade with { Uncertain = [new UncertainFigure { Figure = "travel.speed", From = 15, To = 120 }], Demand = Trade.Demand with { Drift = new DriftRules() } };
        int last = 0;
        UncertaintyExperiment.Of(uncertain, Road with { Futures = 10 }, Plan, threads: 1, new Follow(done => last = done), TestContext.Current.CancellationToken);
        Assert.Equal(80, last);
        Assert.Equal(80, UncertaintyExperiment.RunsOf(uncertain, Road with { Futures = 10 }));
        Assert.Equal(20, UncertaintyExperiment.RunsOf(Trade, Road with { Futures = 10 }));
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Of(Trade, Road with { Structures = ["merged"] }));
        Assert.Throws<ArgumentException>(() => Of(Trade, Road with { Structures = ["merged", "merged"] }));
        Assert.Throws<ArgumentException>(() => Of(Trade, Road with { Structures = ["merged", "nowhere"] }));
        Assert.Throws<ArgumentException>(() => Of(Trade, Road with { Measure = Measure.Cost }));
        Assert.Throws<ArgumentException>(() => Of(Trade, Road with { Futures = 9 }));
        Assert.Throws<ArgumentException>(() => Of(Trade, Road with { IndifferenceZone = -1 }));
    }

    private static UncertaintyAnalysis Of(Scenario scenario, UncertaintyQuestion question, int threads = 2) =>
        UncertaintyExperiment.Of(scenario, question, Plan, threads, progress: null, TestContext.Current.CancellationToken);

    private sealed class Follow(Action<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen(value);
    }
}
