using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The forecasts of England's authorities are as good as the manual says, on years that no setting was chosen on; and nothing leaks.</summary>
public sealed class NeedBacktestTests(NeedBacktestTests.Published published) : IClassFixture<NeedBacktestTests.Published>
{
    private static readonly int[] Test = [2022, 2023, 2024, 2025];

    [Theory]
    [InlineData("inNeed", 42.27)]
    [InlineData("inNeedStarts", 76.99)]
    [InlineData("section47", 39.98)]
    [InlineData("protectionPlans", 11.15)]
    public void Four_targets_beat_last_year_by_more_than_chance(string target, double persistence)
    {
        NeedTargetBacktest result = published.Of(target);
        Assert.Equal(persistence, result.Skill.PersistenceRmse, 0.005);
        Assert.True(result.Skill.Skill > 0.05);
        Assert.True(result.Skill.PValue < 0.05, $"p = {result.Skill.PValue}");
    }

    [Fact]
    public void Referrals_are_no_worse_than_last_year_beyond_chance()
    {
        ForecastSkill skill = published.Of("referrals").Skill;
        Assert.Equal(100.14, skill.PersistenceRmse, 0.005);
        Assert.True(skill.Gain.Contains(0) && skill.Rmse < 100.5);
    }

    [Fact]
    public void Intervals_hold_what_came_within_five_points_and_in_every_tenth_of_deprivation()
    {
        foreach (NeedTargetBacktest target in published.Backtest.Targets)
        {
            (NeedCoverage likely, NeedCoverage wide) = target.Coverage;
            Assert.InRange(likely.Share.Mean, 0.75, 0.85);
            Assert.InRange(wide.Share.Mean, 0.90, 1.00);
            Assert.Equal(10, target.Deciles.Length);
            Assert.DoesNotContain(target.Deciles, decile => decile.IsRejected);
            Assert.All(target.Deciles, decile => Assert.InRange(decile.Calibration!.Value.Mean, 0.9, 1.1));
        }
    }

    [Fact]
    public void Small_authorities_have_the_wider_intervals_for_what_they_are()
    {
        // Few children on plans: chance alone moves a small authority's rate more, and intervals say so. In need is counted in thousands: there chance is little.
        NeedData data = Kept();
        NeedPoint[] bySize = [.. published.Of("protectionPlans").Points.OrderBy(point => data.Children(point.Point.Unit, point.Point.Period - 1) * point.Point.Forecast)];
        int fifth = bySize.Length / 5;
        double small = bySize[..fifth].Average(Width);
        double large = bySize[^fifth..].Average(Width);
        Assert.True(small > 1.1 * large, $"{small} and {large}");

        static double Width(NeedPoint point) => PortableMath.Log(point.Likely.Upper / point.Likely.Lower);
    }

    [Fact]
    public void Nothing_after_the_origin_and_no_test_year_in_the_choice_is_looked_at()
    {
        // Deprivation stays: the tenths that results are told by go by its last figure, and no forecast does. The last two years turned into nonsense: forecasts of 2022 and 2023, settings and intervals are the same to the last bit.
        NeedData data = Kept().Of(NeedTarget.ProtectionPlans);
        NeedData spoilt = data.With((series, unit, year, value) => year > 2023 && !IsDeprivation(series) ? (value * (1 + (unit % 3))) + 7 : value);
        NeedTargetBacktest plain = NeedBacktest.Run(data, [2022, 2023], cancellation: TestContext.Current.CancellationToken).Targets[0];
        NeedTargetBacktest other = NeedBacktest.Run(spoilt, [2022, 2023], cancellation: TestContext.Current.CancellationToken).Targets[0];
        Assert.Equal(plain.Points, other.Points);
        Assert.Equal(plain.Methods.Select(method => (method.Penalty, method.IsPart)), other.Methods.Select(method => (method.Penalty, method.IsPart)));

        // And of 2023 turned: those of 2022 are the same, what is called to have come in 2023 is not.
        NeedData late = data.With((series, unit, year, value) => year > 2022 && !IsDeprivation(series) ? value * 2 : value);
        NeedTargetBacktest third = NeedBacktest.Run(late, [2022, 2023], cancellation: TestContext.Current.CancellationToken).Targets[0];
        Assert.Equal(plain.Points.Where(point => point.Point.Period == 2022), third.Points.Where(point => point.Point.Period == 2022));
        Assert.NotEqual(plain.Points, third.Points);
    }

    [Fact]
    public void With_the_target_shifted_among_authorities_the_skill_vanishes()
    {
        // Every year's changes go to other authorities: each has the changes of somebody else, another one every year, so nothing known foretells them.
        NeedData data = Kept();
        string series = NeedTarget.ProtectionPlans.Series;
        int[] whole = [.. Enumerable.Range(0, data.Authorities.Length).Where(unit => Enumerable.Range(2016, 10).All(year => data.Panel.Value(series, unit, year) > 0))];
        Dictionary<(int Unit, int Year), double> shifted = [];
        foreach ((int place, int unit) in whole.Index())
        {
            double level = data.Panel.Value(series, unit, 2016)!.Value;
            shifted[(unit, 2016)] = level;
            for (int year = 2017; year <= 2025; year++)
            {
                int other = whole[(place + (17 * (year - 2016))) % whole.Length];
                level *= data.Panel.Value(series, other, year)!.Value / data.Panel.Value(series, other, year - 1)!.Value;
                shifted[(unit, year)] = level;
            }
        }

        NeedData without = data.With((name, unit, year, value) => string.Equals(name, series, StringComparison.Ordinal) ? shifted.TryGetValue((unit, year), out double other) ? other : null : value);
        NeedTargetBacktest result = NeedBacktest.Run(without.Of(NeedTarget.ProtectionPlans), Test, cancellation: TestContext.Current.CancellationToken).Targets[0];
        Assert.True(result.Skill.Skill < 0.04, $"skill {result.Skill.Skill}");
        Assert.True(result.Skill.PValue > 0.05, $"p {result.Skill.PValue}");
        Assert.True(published.Of("protectionPlans").Skill.Skill > 0.2);
    }

    [Fact]
    public void Impossible_years_are_refused_with_those_that_are_possible()
    {
        NeedData data = Kept();
        Assert.Contains("expected years from 2017 to 2025", Assert.Throws<ArgumentException>(() => NeedBacktest.Run(data, [2016], cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Contains("found none", Assert.Throws<ArgumentException>(() => NeedBacktest.Run(data, [], cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Contains("found 2025, 2026", Assert.Throws<ArgumentException>(() => NeedBacktest.Run(data, [2025, 2026], cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    private static bool IsDeprivation(string series) => string.Equals(series, NeedFeatures.Deprivation, StringComparison.Ordinal);

    private static NeedData Kept() => NeedData.Published.Without(NeedData.TooSmall);

    /// <summary>The backtest that the manual shows, run once.</summary>
    public sealed class Published
    {
        public NeedBacktest Backtest { get; } = NeedBacktest.Run(Kept(), Test);

        public NeedTargetBacktest Of(string target) => Backtest.Targets.Single(item => string.Equals(item.Target.Name, target, StringComparison.Ordinal));
    }
}
