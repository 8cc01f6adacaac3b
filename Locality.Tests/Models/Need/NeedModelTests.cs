using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A fitted model forecasts, explains itself, goes into the simulation, and is the same after it was saved.</summary>
public sealed class NeedModelTests(NeedModelTests.Sample sample) : IClassFixture<NeedModelTests.Sample>
{
    private const int Next = SampleNeed.FirstYear + SampleNeed.Years;

    [Fact]
    public void A_saved_model_forecasts_the_same_to_the_last_bit()
    {
        string json = NeedModelJson.Write(sample.Model);
        NeedModel read = NeedModelJson.Read(json);
        Assert.Equal(json, NeedModelJson.Write(read));
        NeedForecast first = NeedForecast.Of(sample.Model, sample.Data, 3, Next + 1);
        NeedForecast second = NeedForecast.Of(read, sample.Data, 3, Next + 1);
        Assert.Equal(NeedForecastJson.Write(first), NeedForecastJson.Write(second));
    }

    [Fact]
    public void A_saved_forecast_is_read_as_it_was()
    {
        NeedForecast forecast = NeedForecast.Of(sample.Model, sample.Data, 3, Next);
        NeedForecast read = NeedForecastJson.Read(NeedForecastJson.Write(forecast));
        Assert.Equal(NeedForecastJson.Write(forecast), NeedForecastJson.Write(read));
        Assert.Equal(forecast.Referrals.Factors, read.Referrals.Factors);
        Assert.Equal(forecast.Elasticity!.Quantile(0.9), read.Elasticity!.Quantile(0.9));
    }

    [Theory]
    [InlineData("\"format\":\"need-model-1\"", "\"format\":\"other\"", "format: found other")]
    [InlineData("\"methodVersion\":1", "\"methodVersion\":99", "fit it again")]
    [InlineData("\"target\":\"referrals\"", "\"target\":\"nobody\"", "fits[0].target: found nobody")]
    [InlineData("\"yearsAhead\":1", "\"yearsAhead\":9", "fits[0].yearsAhead: found 9; expected 1 to 3")]
    [InlineData("\"lastYear\"", "\"lastYears\"", "a model of need")]
    [InlineData("\"kind\":\"level\"", "\"kind\":\"devil\"", "a model of need")]
    [InlineData("\"coefficients\":[", "\"coefficients\":[1,", "finite numbers")]
    [InlineData("\"common\":", "\"common\":-", "fits[0].errors")]
    public void A_model_that_was_tampered_with_is_refused(string found, string instead, string expected)
    {
        string json = NeedModelJson.Write(sample.Model);
        int place = json.IndexOf(found, StringComparison.Ordinal);
        Assert.True(place >= 0);
        string message = Assert.Throws<ArgumentException>(() => NeedModelJson.Read(string.Concat(json.AsSpan(0, place), instead, json.AsSpan(place + found.Length)))).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"children\": ", "\"children\": -", "children: found -")]
    [InlineData("\"factors\": [", "\"factors\": [9,", "targets[0].factors")]
    [InlineData("\"year\": ", "\"year\": 1", "year")]
    [InlineData("\"rate\": ", "\"rate\": -", "targets[0].rate")]
    [InlineData("\"standardError\": ", "\"standardError\": -", "elasticity")]
    [InlineData("{", "[", "a forecast of need")]
    public void A_forecast_that_was_tampered_with_is_refused(string found, string instead, string expected)
    {
        string json = NeedForecastJson.Write(NeedForecast.Of(sample.Model, sample.Data, 3, Next));
        int place = json.IndexOf(found, StringComparison.Ordinal);
        string changed = string.Concat(json.AsSpan(0, place), instead, json.AsSpan(place + found.Length));
        if (string.Equals(instead, "\"year\": 1", StringComparison.Ordinal))
        {
            changed = json.Replace($"\"year\": {Next}", "\"year\": 1999", StringComparison.Ordinal);
        }

        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => NeedForecastJson.Read(changed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_lies_within_its_intervals_and_its_draws_have_their_quantiles()
    {
        NeedForecast forecast = NeedForecast.Of(sample.Model, sample.Data, 3, Next);
        Assert.Equal(["referrals", "inNeed"], forecast.Targets.Select(target => target.Target.Name));
        foreach (NeedTargetForecast target in forecast.Targets)
        {
            Assert.InRange(target.Likely.Mean, target.Likely.Lower, target.Likely.Upper);
            Assert.True(target.Wide.Lower < target.Likely.Lower && target.Likely.Upper < target.Wide.Upper);
            Assert.Equal(NeedForecast.Draws, target.Factors.Length);

            // The tenth and ninetieth of a hundred draws are about the bounds of 80 %.
            Assert.Equal(target.Likely.Lower, target.Last * target.Factors[19], 0.03 * target.Last);
            Assert.Equal(target.Likely.Upper, target.Last * target.Factors[179], 0.03 * target.Last);
        }

        // Two years ahead less is known.
        NeedForecast later = NeedForecast.Of(sample.Model, sample.Data, 3, Next + 1);
        Assert.True(later.Referrals.Likely.HalfWidth > 0.9 * forecast.Referrals.Likely.HalfWidth);
    }

    [Fact]
    public void Draws_spread_about_the_forecast_and_not_about_the_last_rate()
    {
        NeedForecast[] forecasts = [.. Enumerable.Range(0, SampleNeed.Authorities).Select(unit => NeedForecast.Of(sample.Model, sample.Data, unit, Next))];
        Assert.Contains(forecasts, forecast => forecast.Referrals.Likely.Mean < 0.9 * forecast.Referrals.Last);
        Assert.All(forecasts.SelectMany(forecast => forecast.Targets), target => Assert.InRange(target.Factors[99] * target.Last / target.Likely.Mean, 0.98, 1.02));
    }

    [Fact]
    public void A_model_forecasts_what_the_methods_that_it_blends_forecast()
    {
        foreach (NeedTargetModel fit in sample.Model.Fits)
        {
            IForecaster[] methods = [.. fit.Parts.Select(part => new NeedMethod { Penalties = [part.Penalty ?? 1] }.Candidates(sample.Data.Panel, fit.Target, fit.YearsAhead, [Next - 1]).Single(method => string.Equals(method.Name, part.Name, StringComparison.Ordinal)))];
            Assert.NotEmpty(methods);
            IReadOnlyList<double?> blend = new GeometricBlend(methods).Forecast(sample.Data.Panel, fit.Target.Series, fit.YearsAhead);
            Assert.Equal(blend[3]!.Value, fit.Forecast(sample.Data, 3)!.Value, 1e-9 * blend[3]!.Value);
        }
    }

    [Fact]
    public void Settings_are_chosen_before_the_last_four_years()
    {
        // Nonsense in the last four years: the parts and their penalties stay, what they learn does not.
        NeedData spoilt = sample.Data.With((series, unit, year, value) => year >= Next - 4 && NeedTarget.All.Any(target => string.Equals(target.Series, series, StringComparison.Ordinal)) ? value * (1 + ((unit + year) % 3)) : value);
        NeedTargetModel plain = sample.Model.Fits.Single(fit => fit.Target == NeedTarget.Referrals && fit.YearsAhead == 1);
        NeedTargetModel other = NeedModel.Fit(spoilt, [], [1], [NeedTarget.Referrals], cancellation: TestContext.Current.CancellationToken).Fits[0];
        Assert.Equal(plain.Parts.Select(part => (part.Name, part.Penalty)), other.Parts.Select(part => (part.Name, part.Penalty)));
        Assert.NotEqual(plain.Forecast(sample.Data, 3), other.Forecast(sample.Data, 3));
    }

    [Fact]
    public void An_authority_that_is_left_out_counts_for_nothing_in_a_forecast()
    {
        NeedModel without = sample.Model with { LeftOut = [sample.Data.Authorities[5].Code] };
        Elasticity left = NeedForecast.Of(without, sample.Data, 3, Next).Elasticity!;
        Assert.Equal(NeedGradient.Of(sample.Data.Without(without.LeftOut))!.Value, left.Value);
        Assert.NotEqual(NeedForecast.Of(sample.Model, sample.Data, 3, Next).Elasticity!.Value, left.Value);
    }

    [Fact]
    public void The_elasticity_of_the_table_is_found_again()
    {
        // The table's rates go with the square root of deprivation.
        Interval elasticity = NeedForecast.Of(sample.Model, sample.Data, 3, Next).Elasticity!.Interval();
        Assert.True(elasticity.Contains(0.5) && elasticity.HalfWidth < 0.2, $"{elasticity}");
    }

    [Fact]
    public void What_a_column_adds_for_an_authority_adds_up_to_the_forecast()
    {
        foreach (NeedTargetModel fit in sample.Model.Fits.Where(fit => fit.YearsAhead == 1))
        {
            NeedExplanation explanation = NeedExplanation.Of(fit, sample.Data, 3);
            NeedTargetForecast forecast = NeedForecast.Of(sample.Model, sample.Data, 3, Next).Targets.Single(target => target.Target == fit.Target);
            Assert.Equal(PortableMath.Log(forecast.Likely.Mean / forecast.Last), explanation.Change!.Value, 1e-9);
            Assert.Equal(explanation.Change.Value, explanation.Base!.Value + explanation.Columns.Sum(column => column.Contribution!.Value), 1e-9);

            // Apart from what the trees expect of anybody, which is near nought, all of it belongs to columns.
            Assert.InRange(explanation.Base.Value, -0.01, 0.01);
            Assert.Equal(explanation.Columns.OrderByDescending(column => column.MeanSize).Select(column => column.Column), explanation.Columns.Select(column => column.Column));
        }
    }

    [Fact]
    public void What_cannot_be_forecast_is_refused_with_what_was_expected()
    {
        Assert.Contains("found 2030; expected 2022, 2023", Refusal(() => NeedForecast.Of(sample.Model, sample.Data, 3, 2030)), StringComparison.Ordinal);
        Assert.Contains("fit again", Refusal(() => NeedForecast.Of(sample.Model, NeedData.Published, 3, Next)), StringComparison.Ordinal);
        NeedModel without = sample.Model with { LeftOut = [sample.Data.Authorities[3].Code] };
        Assert.Contains("which the model leaves out", Refusal(() => NeedForecast.Of(without, sample.Data, 3, Next)), StringComparison.Ordinal);
    }

    [Fact]
    public void Areas_and_months_add_up_to_the_year()
    {
        Scenario scenario = PlainScenario.Of(3);
        NeedRates rates = NeedRates.Of(NeedForecast.Of(sample.Model, sample.Data, 3, Next), scenario, scenario.Pathways[0].Id);
        Assert.Equal(rates.Year.Likely.Mean, rates.Areas.Sum(area => area.Likely.Mean), 1e-9 * rates.Year.Likely.Mean);
        Assert.Equal(rates.Year.Likely.Mean, rates.Months.Sum(month => month.Likely.Mean), 1e-9 * rates.Year.Likely.Mean);
        Assert.Equal(rates.Year.Likely.Mean, rates.AreaMonths.Sum(month => month.Likely.Mean), 1e-9 * rates.Year.Likely.Mean);
        Assert.All(rates.AreaMonths, rate => Assert.True(rate.Wide.Lower <= rate.Likely.Lower && rate.Likely.Lower < rate.Likely.Mean && rate.Likely.Mean < rate.Likely.Upper));
    }

    [Fact]
    public void Every_future_of_a_scenario_draws_its_own_level_from_the_forecast()
    {
        Scenario scenario = PlainScenario.Of(3);
        string pathway = scenario.Pathways[0].Id;
        NeedForecast forecast = NeedForecast.Of(sample.Model, sample.Data, 3, Next);
        Scenario uncertain = forecast.ApplyTo(scenario, pathway);
        Assert.Empty(UncertainFigures.Problems(uncertain));
        Assert.Equal([$"demand.referrals.{pathway}", $"demand.deprivation.{pathway}"], uncertain.Uncertain.Select(figure => figure.Figure));
        double[] levels = [.. Enumerable.Range(0, 4000).Select(future => FigureDraws.Of(uncertain, 5, future).Pathways[0].ReferralsPerYear / scenario.Pathways[0].ReferralsPerYear)];
        Assert.Equal(forecast.Referrals.Factors.Average(), levels.Average(), 0.01);
        Assert.InRange(levels.Count(level => level < forecast.Referrals.Likely.Lower / forecast.Referrals.Last) / 4000.0, 0.08, 0.12);
        double[] exponents = [.. Enumerable.Range(0, 400).Select(future => FigureDraws.Of(uncertain, 5, future).Pathways[0].DeprivationExponent!.Value)];
        Assert.Equal(forecast.Elasticity!.Value, exponents.Average(), 0.03);

        // What planners share posts by is theirs: they do not know what was drawn.
        Assert.Equal(scenario.Demand.DeprivationExponent, FigureDraws.Of(uncertain, 5, 0).Demand.DeprivationExponent);
        Assert.Contains("found 'nobody'", Refusal(() => forecast.ApplyTo(scenario, "nobody")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_drift_of_demand_stands_still_in_the_year_of_the_forecast()
    {
        DriftRules rules = new() { StartsAfterYears = 1 };
        double[] late = DemandLevels.Drift(rules, new RandomStreams(3, 0).Stream(Purposes.Drift), 36);
        double[] immediate = DemandLevels.Drift(rules with { StartsAfterYears = 0 }, new RandomStreams(3, 0).Stream(Purposes.Drift), 36);
        Assert.All(late.Take(12), factor => Assert.Equal(1, factor));
        Assert.Equal(immediate.Skip(1).Take(24), late.Skip(12));
        Scenario scenario = PlainScenario.Of(3) with { Demand = PlainScenario.Of(3).Demand with { Drift = new DriftRules() } };
        Assert.Equal(1, NeedForecast.Of(sample.Model, sample.Data, 3, Next).ApplyTo(scenario, scenario.Pathways[0].Id).Demand.Drift!.StartsAfterYears);
    }

    [Fact]
    public void A_fit_is_the_same_whatever_else_is_fitted()
    {
        NeedModel alone = NeedModel.Fit(sample.Data, [], [1], [NeedTarget.InNeed], cancellation: TestContext.Current.CancellationToken);
        NeedModel both = sample.Model with { Fits = [.. sample.Model.Fits.Where(fit => fit.Target == NeedTarget.InNeed && fit.YearsAhead == 1)] };
        Assert.Equal(NeedModelJson.Write(both), NeedModelJson.Write(alone));
    }

    private static string Refusal(Func<object> action) => Assert.Throws<ArgumentException>(action).Message;

    /// <summary>A small table and its model, fitted once.</summary>
    public sealed class Sample : IDisposable
    {
        private readonly SampleNeed table = new();

        public Sample()
        {
            Data = SampleNeed.Read(table.Path);
            Model = NeedModel.Fit(Data, [], [1, 2]);
        }

        public NeedData Data { get; }

        public NeedModel Model { get; }

        public void Dispose() => table.Dispose();
    }
}
