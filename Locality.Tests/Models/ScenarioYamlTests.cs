using System.Text;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioYamlTests
{
    [Theory]
    [InlineData("fte: 10", "fte: 10\n    fte: 3", "small/scenario.yaml(12,5): services[0]: found the key 'fte' again (first on line 11); expected each key once")]
    [InlineData("assessment: {}", "assessment: &a {}", "small/scenario.yaml(17,17): pathways[0].assessment: found the anchor '&a'; expected a value without an anchor; write the value out where it is needed")]
    [InlineData("assessment: {}", "assessment: *a", "small/scenario.yaml(17,17): pathways[0].assessment: found the alias '*a'; expected the value itself; write the value out")]
    [InlineData("assessment: {}", "assessment: !x {}", "small/scenario.yaml(17,17): pathways[0].assessment: found the tag '!x'; expected a value without a tag")]
    [InlineData("fte: 10", "fte: !!int 10", "small/scenario.yaml(11,10): services[0].fte: found the tag 'tag:yaml.org,2002:int'; expected a value without a tag")]
    [InlineData("fte: 10", "fte: 10\n    <<: { postSize: 1 }", "small/scenario.yaml(12,5): services[0]: found a merge key; expected the keys themselves; write the keys out")]
    [InlineData("fte: 10", "fte: 10\n    ? [postSize]\n    : 1", "small/scenario.yaml(12,7): services[0]: found a list or a set of keys as a key; expected a word as the key")]
    [InlineData("areas: [Ash, Beech]", "areas: [Ash, Beech", "small/scenario.yaml(26,55): found a mistake in the YAML (did not find expected ',' or ']'); expected brackets, quotes and indents that match")]
    [InlineData("fte: 10", "fte: 10\n  fte: 3", "small/scenario.yaml(12,3): found a mistake in the YAML (did not find expected '-' indicator); expected brackets, quotes and indents that match")]
    [InlineData("name: Smallbridge", "name: 'Smallbridge", "small/scenario.yaml(2,7): found a mistake in the YAML (found unexpected end of stream); expected brackets, quotes and indents that match")]
    [InlineData("    fte: 10", "\tfte: 10", "small/scenario.yaml(11,1): found a tab in the indent; expected spaces; replace each tab by spaces")]
    [InlineData("name: Smallbridge", "name: Small\abridge", "small/scenario.yaml(2,12): found the control character U+0007; expected plain text")]
    public void What_is_not_plain_YAML_is_refused_where_it_stands(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, old, replacement).Problems());
    }

    [Fact]
    public void A_malformed_flow_collection_that_the_parser_trips_over_is_a_problem_like_any_other()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "alwaysOpen: true", "bankHolidays: [2025-12-25, 2025-12-26");
        Assert.Equal(
            ["small/scenario.yaml(5,28): found a mistake in the YAML; expected brackets, quotes and indents that match"],
            scenario.Problems());
    }

    [Fact]
    public void A_second_document_is_refused()
    {
        using SmallScenario scenario = new();
        Assert.Equal(["small/scenario.yaml(28,1): found a second document; expected one document"], scenario.Append(SmallScenario.Yaml, "---\nname: x\n").Problems());
    }

    [Theory]
    [InlineData("", "small/scenario.yaml: found an empty file; expected text")]
    [InlineData("# nothing but a comment\n", "small/scenario.yaml: found an empty file; expected a scenario")]
    [InlineData("- a list\n", "small/scenario.yaml(1,1): found a list; expected a scenario: keys such as name, services and structures")]
    [InlineData("just words\n", "small/scenario.yaml(1,1): found 'just words'; expected a scenario: keys such as name, services and structures")]
    public void A_file_that_holds_no_scenario_is_one_problem(string text, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Write(SmallScenario.Yaml, text).Problems());
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_where_they_stand()
    {
        using SmallScenario scenario = new();
        scenario.Write(SmallScenario.Yaml, [.. "format: 1\nname: Caf"u8, 0xE9, .. "\n"u8]);
        Assert.Equal(
            ["small/scenario.yaml(2,10): found bytes that are not UTF-8; expected UTF-8 text; save the file as UTF-8"],
            scenario.Problems());
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake()
    {
        using SmallScenario scenario = new();
        string text = File.ReadAllText(Path.Combine(scenario.Folder, SmallScenario.Yaml));
        Assert.Empty(scenario.Write(SmallScenario.Yaml, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).Problems());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    public void Deep_nesting_is_refused_and_exhausts_no_stack(string bracket)
    {
        using SmallScenario scenario = new();
        scenario.Write(SmallScenario.Yaml, string.Concat(Enumerable.Repeat(bracket, 100_000)));
        Assert.Equal("small/scenario.yaml(1,33): found nesting deeper than 32; expected 32 at most", scenario.Problems()[^1]);
    }

    [Fact]
    public void A_huge_file_is_refused_without_being_read()
    {
        using SmallScenario scenario = new();
        using (FileStream stream = File.OpenWrite(Path.Combine(scenario.Folder, SmallScenario.Yaml)))
        {
            stream.SetLength(200_000_000);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["small/scenario.yaml: found a file of 200.0 MB; expected 5 MB at most"], scenario.Problems());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5_000_000);
    }

    [Fact]
    public void More_values_than_any_scenario_needs_are_refused()
    {
        using SmallScenario scenario = new();
        scenario.Append(SmallScenario.Yaml, "x:\n" + string.Concat(Enumerable.Repeat("- a\n", 500_001)));
        Assert.StartsWith("small/scenario.yaml(499981,3): found more than 500,000 values; expected 500,000 at most", Assert.Single(scenario.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_a_file_cannot_steer_a_terminal()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "tier: specialist", "tier: \"\\e[31mred\"");
        Assert.Equal(
            ["small/scenario.yaml(10,11): services[0].tier: found '\\u001b[31mred'; expected one of universal, targeted, specialist"],
            scenario.Problems());
    }

    [Fact]
    public void Every_problem_is_reported_at_once_in_the_order_of_files_lines_and_columns()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: -1")
            .Replace(SmallScenario.Yaml, "meanDays: 200", "meanDays: -200")
            .Replace(SmallScenario.Yaml, "fte: 2", "fte: two")
            .Replace(SmallScenario.Yaml, "bases: [Cedar]", "bases: [Ceder]")
            .Replace(SmallScenario.Areas, "0.2", "2")
            .Replace(SmallScenario.Neighbours, "Beech,Cedar", "Beech,Beech");
        Assert.Equal(
            [
                "small/areas.csv(3,11): idaci: found 2; expected a share from 0 to 1; write 12 % as 0.12",
                "small/neighbours.csv(3,7): area_b: found a border of 'Beech' with itself; expected two areas",
                "small/scenario.yaml(7,8): frontDoor.fte: found 'two'; expected a number, above zero",
                "small/scenario.yaml(11,10): services[0].fte: found -1; expected zero or more",
                "small/scenario.yaml(19,47): pathways[0].casework.duration.meanDays: found -200; expected above zero",
                "small/scenario.yaml(27,46): structures[0].localities[1].bases[0]: found 'Ceder'; expected an area of areas.csv; did you mean 'Cedar'?",
            ],
            scenario.Problems());
    }

    [Fact]
    public void Past_fifty_problems_the_message_says_how_many_more_there_are()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "alwaysOpen: true", "bankHolidays: [" + string.Join(", ", Enumerable.Repeat("soon", 60)) + "]");
        ScenarioException exception = Assert.Throws<ScenarioException>(() => Scenario.Load(scenario.Folder));
        string[] lines = scenario.Shorten(exception.Message).Split('\n');
        Assert.Equal(60, exception.Problems.Length);
        Assert.Equal("small/scenario.yaml(5,18): calendar.bankHolidays[0]: found 'soon'; expected a date that exists, written as 2025-04-01", lines[0]);
        Assert.Equal(["… and 10 more.", "60 problems."], lines[50..]);
    }
}
