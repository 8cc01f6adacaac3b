using System.Globalization;
using System.Text.Json;
using LocalitySim.Cli;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public sealed class CompareCommandTests
{
    private static readonly string[] Quick = ["compare", Repository.Derby, "--replications", "3", "--years", "0.8", "--seed", "7"];

    [Fact]
    public void The_json_document_is_all_that_goes_to_standard_output_and_has_the_stated_shape()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--structures", "five-areas,three-merged", "--json", "-"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("", run.Error);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(["manifest", "structures", "differences", "cashReleased", "transitions", "precision"], Names(root));
        Assert.Equal(["five-areas", "three-merged"], root.GetProperty("structures").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        foreach (JsonElement structure in root.GetProperty("structures").EnumerateArray())
        {
            JsonElement[] measures = [.. structure.GetProperty("measures").EnumerateArray()];
            Assert.Equal(Measure.All.Select(measure => measure.Name), measures.Select(measure => measure.GetProperty("name").GetString()));
            Assert.All(measures, measure => Assert.Equal(["name", "unit", "mean", "lower", "upper"], Names(measure)));
        }

        JsonElement difference = Assert.Single(root.GetProperty("differences").EnumerateArray());
        Assert.Equal("three-merged", difference.GetProperty("structure").GetString());
        Assert.Equal("five-areas", difference.GetProperty("baseline").GetString());
        JsonElement wait = difference.GetProperty("measures").EnumerateArray().First();
        Assert.Equal(["name", "unit", "mean", "lower", "upper", "probabilityBetter", "shareOfFuturesBetter"], Names(wait));
        Assert.True(wait.GetProperty("lower").GetDouble() <= wait.GetProperty("mean").GetDouble());
        JsonElement manifest = root.GetProperty("manifest");
        Assert.Equal(7ul, manifest.GetProperty("seed").GetUInt64());
        Assert.Equal(3, manifest.GetProperty("replications").GetInt32());
        Assert.All(manifest.GetProperty("inputs").EnumerateArray(), file => Assert.Equal(64, file.GetProperty("sha256").GetString()!.Length));
    }

    [Fact]
    public void The_same_bytes_come_from_one_thread_and_from_two()
    {
        CommandRun one = CommandRun.Of([.. Quick, "--json", "-", "--threads", "1"]);
        CommandRun two = CommandRun.Of([.. Quick, "--json", "-", "--threads", "2"]);
        Assert.Equal(ExitCode.Done, one.ExitCode);
        Assert.Equal(one.Output, two.Output);
    }

    [Fact]
    public void Another_language_of_the_machine_changes_no_byte()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] args = [.. Quick, "--structures", "five-areas,one-city"];
        CommandRun here = CommandRun.Of(args);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(",", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator);
            Assert.Equal(here.Output, CommandRun.Of(args).Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Futures_are_added_until_the_waits_are_precise_enough()
    {
        string[] args = ["compare", Repository.Derby, "--years", "0.7", "--structures", "five-areas,one-city", "--precision"];
        CommandRun loose = CommandRun.Of([.. args, "50"]);
        Assert.Equal(ExitCode.Done, loose.ExitCode);

        // Three futures, and five more to look ahead.
        Assert.StartsWith("Precision: 8 futures; every mean wait is known to within 50 days to either side", Line(loose), StringComparison.Ordinal);
        CommandRun tight = CommandRun.Of([.. args, "0.01%", "--replications", "4"]);
        Assert.StartsWith("Precision not reached: after 4 futures, the most allowed,", Line(tight), StringComparison.Ordinal);
        CommandRun none = CommandRun.Of([.. args, "0%"]);
        Assert.Equal(ExitCode.BadInput, none.ExitCode);
        Assert.Contains("--precision: found '0%'; expected a number above 0", none.Error, StringComparison.Ordinal);

        static string? Line(CommandRun run) => Array.Find(run.Output.Split('\n'), line => line.StartsWith("Precision", StringComparison.Ordinal));
    }

    [Fact]
    public void A_structure_that_does_not_cost_the_same_says_so_beside_its_wait()
    {
        // A grant ends in the plan of 2007, and nobody gets the money; merging spends what it frees.
        string[] lines = CommandRun.Of(Quick).Output.Split('\n');
        Assert.Matches(@" It costs £\d+,000 a year less\.$", Array.Find(lines, line => line.StartsWith("The plan of 2007: ", StringComparison.Ordinal)));
        Assert.DoesNotContain("It costs", Array.Find(lines, line => line.StartsWith("Three merged: ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_names_every_structure_and_says_what_the_intervals_cover()
    {
        CommandRun run = CommandRun.Of(Quick);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("Derby\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 futures of 0.8 years, the first 0.5 not counted; seed 7. 95 % intervals in brackets.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Chance that the mean is better", run.Output, StringComparison.Ordinal);
        Assert.Contains("Futures in which it is better", run.Output, StringComparison.Ordinal);
        Assert.Contains("The intervals cover chance and the drift of demand. They do not cover doubt about the scenario's own figures", run.Output, StringComparison.Ordinal);
        foreach (string name in new[] { "Five areas", "Five, staff re-shared", "Three merged", "One city-wide team", "Three, by a dated move", "The plan of 2007" })
        {
            Assert.Contains(name, run.Output, StringComparison.Ordinal);
        }

        foreach (string heading in new[] { "  Waits ", "  Balance ", "  Continuity ", "  Families ", "  Travel and cost " })
        {
            Assert.Contains(heading, run.Output, StringComparison.Ordinal);
        }

        foreach (Measure measure in new[] { Measure.WaitToAllocation, Measure.OverFive, Measure.NeedCapacityGap, Measure.WorkerChanges, Measure.ConferencesInTime, Measure.SupportWait, Measure.Cost })
        {
            Assert.Contains(measure.Label, run.Output, StringComparison.Ordinal);
        }

        // Derby has no partners and one way in: rows of nothing are left out.
        foreach (Measure measure in new[] { Measure.BoundariesCut, Measure.AccessPointsPerChild, Measure.SetUpCost })
        {
            Assert.DoesNotContain(measure.Label, run.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void Each_part_asked_for_has_a_table_of_its_levels()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--structures", "five-areas,three-merged", "--by", "locality", "--by", "fifth", "--by", "age", "--by", "fifth"]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Single(run.Output.Split("By locality, as each structure starts").Skip(1));
        Assert.Single(run.Output.Split("By fifth of children in order of deprivation").Skip(1));
        foreach (string level in new[] { "Area 4 ", "Areas 3 and 4 ", "1 (most deprived) ", "5 (least deprived) ", "Share of need, %", "Indicative budget" })
        {
            Assert.Contains(level, run.Output, StringComparison.Ordinal);
        }

        Assert.Single(run.Output.Split("By age in years").Skip(1));
        Assert.DoesNotContain("By month", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_there_is_not_is_refused()
    {
        CommandRun run = CommandRun.Of([.. Quick, "--by", "ward"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("--by: found 'ward'; expected one of locality, service, pathway, tier, age, fifth, area, month\n", run.Error);
    }

    [Fact]
    public void Every_wrong_option_is_named_at_once_and_nothing_is_run()
    {
        CommandRun run = CommandRun.Of(
            "compare", Repository.Derby, "--structures", "five-areas,fife,five-areas", "--replications", "0", "--years", "0.5", "--threads", "0");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(
            """
            --structures: found 'fife'; expected one of five-areas, five-areas-reshared, three-merged, one-city, three-phased, plan-2007
            --structures: found 'five-areas' twice; expected each structure once
            --replications: found 0; expected a whole number from 1 to 100000
            --years: found 0.5; expected more than the warm-up of 0.5 years, at most 50
            --threads: found 0; expected a whole number from 1 to 1024

            """.ReplaceLineEndings("\n"),
            run.Error);
    }

    [Theory]
    [InlineData("--years", "NaN")]
    [InlineData("--years", "-3")]
    [InlineData("--replications", "x")]
    [InlineData("--seed", "-1")]
    public void An_option_that_is_no_number_in_range_ends_with_2(string option, string value)
    {
        CommandRun run = CommandRun.Of("compare", Repository.Derby, option, value);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_future_has_no_interval()
    {
        CommandRun run = CommandRun.Of("compare", Repository.Derby, "--replications", "1", "--years", "0.8", "--structures", "five-areas,one-city", "--json", "-");
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement measure = document.RootElement.GetProperty("structures")[0].GetProperty("measures")[0];
        Assert.Equal(JsonValueKind.Number, measure.GetProperty("mean").ValueKind);
        Assert.Equal(JsonValueKind.Null, measure.GetProperty("upper").ValueKind);
    }

    [Fact]
    public void Csv_tables_are_tidy_and_no_id_can_be_a_formula()
    {
        using SmallScenario scenario = new();
        Assert.Single(new SmallScenario().Replace(SmallScenario.Yaml, "- id: two\n", "- id: \"=two\"\n").Problems());
        string folder = Path.Combine(scenario.Folder, "out");
        CommandRun run = CommandRun.Of("compare", scenario.Folder, "--replications", "2", "--years", "1", "--csv", folder);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            [
                "breakdown_differences.csv", "breakdowns.csv", "budget.csv", "dictionary.csv", "differences.csv", "future_quantiles.csv", "futures.csv", "localities.csv", "manifest.json", "months.csv",
                "structures.csv", "transitions.csv",
            ],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string[] futures = File.ReadAllLines(Path.Combine(folder, "futures.csv"));
        Assert.Equal("structure,structure_name,freed_money,measure,measure_name,unit,replication,value", futures[0]);
        Assert.Equal(1 + (2 * Measure.All.Length), futures.Length);
        Assert.All(futures.Skip(1), line => Assert.Matches("^two,two,buys-posts,[a-zA-Z0-9]+,(\"[^\"]*\"|[^,]*),[^,]*,[01],(-?[0-9.E-]+)?$", line));
    }

    [Fact]
    public void The_columns_of_every_csv_table_are_documented()
    {
        using SmallScenario scenario = new();
        string folder = Path.Combine(scenario.Folder, "out");
        Assert.Equal(ExitCode.Done, CommandRun.Of([.. Quick, "--structures", "five-areas,one-city", "--csv", folder]).ExitCode);
        string page = string.Join(' ', File.ReadAllText(Path.Combine(Repository.Root, "docs", "json.md")).Split('\n', StringSplitOptions.TrimEntries));
        foreach (string file in Directory.GetFiles(folder, "*.csv"))
        {
            string[] lines = File.ReadAllLines(file);
            string columns = string.Join(", ", lines[0].Split(',').Select(column => $"`{column}`"));
            string item = page[page.IndexOf($"- `{Path.GetFileName(file)}`", StringComparison.Ordinal)..];
            Assert.Contains($": {columns}.", item[..item.IndexOf("`.", StringComparison.Ordinal)] + "`.", StringComparison.Ordinal);
            Assert.Equal(!file.EndsWith("transitions.csv", StringComparison.Ordinal), lines.Length > 1);
        }
    }

    [Fact]
    public void An_area_whose_name_would_be_a_formula_is_text_in_a_csv_table()
    {
        using SmallScenario scenario = new();
        foreach (string file in new[] { SmallScenario.Yaml, SmallScenario.Areas, SmallScenario.Neighbours })
        {
            string name = string.Equals(file, SmallScenario.Yaml, StringComparison.Ordinal) ? "'=1+2'" : "=1+2";
            scenario.Write(file, File.ReadAllText(Path.Combine(scenario.Folder, file)).Replace("Ash", name, StringComparison.Ordinal));
        }

        string folder = Path.Combine(scenario.Folder, "out");
        CommandRun run = CommandRun.Of("compare", scenario.Folder, "--replications", "2", "--years", "0.6", "--by", "area", "--csv", folder);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("By home area", run.Output, StringComparison.Ordinal);
        string parts = File.ReadAllText(Path.Combine(folder, "breakdowns.csv"));
        Assert.Contains(",area,'=1+2,'=1+2,areaCaseload,", parts, StringComparison.Ordinal);
        Assert.Contains(",area,Beech,Beech,areaCaseload,", parts, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", parts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_number_in_a_csv_table_is_a_number()
    {
        using SmallScenario scenario = new();
        string folder = Path.Combine(scenario.Folder, "out");
        Assert.Equal(ExitCode.Done, CommandRun.Of([.. Quick, "--structures", "five-areas,one-city", "--csv", folder]).ExitCode);
        string differences = File.ReadAllText(Path.Combine(folder, "differences.csv"));
        Assert.Contains(",-", differences, StringComparison.Ordinal);
        Assert.DoesNotContain('\'', differences);
    }

    [Fact]
    public void A_place_that_cannot_take_the_results_is_refused_before_the_run()
    {
        using SmallScenario scenario = new();
        string json = Path.Combine(scenario.Folder, "none", "out.json");
        string csv = Path.Combine(scenario.Folder, SmallScenario.Yaml);
        CommandRun run = CommandRun.Of("compare", scenario.Folder, "--json", json, "--csv", csv);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(
            $"--csv: found '{csv}'; expected a folder, or the name of a new one\n--json: found '{json}'; expected a file in a folder that exists, or - for standard output\n",
            run.Error);
    }

    [Fact]
    public void More_years_than_the_bank_holidays_reach_are_warned_of()
    {
        CommandRun run = CommandRun.Of("compare", Repository.Derby, "--replications", "1", "--years", "5", "--structures", "five-areas");
        Assert.StartsWith("warning: calendar.bankHolidays: found ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_with_mistakes_ends_with_2_and_writes_nothing()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: -0.5");
        string json = Path.Combine(scenario.Folder, "out.json");
        CommandRun run = CommandRun.Of("compare", scenario.Folder, "--json", json, "--csv", Path.Combine(scenario.Folder, "out"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("services[0].fte: found -0.5; expected zero or more", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(json));
        Assert.False(Directory.Exists(Path.Combine(scenario.Folder, "out")));
    }

    [Fact]
    public void A_cancelled_run_ends_with_130_and_writes_nothing()
    {
        using SmallScenario scenario = new();
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(1500));
        using StringWriter output = new();
        using StringWriter error = new();
        string json = Path.Combine(scenario.Folder, "out.json");
        ExitCode exitCode = LocalityCommand.Run(["compare", Repository.Derby, "--replications", "100000", "--json", json], output, error, stop.Token);
        Assert.Equal(130, (int)exitCode);
        Assert.Equal("", output.ToString());
        Assert.False(File.Exists(json));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
