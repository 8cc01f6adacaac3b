using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Parts are called better or worse off only as far as all of a dimension can be judged at once.</summary>
public sealed class GainsAndLossesTests
{
    private static readonly StructureDifference Template = Experiment.Compare(
        PlainScenario.Of(3) with { Structures = [PlainScenario.Groups("separate", [0, 1], [2]), PlainScenario.Groups("merged", [0, 1, 2])] },
        plan: new RunPlan { Years = 0.5, WarmUpYears = 0.1, Replications = 2, Seed = 1 },
        threads: 1).Differences[0];

    [Fact]
    public void The_parts_of_a_dimension_share_five_per_cent()
    {
        // Two-sided p of 0.01, 0.04 and 0.03: by Holm 0.03, 0.06 and 0.06, though each alone is below 5 %.
        GainsAndLosses parts = Of(
            Part(BreakdownDimension.Pathway, "a", -2, better: 0.995),
            Part(BreakdownDimension.Pathway, "b", -1, better: 0.98),
            Part(BreakdownDimension.Pathway, "c", 1, better: 0.015));
        Assert.Equal(["a"], parts.Gains.Select(part => part.Level));
        Assert.Empty(parts.Losses);
        Assert.Equal(["b", "c"], parts.NoClearDifference.Select(part => part.Level));
        double[] adjusted = [0.03, 0.06, 0.06];
        Assert.All(adjusted.Zip(parts.Parts), pair => Assert.Equal(pair.First, pair.Second.AdjustedPValue!.Value, 12));
        Assert.Equal(-2, parts.Gains[0].Difference.Mean);
    }

    [Fact]
    public void Another_dimension_is_another_question()
    {
        GainsAndLosses parts = Of(
            Part(BreakdownDimension.Pathway, "a", -2, better: 0.98),
            Part(BreakdownDimension.AgeBand, "0 to 4", 1, better: 0.02),
            Part(BreakdownDimension.DeprivationFifth, "1", 3, better: 0.02),
            Part(BreakdownDimension.Service, "care", -1, better: 0.98),
            Part(BreakdownDimension.Month, "2025-04-01", -5, better: 1),
            Part(BreakdownDimension.Tier, "specialist", -5, better: 1));
        Assert.Equal(
            [BreakdownDimension.Pathway, BreakdownDimension.Service, BreakdownDimension.DeprivationFifth, BreakdownDimension.AgeBand],
            parts.Parts.Select(part => part.Dimension));
        Assert.Equal(["a", "care"], parts.Gains.Select(part => part.Level));
        Assert.Equal(["1", "0 to 4"], parts.Losses.Select(part => part.Level));
    }

    [Fact]
    public void The_largest_gain_and_the_largest_loss_come_first()
    {
        GainsAndLosses parts = Of(
            Part(BreakdownDimension.Pathway, "a", -1, better: 1),
            Part(BreakdownDimension.Pathway, "b", -2, better: 1),
            Part(BreakdownDimension.Pathway, "c", 1, better: 0),
            Part(BreakdownDimension.Pathway, "d", 2, better: 0));
        Assert.Equal(["b", "a"], parts.Gains.Select(part => part.Level));
        Assert.Equal(["d", "c"], parts.Losses.Select(part => part.Level));
    }

    [Fact]
    public void The_p_value_is_that_of_the_paired_t_test()
    {
        // Differences 1 to 5: t = 3/√(2.5/5) with 4 degrees of freedom; P(|T| > t) = 1 − sin θ (1 + cos² θ/2), θ = arctan(t/2) (Abramowitz and Stegun 26.7.4).
        MeasureDifference wait = Summary.Difference(Measure.WaitToAllocation, [1, 2, 3, 4, 5]);
        double expected = 1 - (Math.Sqrt(18.0 / 22) * (1 + (0.5 * 4 / 22)));
        PartChange part = Assert.Single(Of(new BreakdownDifference { Dimension = BreakdownDimension.Pathway, Level = "a", Measures = [wait] }).Losses);
        Assert.Equal(expected, part.AdjustedPValue!.Value, 12);
        Assert.Equal(wait, part.Difference);
    }

    [Fact]
    public void A_shorter_wait_that_loses_more_families_is_no_gain()
    {
        GainsAndLosses parts = Of(
            Part(BreakdownDimension.Pathway, "a", -2, better: 1, new MeasureDifference(Measure.Lost, 2, 1, 3, 0, 0)),
            Part(BreakdownDimension.Pathway, "b", -2, better: 1, new MeasureDifference(Measure.AssessedInTime, -2, -3, -1, 0, 0)),
            Part(BreakdownDimension.Pathway, "c", 2, better: 0, new MeasureDifference(Measure.Lost, 2, 1, 3, 0, 0)));
        Assert.Empty(parts.Gains);
        Assert.Equal([WaitVerdict.ShorterButLosesMore, WaitVerdict.ShorterButAssessesLater], parts.Doubtful.Select(part => part.Verdict));
        Assert.Equal(["c"], parts.Losses.Select(part => part.Level));
    }

    [Fact]
    public void What_cannot_be_tested_is_no_clear_difference_and_counts_for_nothing()
    {
        GainsAndLosses parts = Of(
            Part(BreakdownDimension.Pathway, "one future", -2, better: null),
            Part(BreakdownDimension.Pathway, "a", -2, better: 0.98));
        Assert.Equal(["one future"], parts.NoClearDifference.Select(part => part.Level));
        Assert.Null(parts.NoClearDifference[0].AdjustedPValue);
        Assert.Equal(0.04, Assert.Single(parts.Gains).AdjustedPValue!.Value, 12);

        MeasureDifference same = Summary.Difference(Measure.WaitToAllocation, [1e-9, 1e-9]);
        Assert.Equal(1, Assert.Single(Of(new BreakdownDifference { Dimension = BreakdownDimension.Pathway, Level = "a", Measures = [same] }).NoClearDifference).AdjustedPValue);
        Assert.Empty(Of().Parts);
    }

    [Fact]
    public void A_locality_is_the_mean_of_its_areas_by_the_children_accepted_in_each_future()
    {
        // Of the first locality, with 1 and 3 children, then 2 and 2, then only the second area: (1 × 4 + 3 × 8)/4, (2 × 2 + 2 × 6)/4, 5.
        StructureDifference difference = Template with
        {
            Baseline = Template.Baseline with
            {
                Breakdowns = [Area("A0", [1, 2, null], [1, 2, 9]), Area("A1", [0, 0, 0], [3, 2, 1]), Area("A2", [5, 5, 5], [1, 1, 1])],
            },
            Structure = Template.Structure with
            {
                Breakdowns = [Area("A0", [5, 4, 2], [7, 7, 7]), Area("A1", [8, 6, 5], [7, 7, 7]), Area("A2", [4, 4, 4], [7, 7, 7])],
            },
        };
        ImmutableArray<PartChange> localities = GainsAndLosses.OfLocalities(difference, BreakdownDimension.Pathway);
        Assert.Equal(["A0+A1", "A2"], localities.Select(part => part.Level));
        Assert.All(localities, part => Assert.Equal(BreakdownDimension.Locality, part.Dimension));
        Assert.Equal(Summary.Difference(Measure.WaitToAllocation, [7, 4, 5]), localities[0].Difference);
        Assert.Equal((-1, -1, -1), (localities[1].Difference.Mean, localities[1].Difference.Lower, localities[1].Difference.Upper));
        Assert.Equal([WaitVerdict.Longer, WaitVerdict.Shorter], localities.Select(part => part.Verdict));
    }

    [Fact]
    public void A_locality_without_all_of_its_areas_is_left_out()
    {
        StructureDifference difference = Template with
        {
            Baseline = Template.Baseline with { Breakdowns = [Area("A0", [1], [1]), Area("A2", [1], [1])] },
            Structure = Template.Structure with { Breakdowns = [Area("A0", [2], [1]), Area("A1", [2], [1]), Area("A2", [2], [1])] },
        };
        Assert.Equal(["A2"], GainsAndLosses.OfLocalities(difference, BreakdownDimension.Pathway).Select(part => part.Level));
    }

    [Fact]
    public void A_comparison_sorts_its_parts()
    {
        GainsAndLosses parts = GainsAndLosses.Of(Template);
        Assert.Contains(parts.Parts, part => part is { Dimension: BreakdownDimension.Pathway, Level: "need" });
        Assert.Equal(parts.Parts.Length, parts.Gains.Length + parts.Losses.Length + parts.Doubtful.Length + parts.NoClearDifference.Length);
        Assert.Equal(Enum.TryParse("Area", out BreakdownDimension _), parts.HasLocalities);
    }

    private static GainsAndLosses Of(params BreakdownDifference[] parts) => GainsAndLosses.Of(Template with
    {
        Baseline = Template.Baseline with { Breakdowns = [] },
        Structure = Template.Structure with { Breakdowns = [] },
        Breakdowns = [.. parts],
    });

    private static BreakdownDifference Part(BreakdownDimension dimension, string level, double days, double? better, params MeasureDifference[] others)
    {
        MeasureDifference Of(Measure measure) => measure == Measure.WaitToAllocation
            ? new MeasureDifference(measure, days, days - 0.5, days + 0.5, better, 1)
            : Array.Find(others, other => other.Measure == measure) ?? new MeasureDifference(measure, 0, -1, 1, 0.5, 0.5);
        return new BreakdownDifference { Dimension = dimension, Level = level, Measures = [.. Measure.OfLevels(dimension).Select(Of)] };
    }

    /// <summary>A part with given waits and children accepted, and nothing else, over three futures.</summary>
    private static Breakdown Area(string name, double?[] waits, double?[] accepted) => new()
    {
        Dimension = BreakdownDimension.Pathway,
        Level = name,
        Measures = [],
        Futures = [.. Measure.OfLevels(BreakdownDimension.Pathway).Select(measure =>
            measure == Measure.WaitToAllocation ? [.. waits] : measure == Measure.ChildrenAccepted ? [.. accepted] : Enumerable.Repeat((double?)null, waits.Length).ToImmutableArray())],
    };
}
