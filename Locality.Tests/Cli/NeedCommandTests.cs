using System.Text.Json;
using LocalitySim.Cli;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The commands on need test, fit, forecast and explain; what is wrong is said, all of it, and nothing is written.</summary>
public sealed class NeedCommandTests : IDisposable
{
    private readonly SampleNeed table = new();

    private readonly SmallScenario scenario = new();

    public void Dispose()
    {
        table.Dispose();
        scenario.Dispose();
    }

    [Fact]
    public void A_backtest_says_in_words_and_json_how_good_forecasts_were()
    {
        string json = Path.Combine(table.Folder, "backtest.json");
        CommandRun run = CommandRun.Of("need", "backtest", table.Path, "--json", json);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Forecasts of 2018 to 2021, each made 1 year before, against 'same as last year'.", run.Output, StringComparison.Ordinal);
        Assert.Contains("40 authorities of need.csv. No authority is left out. Settings chosen on 2014 to 2017.", run.Output, StringComparison.Ordinal);
        Assert.Contains("clearly better", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing published shows how need falls within one.", run.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(json));
        JsonElement[] targets = [.. document.RootElement.GetProperty("targets").EnumerateArray()];
        Assert.Equal(["referrals", "inNeed"], targets.Select(target => target.GetProperty("target").GetString()));
        foreach (JsonElement target in targets)
        {
            Assert.Equal(
                ["target", "rmse", "persistenceRmse", "model", "coverage80", "coverage95", "skill", "gain", "pValue", "count", "held80", "held95", "methods", "years", "deciles"],
                target.EnumerateObject().Select(item => item.Name));
            Assert.True(target.GetProperty("rmse").GetDouble() < target.GetProperty("persistenceRmse").GetDouble());
            Assert.StartsWith("blend of ", target.GetProperty("model").GetString(), StringComparison.Ordinal);
            Assert.InRange(target.GetProperty("coverage80").GetDouble(), 0.6, 0.95);
        }

        Assert.Equal(64, document.RootElement.GetProperty("dataSha256").GetString()!.Length);
        CommandRun same = CommandRun.Of("need", "backtest", table.Path, "--json", "-");
        Assert.Equal(File.ReadAllText(json), same.Output);
    }

    [Fact]
    public void A_fit_is_saved_with_its_card_and_forecasts_as_one_made_anew()
    {
        string model = Path.Combine(table.Folder, "model.json");
        CommandRun fit = CommandRun.Of("need", "fit", table.Path, "--out", model);
        Assert.Equal("", fit.Error);
        Assert.Equal(ExitCode.Done, fit.ExitCode);
        string card = File.ReadAllText(Path.Combine(table.Folder, "model.md"));
        foreach (string part in new[] { "## Data", "SHA-256 `", "## Method", "## Skill", "## Calibration", "## Limits", "must not be used for one", Downscaling.Caveat })
        {
            Assert.Contains(part, card, StringComparison.Ordinal);
        }

        CommandRun saved = CommandRun.Of("need", "forecast", scenario.Folder, "--data", table.Path, "--year", "2023", "--pathway", "need", "--model", model);
        CommandRun anew = CommandRun.Of("need", "forecast", scenario.Folder, "--data", table.Path, "--year", "2023", "--pathway", "need");
        Assert.Equal("", saved.Error);
        Assert.Equal(anew.Output, saved.Output);
        Assert.Contains("Smallbridge, year to 31 March 2023, forecast from 2021.", saved.Output, StringComparison.Ordinal);
        Assert.Contains("This split among areas has not been checked", saved.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Beech", saved.Output, StringComparison.Ordinal);

        CommandRun explained = CommandRun.Of("need", "explain", table.Path, "--authority", "smallbridge", "--target", "referrals", "--model", model, "--json", "-");
        using JsonDocument document = JsonDocument.Parse(explained.Output);
        JsonElement target = document.RootElement.GetProperty("targets")[0];
        Assert.Equal(
            target.GetProperty("change").GetDouble(),
            target.GetProperty("base").GetDouble() + target.GetProperty("columns").EnumerateArray().Sum(column => column.GetProperty("contribution").GetDouble()),
            1e-9);
    }

    [Fact]
    public void A_forecast_widens_what_a_comparison_says()
    {
        string yaml = Path.Combine(scenario.Folder, SmallScenario.Yaml);
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("frontDoor:", "demand: { drift: null }\nfrontDoor:", StringComparison.Ordinal));
        string file = Path.Combine(table.Folder, "forecast.json");
        string json = Path.Combine(table.Folder, "forecast-out.json");
        CommandRun forecast = CommandRun.Of("need", "forecast", scenario.Folder, "--data", table.Path, "--pathway", "need", "--out", file, "--json", json);
        Assert.Equal("", forecast.Error);
        using (JsonDocument document = JsonDocument.Parse(File.ReadAllText(json)))
        {
            // The year, its months, the areas, and each area's months.
            Assert.Equal(1 + 12 + 3 + 36, document.RootElement.GetProperty("rates").GetArrayLength());
        }

        string[] compare = ["compare", scenario.Folder, "--years", "2", "--replications", "60", "--seed", "3", "--json", "-"];
        double plain = HalfWidth(CommandRun.Of(compare));
        CommandRun run = CommandRun.Of([.. compare, "--need", file, "--need-pathway", "need"]);
        Assert.Equal("warning: --need: the forecast is of the year to 31 March 2022; the run starts on 2025-04-01, which is not in it\n", run.Error);
        double wide = HalfWidth(run);
        Assert.True(wide > 1.3 * plain, $"{plain} {wide}");
        using JsonDocument result = JsonDocument.Parse(run.Output);
        Assert.Equal(["demand.referrals.need", "demand.deprivation.need"], result.RootElement.GetProperty("manifest").GetProperty("uncertain").EnumerateArray().Select(item => item.GetProperty("figure").GetString()));
        CommandRun words = CommandRun.Of("compare", scenario.Folder, "--years", "1", "--replications", "3", "--need", file, "--need-pathway", "need");
        Assert.Contains("demand.referrals.need (as forecast:", words.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_with_a_forecast_is_said_at_once()
    {
        CommandRun run = CommandRun.Of("need", "forecast", scenario.Folder, "--data", table.Path, "--year", "2050", "--authority", "Smalbridge", "--without", "X", "--out", "/nowhere/at/all.json");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("--authority: found 'Smalbridge'; expected an authority of need.csv, by name or code; did you mean 'Smallbridge'?", run.Error, StringComparison.Ordinal);
        Assert.Contains("--year: found 2050; expected 2022 to 2024: the data end in 2021", run.Error, StringComparison.Ordinal);
        Assert.Contains("--without: found 'X'; expected codes of the table, such as E00", run.Error, StringComparison.Ordinal);
        Assert.Contains("--pathway: found 'in-need'; expected one of need", run.Error, StringComparison.Ordinal);
        Assert.Contains("--out: found '/nowhere/at/all.json'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--test-years 1990..1999", "--test-years: found '1990..1999'; expected a year, or FROM..TO, within 2010 to 2021")]
    [InlineData("--test-years 2011", "test years: found 2011; expected years from 2014 to 2021.")]
    [InlineData("--years-ahead 9", "--years-ahead: found 9; expected 1 to 3")]
    [InlineData("--json /nowhere/at/all.json", "--json: found '/nowhere/at/all.json'")]
    public void An_impossible_backtest_is_refused(string options, string expected)
    {
        CommandRun run = CommandRun.Of(["need", "backtest", table.Path, .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_data_are_refused_with_every_mistake_in_its_place_and_nothing_is_written()
    {
        string bad = Path.Combine(table.Folder, "bad.csv");
        File.WriteAllText(bad, "year,code,authority,children,referrals\n2020,A,Ash,0,-5\n2020,A,Ash,100,5\n2022,A,Ash,100,5\n");
        CommandRun run = CommandRun.Of("need", "fit", bad, "--out", Path.Combine(table.Folder, "bad.json"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("bad.csv(2,12): children: found 0", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.csv(2,14): referrals: found -5", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.csv(3,1): year: found 2020 of 'Ash' again", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.csv(4,1): year: found 2022 of 'Ash' next after 2020", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(table.Folder, "bad.json")));
    }

    [Fact]
    public void Too_few_years_or_authorities_are_refused()
    {
        string few = Path.Combine(table.Folder, "few.csv");
        File.WriteAllText(few, "year,code,authority,children,referrals\n2020,A,Ash,100,5\n2021,A,Ash,100,5\n");
        CommandRun run = CommandRun.Of("need", "backtest", few);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("data: found years from 2020 to 2021; expected 6 years or more.", run.Error, StringComparison.Ordinal);
        File.WriteAllText(few, "year,code,authority,children,referrals\n" + string.Concat(Enumerable.Range(2010, 12).Select(year => $"{year},A,Ash,100,{year % 7}\n{year},B,Beech,100,{year % 5}\n")));
        CommandRun fit = CommandRun.Of("need", "fit", few, "--out", Path.Combine(table.Folder, "few.json"));
        Assert.Equal(ExitCode.BadInput, fit.ExitCode);
        Assert.Contains("expected more authorities or years", fit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_that_cannot_be_used_is_refused_before_anything_runs()
    {
        string file = Path.Combine(table.Folder, "broken.json");
        File.WriteAllText(file, "{ \"format\": \"need-forecast-1\" }");
        CommandRun broken = CommandRun.Of("compare", scenario.Folder, "--need", file);
        Assert.Equal(ExitCode.BadInput, broken.ExitCode);
        Assert.Contains("expected a forecast that 'locality need forecast --out' wrote", broken.Error, StringComparison.Ordinal);
        CommandRun alone = CommandRun.Of("compare", scenario.Folder, "--need-pathway", "need");
        Assert.Equal(ExitCode.BadInput, alone.ExitCode);
        Assert.Contains("--need-pathway: found 'need' without a forecast; expected --need FILE beside it", alone.Error, StringComparison.Ordinal);
    }

    private static double HalfWidth(CommandRun run)
    {
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement measure = document.RootElement.GetProperty("structures")[0].GetProperty("measures").EnumerateArray().Single(item => string.Equals(item.GetProperty("name").GetString(), "casesPerFte", StringComparison.Ordinal));
        return measure.GetProperty("upper").GetDouble() - measure.GetProperty("lower").GetDouble();
    }
}
