using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using LocalitySim.Cli;
using LocalitySim.Models;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

public partial class DescribeCommandTests
{
    // A place is described once for all tests that look at it.
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> MarkdownTexts = new(StringComparer.Ordinal);

    private static readonly string[] Checklist =
    [
        "1 Objectives", "1.1 Purpose of the model", "1.2 Model outputs", "1.3 Experimentation aims",
        "2 Logic", "2.1 Base model overview diagram (in words)", "2.2 Base model logic", "2.3 Scenario logic", "2.4 Algorithms", "2.5 Components",
        "2.5.1 Entities", "2.5.2 Activities", "2.5.3 Resources", "2.5.4 Queues", "2.5.5 Entry and exit points",
        "3 Data", "3.1 Data sources", "3.2 Pre-processing", "3.3 Input parameters", "3.4 Assumptions",
        "4 Experimentation", "4.1 Initialisation", "4.2 Run length", "4.3 Estimation approach",
        "5 Implementation", "5.1 Software", "5.2 Random sampling", "5.3 Model execution", "5.4 System specification",
        "6 Code access", "6.1 Computer model sharing statement",
    ];

    public static TheoryData<string> Places => [.. Directory.GetDirectories(Repository.Scenarios).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Sections_come_in_the_order_of_the_checklist(string place)
    {
        Assert.Equal(Checklist, Heading().Matches(Text(place)).Select(match => match.Groups["text"].Value));
        Assert.Equal(Checklist, MarkdownHeading().Matches(Markdown(place)).Select(match => match.Groups["text"].Value));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Everything_that_has_an_id_is_named_with_what_it_rests_on(string place)
    {
        Scenario scenario = ScenarioFolder.Load(Repository.Scenario(place));
        string text = OneLine(Text(place));
        (string Name, string Id)[] named =
        [
            .. scenario.Services.Select(service => (service.Name, service.Id)),
            .. scenario.Pathways.Select(pathway => (pathway.Name, pathway.Id)),
            .. scenario.Structures.Select(structure => (structure.Name, structure.Id)),
            .. scenario.DeliveryModels.Select(model => (model.Name, model.Id)),
        ];
        Assert.All(named, pair => Assert.Contains(Words.Name(pair.Name, pair.Id), text, StringComparison.Ordinal));
        Assert.Equal(named.Length, Regex.Count(text, "Rests on: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.All(scenario.Place.Areas, area => Assert.Contains(area.Name, text, StringComparison.Ordinal));
        Assert.Equal(scenario.Structures.Length, Regex.Count(text, "one named worker from each service", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void No_line_is_longer_than_100_characters(string place)
    {
        Assert.All($"{Text(place)}{Markdown(place)}".Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void The_smallest_template_is_described_word_for_word()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"locality-{Guid.NewGuid():N}");
        CommandRun.Of("new", folder);
        try
        {
            string version = typeof(Scenario).Assembly.GetName().Version!.ToString(3);
            string text = Describe(folder).Output.Replace($"LocalitySim {version}", "LocalitySim VERSION", StringComparison.Ordinal);
            string golden = Path.Combine(Repository.Root, "Locality.Tests", "Cli", "minimal.description.txt");
            if (string.Equals(Environment.GetEnvironmentVariable("UPDATE_DOCS"), "1", StringComparison.Ordinal))
            {
                File.WriteAllText(golden, text);
            }

            Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings("\n"), text);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_value_that_the_file_leaves_out_is_a_default_and_one_that_it_gives_is_not()
    {
        using SmallScenario scenario = new();
        string before = Describe(scenario.Folder, "--defaults").Output;
        Assert.Contains("- services[].yearlyTurnover: 0.118. Verified: DfE", before, StringComparison.Ordinal);
        Assert.Contains("- travel.detourFactor: 1.3. Literature: ", before, StringComparison.Ordinal);
        Assert.DoesNotContain("agencyCover", before, StringComparison.Ordinal);

        // Written out, a default is a default no more.
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: 10\n    yearlyTurnover: 0.118");
        string after = Describe(scenario.Folder, "--defaults").Output;
        Assert.DoesNotContain("yearlyTurnover", after, StringComparison.Ordinal);
        Assert.Equal(DefaultsOf(before) - 1, DefaultsOf(after));
        Assert.DoesNotContain("travel.detourFactor", Describe(scenario.Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_are_read_from_the_line_and_from_the_comment_above_it()
    {
        const string Yaml = """
            # [V] and its source: the heading marks nothing
            services:
              - id: care
                fte: 10 # [V] DfE, workforce 2025: case holders
                # [L] a local paper: twelve families; assumption: the same here
                meanVacancy: 74
              - { id: help, fte: 3 } # assumption

            """;
        Assert.Equal(
            [
                ("services/care/fte", "V", "DfE, workforce 2025: case holders"),
                ("services/care/meanVacancy", "L", "a local paper: twelve families"),
                ("services/care/meanVacancy", "assumption", "the same here"),
                ("services/help", "assumption", ""),
            ],
            FigureMarkReader.Read(Yaml).Select(mark => (mark.Path, mark.Kind, mark.Words)));
    }

    [Fact]
    public void A_service_with_fewer_people_than_localities_is_said_to_reach_only_some()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: 1\n    deployment: authority");
        string text = OneLine(Describe(scenario.Folder).Output);
        Assert.Contains("care: 1 post (1 FTE), one team for the whole authority; 1 of 2 localities can have one", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mechanisms_and_dated_steps_are_described_where_they_are_on()
    {
        using SmallScenario scenario = new();
        scenario
            .Replace(SmallScenario.Yaml, "pathways:", "deliveryModels:\n  - { id: panel, panel: { interval: 20, slots: 6 } }\n  - { id: hub, hub: { rooms: 3 }, leadTime: 30 }\npathways:")
            .Append(SmallScenario.Yaml, "    deliveryModel: panel\n    steps:\n      - { on: 2025-10-01, meanLateness: 60, delivery: { locality: north, model: hub } }\n      - { on: 2026-01-01, newPosts: { service: care, fte: 2 } }\n");
        string text = OneLine(Describe(scenario.Folder).Output);
        Assert.Contains("a panel every 20 working days (at most 6 cases a sitting; 2 hours a sitting", text, StringComparison.Ordinal);
        Assert.Contains("a hub at the first base (50 % of contacts there; ", text, StringComparison.Ordinal);
        Assert.Contains("3 rooms for 30 hours a week each; desks enough", text, StringComparison.Ordinal);
        Assert.Contains("opening 30 days after the decision", text, StringComparison.Ordinal);
        Assert.Contains("on 2025-10-01 (late by 60 days on average): north changes to the delivery model hub", text, StringComparison.Ordinal);
        Assert.Contains("on 2026-01-01: 2 FTE more of care for the teams furthest below their share of need", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_takes_nothing_of_a_name_for_its_own()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "name: Smallbridge", "name: \"Small*bridge* <b>\"");
        Assert.StartsWith("# Small\\*bridge\\* \\<b>: what is simulated\n", Describe(scenario.Folder, "--markdown").Output, StringComparison.Ordinal);
        Assert.StartsWith("Small*bridge* <b>: what is simulated\n====", Describe(scenario.Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_end_with_2_and_describe_nothing()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: -0.5");
        CommandRun run = CommandRun.Of("describe", scenario.Folder);
        Assert.Equal((ExitCode.BadInput, ""), (run.ExitCode, run.Output));
        Assert.Equal("small/scenario.yaml(11,10): services[0].fte: found -0.5; expected zero or more\n1 problem.\n", scenario.Shorten(run.Error));
    }

    private static string Text(string place) => Texts.GetOrAdd(place, static name => Describe(Repository.Scenario(name)).Output);

    private static string Markdown(string place) => MarkdownTexts.GetOrAdd(place, static name => Describe(Repository.Scenario(name), "--markdown", "--defaults").Output);

    private static CommandRun Describe(string folder, params string[] options)
    {
        CommandRun run = CommandRun.Of(["describe", folder, .. options]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return run;
    }

    private static int DefaultsOf(string text) => int.Parse(Left().Match(text).Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string OneLine(string text) => Regex.Replace(text, @"\n *(?!-)", " ", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^(?<text>[1-6][0-9.]* [A-Z].*)\n[=-]+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^##+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"^(?<number>\d+) values are left", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Left();
}
