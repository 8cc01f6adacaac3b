using LocalitySim.Cli;
using LocalitySim.Models;
using LocalitySim.Tests.Docs;
using Xunit;

namespace LocalitySim.Tests;

public sealed class NewCommandTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("locality-").FullName;

    private string Folder => Path.Combine(_parent, "town");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void There_are_two_templates() => Assert.Equal(["derby", "minimal"], ScenarioTemplate.Names);

    [Theory]
    [InlineData("minimal", "README.md", "areas.csv", "neighbours.csv", "scenario.yaml")]
    [InlineData("derby", "README.md", "areas.csv", "neighbours.csv", "observed.csv", "scenario.yaml")]
    public void A_template_has_neither_problems_nor_warnings_of_its_own(string template, params string[] files)
    {
        CommandRun run = CommandRun.Of("new", Folder, "--from", template);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        ScenarioReading reading = ScenarioFolder.Read(Folder);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Warnings);
        Assert.Equal(files, Files(Folder));
        Assert.Equal(["town"], Entries());
    }

    [Fact]
    public void The_smallest_is_the_default_and_its_next_steps_are_printed()
    {
        CommandRun run = CommandRun.Of("new", Folder);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            """
            Wrote README.md, areas.csv, neighbours.csv, scenario.yaml to TOWN.
            Next:
              locality validate TOWN
              locality describe TOWN
              locality compare TOWN --replications 10
              locality schema > TOWN/scenario.schema.json
            With that schema an editor completes keys where the first line of scenario.yaml is
              # yaml-language-server: $schema=scenario.schema.json

            """.ReplaceLineEndings("\n"),
            run.Output.Replace(Folder, "TOWN", StringComparison.Ordinal));
        Assert.Equal("Little town", ScenarioFolder.Load(Folder).Name);
        Assert.StartsWith("# yaml-language-server: $schema=scenario.schema.json\n", File.ReadAllText(Path.Combine(Folder, "scenario.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_smallest_shows_what_a_planner_wants_first()
    {
        CommandRun.Of("new", Folder);
        Scenario scenario = ScenarioFolder.Load(Folder);
        Assert.Equal(3, scenario.Place.Areas.Length);
        Assert.Equal((2, 2, 2, 1), (scenario.Services.Length, scenario.Pathways.Length, scenario.Structures.Length, scenario.DeliveryModels.Length));
        Assert.Single(scenario.Structures.SelectMany(structure => structure.Steps));
        Assert.NotEqual(scenario.Structures[0].Staffing, scenario.Structures[1].Staffing);
    }

    [Fact]
    public void Every_figure_of_the_smallest_carries_a_mark()
    {
        CommandRun.Of("new", Folder);
        Assert.Empty(FigureMarks.Missing(File.ReadAllText(Path.Combine(Folder, "scenario.yaml"))));
    }

    [Fact]
    public void The_smallest_can_be_compared()
    {
        CommandRun.Of("new", Folder);
        CommandRun run = CommandRun.Of("compare", Folder, "--replications", "2", "--years", "1");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("One locality, one team from 2026, less Two localities", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Derby_is_the_scenario_itself()
    {
        CommandRun.Of("new", Folder, "--from", "derby");
        foreach (string file in Files(Repository.Derby))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Derby, file)), File.ReadAllBytes(Path.Combine(Folder, file)));
        }
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        Directory.CreateDirectory(Folder);
        Assert.Equal(ExitCode.Done, CommandRun.Of("new", Folder).ExitCode);
        Assert.Equal(["README.md", "areas.csv", "neighbours.csv", "scenario.yaml"], Directory.GetFileSystemEntries(Folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_as_it_is()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");
        CommandRun run = CommandRun.Of("new", Folder);
        Assert.Equal((ExitCode.BadInput, ""), (run.ExitCode, run.Output));
        Assert.Equal($"FOLDER: found '{Folder}', which is not empty; expected a new name, or an empty folder\n", run.Error);
        Assert.Equal(["notes.txt"], Files(Folder));
        Assert.Equal(["town"], Entries());
    }

    [Fact]
    public void A_file_of_that_name_is_left_as_it_is()
    {
        File.WriteAllText(Folder, "mine");
        CommandRun run = CommandRun.Of("new", Folder);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal($"FOLDER: found the file '{Folder}'; expected a new name, or an empty folder\n", run.Error);
        Assert.Equal("mine", File.ReadAllText(Folder));
    }

    [Fact]
    public void A_folder_inside_one_that_does_not_exist_is_refused()
    {
        string inner = Path.Combine(Folder, "inner");
        CommandRun run = CommandRun.Of("new", inner);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal($"FOLDER: found '{inner}' in a folder that does not exist; expected a new name, or an empty folder; make '{Folder}' first\n", run.Error);
        Assert.Empty(Entries());
    }

    [Theory]
    [InlineData("derbi", "; did you mean 'derby'?")]
    [InlineData("Minimal", "; did you mean 'minimal'?")]
    [InlineData("small", "")]
    [InlineData("", "")]
    public void An_unknown_template_is_refused_with_the_nearest_one(string template, string fix)
    {
        CommandRun run = CommandRun.Of("new", Folder, "--from", template);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal($"--from: found '{template}'; expected one of derby, minimal{fix}\n", run.Error);
        Assert.Empty(Entries());
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        CommandRun run = CommandRun.Of("new", " ", "--from", "oxford");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("--from: found 'oxford'; expected one of derby, minimal\nFOLDER: found nothing; expected a new name, or an empty folder\n", run.Error);
    }

    [Fact]
    public void What_cannot_be_written_leaves_nothing_behind()
    {
        // A name that is as long as a file system takes it leaves no room for the name of the folder that is made first.
        string folder = Path.Combine(_parent, new string('a', 250));
        CommandRun run = CommandRun.Of("new", folder);
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith($"FOLDER: cannot write {folder}: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Entries());
    }

    private static string[] Files(string folder) => [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private string[] Entries() => [.. Directory.GetFileSystemEntries(_parent).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}
