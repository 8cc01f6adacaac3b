using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

public class ValidateCommandTests
{
    private const string Warning =
        "small/scenario.yaml(26,29): structures[0].localities[0].areas: found 2 parts that do not touch (Ash | Cedar); expected areas that touch, by neighbours.csv";

    [Fact]
    public void A_good_scenario_is_summarised_and_ends_with_0()
    {
        using SmallScenario scenario = new();
        CommandRun run = CommandRun.Of("validate", scenario.Folder);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Equal(
            """
            Smallbridge: 3 areas, 600 children
            Services
              care  10 FTE
            Structures
              two  contiguous  2 localities

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public void Problems_go_to_standard_error_one_to_a_line_and_end_with_2()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: -0.5").Replace(SmallScenario.Areas, "0.2", "1.2");
        CommandRun run = CommandRun.Of("validate", scenario.Folder);
        Assert.Equal(2, (int)run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(
            """
            small/areas.csv(3,11): idaci: found 1.2; expected a share from 0 to 1; write 12 % as 0.12
            small/scenario.yaml(11,10): services[0].fte: found -0.5; expected zero or more
            2 problems.

            """.ReplaceLineEndings("\n"),
            scenario.Shorten(run.Error));
    }

    [Fact]
    public void Warnings_go_to_standard_error_and_end_with_0()
    {
        using SmallScenario scenario = Apart();
        CommandRun run = CommandRun.Of("validate", scenario.Folder);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal($"warning: {Warning}\n", scenario.Shorten(run.Error));
        Assert.Contains("  two  1 not contiguous  2 localities\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_on_standard_output_stands_there_alone()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: -0.5");
        CommandRun run = CommandRun.Of("validate", scenario.Folder, "--json", "-");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(
            """
            {
              "problems": [
                {
                  "file": "small/scenario.yaml",
                  "line": 11,
                  "column": 10,
                  "path": "services[0].fte",
                  "found": "-0.5",
                  "expected": "zero or more",
                  "fix": null
                }
              ],
              "warnings": []
            }

            """.ReplaceLineEndings("\n"),
            scenario.Shorten(run.Output));
    }

    [Fact]
    public void Json_in_a_file_leaves_the_summary_where_it_was()
    {
        using SmallScenario scenario = Apart();
        string file = Path.Combine(scenario.Folder, "report.json");
        CommandRun run = CommandRun.Of("validate", scenario.Folder, "--json", file);
        Assert.StartsWith("Smallbridge: 3 areas, 600 children\n", run.Output, StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Equal(0, report.RootElement.GetProperty("problems").GetArrayLength());
        JsonElement warning = Assert.Single(report.RootElement.GetProperty("warnings").EnumerateArray());
        Assert.Equal(26, warning.GetProperty("line").GetInt32());
        Assert.Equal("structures[0].localities[0].areas", warning.GetProperty("path").GetString());
        Assert.Equal(
            ["areas.csv", "neighbours.csv", "report.json", "scenario.yaml"],
            Directory.GetFiles(scenario.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Json_that_cannot_be_written_ends_with_3_and_says_which_file()
    {
        using SmallScenario scenario = new();
        string file = Path.Combine(scenario.Folder, "none", "report.json");
        CommandRun run = CommandRun.Of("validate", scenario.Folder, "--json", file);
        Assert.Equal(3, (int)run.ExitCode);
        Assert.StartsWith("--json: cannot write small/none/report.json: ", scenario.Shorten(run.Error), StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    private static SmallScenario Apart() => new SmallScenario()
        .Replace(SmallScenario.Yaml, "areas: [Ash, Beech]", "areas: [Ash, Cedar]")
        .Replace(SmallScenario.Yaml, "areas: [Cedar]", "areas: [Beech]");
}
