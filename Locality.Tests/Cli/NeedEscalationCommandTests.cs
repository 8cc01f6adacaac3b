using System.Globalization;
using System.Text.Json;
using LocalitySim.Cli;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The command <c>need escalation</c> says what tells, how well, and whether as well in each fifth.</summary>
public sealed class NeedEscalationCommandTests
{
    [Fact]
    public void Supplied_referrals_give_the_table_the_json_document_and_a_model_that_can_be_read()
    {
        using SmallScenario scenario = new();
        string cases = Path.Combine(scenario.Folder, "cases.csv");
        string model = Path.Combine(scenario.Folder, "model.json");
        File.WriteAllText(cases, Csv(DrawnCases.Of(1, 1500)));
        CommandRun words = CommandRun.Of("need", "escalation", scenario.Folder, "--cases", cases, "--out", model);
        Assert.Equal("", words.Error);
        Assert.Equal(ExitCode.Done, words.ExitCode);
        foreach (string expected in (string[])["CAUTION: For planning", "came on pathway early rather than need", "the child was referred before", "Brier score", "Tenth of chance", "fifth 5 (least deprived)", "no clear difference", "not proof of fairness", "95 % intervals over referrals like these"])
        {
            Assert.Contains(expected, words.Output, StringComparison.Ordinal);
        }

        Assert.Equal(EscalationMethod.Logistic, EscalationModelJson.Read(File.ReadAllText(model)).Method);
        using JsonDocument document = JsonDocument.Parse(CommandRun.Of("need", "escalation", scenario.Folder, "--cases", cases, "--json", "-").Output);
        JsonElement root = document.RootElement;
        Assert.Equal(
            ["caution", "manifest", "data", "method", "odds", "setAside", "penalty", "leftOut", "skill", "reliability", "threshold", "fifths", "fairness"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("logistic", root.GetProperty("method").GetProperty("used").GetString());
        Assert.Equal(1500, root.GetProperty("data").GetProperty("referrals").GetInt32());

        // Three areas can hold no more than three of the five.
        Assert.Equal(["1", "3", "5"], root.GetProperty("fifths").EnumerateArray().Select(fifth => fifth.GetProperty("fifth").GetString()));
        Assert.Equal(JsonValueKind.Number, root.GetProperty("skill").GetProperty("rocArea").GetProperty("lower").ValueKind);
    }

    [Fact]
    public void Simulated_referrals_need_no_file_and_the_same_seed_gives_the_same_table()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: 4");
        string[] quick = ["need", "escalation", scenario.Folder, "--years", "3", "--replications", "2", "--seed", "5"];
        CommandRun one = CommandRun.Of([.. quick, "--threads", "1"]);
        Assert.Equal(ExitCode.Done, one.ExitCode);
        Assert.Contains("2 simulated futures of", one.Output, StringComparison.Ordinal);
        Assert.Contains("escalated within 365 days", one.Output, StringComparison.Ordinal);
        Assert.Equal(one.Output, CommandRun.Of([.. quick, "--threads", "2"]).Output);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_nothing_is_written()
    {
        using SmallScenario scenario = new();
        CommandRun run = CommandRun.Of("need", "escalation", scenario.Folder, "--out", "/nowhere/model.json", "--structure", "none", "--replications", "0", "--years", "1", "--threads", "0");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        foreach (string expected in (string[])
        [
            "--out: found '/nowhere/model.json'; expected a file in a folder that exists",
            "--structure: found 'none'; expected one of two",
            "--replications: found 0; expected from 1 to 1000",
            "--years: found 1; expected more than the warm-up of 0.5 years and a window of 365 days",
            "--threads: found 0; expected a whole number from 1 to 1024",
        ])
        {
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("--window: found 0; expected from 1 to 3650 days", CommandRun.Of("need", "escalation", scenario.Folder, "--window", "0").Error, StringComparison.Ordinal);
        string same = Path.Combine(scenario.Folder, "same.json");
        Assert.Contains("which --json takes; expected another file", CommandRun.Of("need", "escalation", scenario.Folder, "--out", same, "--json", same).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_mistakes_and_one_with_too_few_escalations_are_refused()
    {
        using SmallScenario scenario = new();
        string cases = Path.Combine(scenario.Folder, "cases.csv");
        string model = Path.Combine(scenario.Folder, "model.json");
        Assert.Contains("cases.csv: found no file", CommandRun.Of("need", "escalation", scenario.Folder, "--cases", cases).Error, StringComparison.Ordinal);
        File.WriteAllText(cases, "child,date,pathway,return,escalated,area\na,2025-01-01,need,0,7,Ash\nb,2025-01-01,need,0,1,Elm\n");
        CommandRun wrong = CommandRun.Of("need", "escalation", scenario.Folder, "--cases", cases);
        Assert.Equal(ExitCode.BadInput, wrong.ExitCode);
        Assert.Contains("cases.csv(2,21): escalated: found '7'; expected 0, 1, or nothing", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("cases.csv(3,23): area: found 'Elm'", wrong.Error, StringComparison.Ordinal);
        File.WriteAllText(cases, Csv(DrawnCases.Of(1, 50)));
        CommandRun few = CommandRun.Of("need", "escalation", scenario.Folder, "--cases", cases, "--out", model);
        Assert.Equal(ExitCode.BadInput, few.ExitCode);
        Assert.Contains("of each for training", few.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(model));
    }

    private static string Csv(CaseTable table) => string.Join('\n', table.Cases.Select(item => string.Create(
        CultureInfo.InvariantCulture,
        $"{item.Child},{item.Date:yyyy-MM},{item.Pathway},{(item.IsReturn ? 1 : 0)},{(item.HasEscalated ? 1 : 0)},{item.Age},{item.Source},{item.IncomeDeprived}"))
        .Prepend("child,date,pathway,return,escalated,age,source,idaci"));
}
