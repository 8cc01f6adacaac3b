using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The methods of forecasting, on panels small enough to work out by hand and on some whose law is known.</summary>
public sealed class ForecasterTests
{
    private const string Series = SamplePanels.Series;

    private static readonly BoostedChange Trees = new() { Name = "trees", Features = [new(FeatureKind.Change, Series), new(FeatureKind.Departure, Series)] };

    [Fact]
    public void A_panel_through_a_period_holds_nothing_later()
    {
        Panel panel = SamplePanels.Rows(2000, [1, 2, 3], [4, 5, 6]);
        Panel early = panel.Through(2001);
        Assert.Equal(2001, early.LastPeriod);
        Assert.Equal(2, early.Value(Series, 0, 2001));
        Assert.Null(early.Value(Series, 0, 2002));
        Assert.Null(early.Logarithm(Series, 0, 2002));
        Assert.Equal(3, panel.Value(Series, 0, 2002));
        Assert.Throws<ArgumentOutOfRangeException>(() => panel.Through(2003));
    }

    [Fact]
    public void A_panel_refuses_what_is_no_panel()
    {
        Assert.Contains("expected one or more, each once", Assert.Throws<ArgumentException>(() => new Panel(["a", "a"], 2000, 1, new Dictionary<string, IReadOnlyList<IReadOnlyList<double?>>>(StringComparer.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("unit 1", Assert.Throws<ArgumentException>(() => SamplePanels.Rows(2000, [1, 2], [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("2 units of 2 periods", Assert.Throws<ArgumentException>(() => SamplePanels.Rows(2000, [1, 2], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("expected one of rate", Assert.Throws<ArgumentException>(() => SamplePanels.Rows(2000, [1, 2]).Value("other", 0, 2000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Simple_methods_forecast_what_one_works_out_by_hand()
    {
        Panel panel = SamplePanels.Rows(2000, [2, 4, null, 16], [5, 5, 5, null], [0, 0, 0, 0], [null, null, 3, 6]);
        Assert.Equal([16, null, 0, 6], new PersistenceForecaster().Forecast(panel, Series, 2));

        // From 2 to 16 in three periods is a doubling each; from 3 to 6 in one too.
        IReadOnlyList<double?> drift = new DriftForecaster().Forecast(panel, Series, 2);
        Assert.Equal(64, drift[0]!.Value, 1e-12);
        Assert.Null(drift[1]);
        Assert.Equal(0, drift[2]);
        Assert.Equal(24, drift[3]!.Value, 1e-12);

        // A cycle of two: next period is like 2002, of which the first unit has nothing, and the one after like 2003.
        Assert.Equal([16, null, 0, 3.0], Rounded(new SeasonalNaiveForecaster(2).Forecast(panel, Series, 1)));
        Assert.Equal([16, null, 0, 6.0], Rounded(new SeasonalNaiveForecaster(2).Forecast(panel, Series, 2)));
    }

    [Fact]
    public void Smoothing_takes_the_level_that_its_recursion_gives_and_the_rate_of_least_error()
    {
        // ln of 1, e², 1, e², 1: about a mean of 1 the best constant is far below a rate of one.
        double high = PortableMath.Exp(2);
        Panel swinging = SamplePanels.Rows(2000, [1, high, 1, high, 1]);
        double[] logs = [0, 2, 0, 2, 0];
        double best = Enumerable.Range(1, 20).Select(step => step / 20.0).MinBy(rate => Errors(logs, rate).Error);
        Assert.True(best < 0.9);
        Assert.Equal(PortableMath.Exp(Errors(logs, best).Level), new ExponentialSmoothingForecaster().Forecast(swinging, Series, 1)[0]!.Value, 1e-12);

        // A level that moves and stays: the rate is one, and smoothing is persistence.
        Assert.Equal(8, new ExponentialSmoothingForecaster().Forecast(SamplePanels.Rows(2000, [1, 2, 4, 8]), Series, 1)[0]!.Value, 1e-12);
    }

    [Fact]
    public void A_blend_is_the_geometric_mean()
    {
        Panel panel = SamplePanels.Rows(2000, [2, 4, 8]);
        GeometricBlend blend = new([new PersistenceForecaster(), new DriftForecaster()]);
        Assert.Equal(Math.Sqrt(8 * 16), blend.Forecast(panel, Series, 1)[0]!.Value, 1e-12);
        Assert.Throws<ArgumentException>(() => new GeometricBlend([]));
    }

    [Fact]
    public void Regression_finds_the_way_back_to_a_mean()
    {
        // ρ = 0.3: of the error of persistence, 2σ²(1 − ρ)/(1 − ρ²) of it, at best σ² is left: skill 1 − (1 + ρ)/2 = 0.35.
        Panel panel = SamplePanels.Returning(120, 14, 0.3, 0.2, 4);
        ForecastSkill skill = ForecastSkill.Of(RollingOrigin.Run(panel, Series, 1, [2010, 2011, 2012, 2013], Regression(panel, [2006, 2007, 2008, 2009])));
        Assert.InRange(skill.Skill, 0.22, 0.42);

        // The units of high level weigh most in squared errors of a rate: they are few, and p is not as small as 480 forecasts would make it.
        Assert.True(skill.PValue < 1e-3, $"p {skill.PValue}");
    }

    [Fact]
    public void Trees_find_the_way_back_to_a_mean()
    {
        Panel panel = SamplePanels.Returning(120, 14, 0.3, 0.2, 4);
        Assert.InRange(ForecastSkill.Of(RollingOrigin.Run(panel, Series, 1, [2010, 2011, 2012, 2013], Trees)).Skill, 0.1, 0.42);
    }

    [Fact]
    public void On_random_walks_there_is_no_skill_and_hardly_a_loss()
    {
        Panel panel = SamplePanels.Walks(120, 14, 0.2, 5);
        ForecastSkill skill = ForecastSkill.Of(RollingOrigin.Run(panel, Series, 1, [2010, 2011, 2012, 2013], Regression(panel, [2006, 2007, 2008, 2009])));
        Assert.InRange(skill.Skill, -0.05, 0.02);
        Assert.True(skill.PValue > 0.01);
    }

    [Fact]
    public void A_penalty_is_chosen_by_the_periods_given_and_none_after_them()
    {
        Panel panel = SamplePanels.Returning(60, 12, 0.3, 0.2, 6);
        double?[][] changed = [.. Enumerable.Range(0, 60).Select(unit => Enumerable.Range(2000, 12).Select(period => period > 2008 ? 1000.0 * (unit + 1) : panel.Value(Series, unit, period)).ToArray())];
        Panel other = SamplePanels.Rows(2000, changed);
        Assert.Equal(Regression(panel, [2006, 2007, 2008]).Penalty, Regression(other, [2006, 2007, 2008]).Penalty);
        Assert.Equal(0.01, Regression(panel, [2006, 2007, 2008]).Penalty);
        Assert.Equal(10, Regression(SamplePanels.Walks(30, 12, 0.2, 8), [2006, 2007, 2008]).Penalty);
    }

    [Fact]
    public void Years_in_which_all_moved_together_teach_nothing()
    {
        // Half as much again everywhere from 2006 on: the same is learnt, and forecasts are half as much again.
        Panel panel = SamplePanels.Returning(60, 12, 0.3, 0.2, 6);
        Panel raised = SamplePanels.Rows(2000, [.. Enumerable.Range(0, 60).Select(unit => Enumerable.Range(2000, 12).Select(period => panel.Value(Series, unit, period) * (period > 2005 ? 1.5 : 1)).ToArray())]);
        foreach (ChangeForecaster forecaster in new ChangeForecaster[] { Regression(panel, [2004]), Trees })
        {
            double?[] plain = [.. forecaster.Forecast(panel, Series, 1)];
            Assert.Equal(plain.Select(value => Math.Round(value!.Value * 1.5, 6)), forecaster.Forecast(raised, Series, 1).Select(value => Math.Round(value!.Value, 6)));
        }
    }

    [Fact]
    public void What_a_fit_adds_up_for_its_columns_is_its_change()
    {
        Panel panel = SamplePanels.Returning(60, 12, 0.3, 0.2, 6);
        ChangeFit linear = Regression(panel, [2006]).Learn(panel, Series, 1);
        double?[] row = ChangeTable.At(panel, panel.LastPeriod, linear.Features)[7];
        Assert.Equal(linear.Predict(row), linear.Contributions(row).Sum(), 1e-15);
        Assert.True(((LinearChange)linear).Coefficients[1] < 0, "A level above its mean comes down.");
    }

    private static ChangeRegression Regression(Panel panel, int[] periods) =>
        new ChangeRegression { Name = "regression", Penalty = 1, Features = [new(FeatureKind.Change, Series), new(FeatureKind.Departure, Series)] }.WithPenaltyFor(panel, Series, 1, periods, [0.01, 0.1, 1, 10]);

    private static IEnumerable<double?> Rounded(IEnumerable<double?> values) => values.Select(value => value is { } known ? Math.Round(known, 9) : (double?)null);

    private static (double Level, double Error) Errors(double[] logs, double rate)
    {
        (double level, double error) = (logs[0], 0);
        foreach (double value in logs.Skip(1))
        {
            error += (value - level) * (value - level);
            level += rate * (value - level);
        }

        return (level, error);
    }
}
