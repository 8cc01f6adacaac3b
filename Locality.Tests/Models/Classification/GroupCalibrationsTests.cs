using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Groups are judged by exact intervals, all at once: what is right is seldom rejected, what is wrong is found.</summary>
public sealed class GroupCalibrationsTests
{
    private static readonly Purpose Draws = new(3, "draws of a test");

    [Fact]
    public void The_figures_of_each_group_are_those_worked_out_by_hand()
    {
        EventForecasts forecasts = new([0.2, 0.4, 0.6, 0.1, 0.3, 0.5, 0.7], [false, true, true, false, false, true, false]);
        ImmutableArray<GroupCalibration> groups = GroupCalibrations.Of(forecasts, ["b", "b", "b", "a", "a", "a", "a"], 0.45);
        Assert.Equal(["a", "b"], groups.Select(group => group.Group));
        GroupCalibration first = groups[0];
        Assert.Equal((4, 1), (first.Cases, first.Events));
        Assert.Equal(1.6, first.Expected, 1e-12);
        Assert.Equal(ExactBinomial.Share(1, 4), first.Observed);
        Assert.Equal(0.25 / 0.4, first.Ratio!.Value.Mean, 1e-12);
        Assert.Equal(ExactBinomial.Share(1, 4, 0.975).Upper / 0.4, first.JointRatio!.Value.Upper, 1e-9);
        Assert.Equal(ExactBinomial.Share(1, 3), first.FalsePositives);
        Assert.Equal(ExactBinomial.Share(0, 1), first.FalseNegatives);
        Assert.Equal(ExactBinomial.Share(1, 2), groups[1].FalseNegatives);
        Interval gap = ShareDifference.Of(1, 4, 2, 3, 0.975);
        Assert.Equal(gap.Lower - (0.4 - 0.4), first.GapToOthers!.Value.Lower, 1e-12);
        Assert.Equal(ShareDifference.Of(1, 3, 0, 1, 0.975), first.FalsePositivesToOthers);
        Assert.Equal(ShareDifference.Of(0, 1, 1, 2, 0.975), first.FalseNegativesToOthers);
    }

    [Fact]
    public void A_single_group_has_no_others_and_a_group_without_events_has_no_false_negatives()
    {
        GroupCalibration alone = GroupCalibrations.Of(new EventForecasts([0.2, 0.3], [false, false]), ["all", "all"], 0.5)[0];
        Assert.Null(alone.GapToOthers);
        Assert.Null(alone.FalseNegatives);
        Assert.Null(alone.FalseNegativesToOthers);
        Assert.Equal(CalibrationVerdict.NoClearDifference, alone.Verdict);
    }

    [Fact]
    public void Right_chances_are_rejected_in_any_group_no_more_often_than_the_level_says()
    {
        const int Sets = 600;
        int rejected = 0;
        int apart = 0;
        for (int set = 0; set < Sets; set++)
        {
            ImmutableArray<GroupCalibration> groups = Judge(500 + set, 600, 1);
            rejected += groups.Any(group => group.Verdict != CalibrationVerdict.NoClearDifference) ? 1 : 0;
            apart += groups.Any(group => !group.GapToOthers!.Value.Contains(0)) ? 1 : 0;
        }

        Assert.True(ExactBinomial.Share(rejected, Sets, 0.998).Lower <= 0.05, $"{rejected} of {Sets}");
        Assert.True(ExactBinomial.Share(apart, Sets, 0.998).Lower <= 0.05, $"{apart} of {Sets}");
    }

    [Fact]
    public void A_group_whose_chances_are_too_low_is_found_and_no_other()
    {
        ImmutableArray<GroupCalibration> groups = Judge(1, 6000, 1.6);
        Assert.Equal(CalibrationVerdict.MoreThanForecast, groups[0].Verdict);
        Assert.True(groups[0].GapToOthers!.Value.Lower > 0);
        Assert.All(groups.Skip(1), group => Assert.Equal(CalibrationVerdict.NoClearDifference, group.Verdict));
        Assert.Equal(CalibrationVerdict.FewerThanForecast, Judge(1, 6000, 0.5)[0].Verdict);
    }

    [Fact]
    public void What_cannot_be_judged_is_refused()
    {
        EventForecasts forecasts = new([0.2, 0.3], [false, true]);
        Assert.Contains("groups[1]: found ' '; expected a name that is not blank", Assert.Throws<ArgumentException>(() => GroupCalibrations.Of(forecasts, ["a", " "], 0.5)).Message, StringComparison.Ordinal);
        Assert.Contains("groups: found 1; expected 2", Assert.Throws<ArgumentException>(() => GroupCalibrations.Of(forecasts, ["a"], 0.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupCalibrations.Of(forecasts, ["a", "a"], 1));
    }

    /// <summary>Judges five groups of chances from 0.02 to 0.5, of which in the first events come that many times as often.</summary>
    private static ImmutableArray<GroupCalibration> Judge(int seed, int rows, double factor)
    {
        RandomStream random = new RandomStreams((ulong)seed, 0).Stream(Draws);
        List<double> chances = [];
        List<bool> outcomes = [];
        List<string> groups = [];
        for (int row = 0; row < rows; row++)
        {
            double chance = 0.02 + (0.48 * random.NextUniform());
            int group = 1 + random.NextIndex(5);
            chances.Add(chance);
            outcomes.Add(random.NextUniform() < chance * (group == 1 ? factor : 1));
            groups.Add($"{group}");
        }

        return GroupCalibrations.Of(new EventForecasts(chances, outcomes), groups, 0.25);
    }
}
