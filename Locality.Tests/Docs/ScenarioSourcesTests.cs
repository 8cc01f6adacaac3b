using Xunit;

namespace LocalitySim.Tests.Docs;

/// <summary>Every figure that a scenario holds names its source beside it, or says that it is an assumption.</summary>
public sealed class ScenarioSourcesTests
{
    public static TheoryData<string> Places => [.. Directory.GetDirectories(Repository.Scenarios).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_five_places() => Assert.Equal(5, Places.Count);

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_figure_has_a_source_or_is_called_an_assumption(string place) =>
        Findings.None(FigureMarks.Missing(SourceFiles.Read($"scenarios/{place}/scenario.yaml")));

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_column_of_a_table_is_in_the_table_of_sources(string place)
    {
        string readme = SourceFiles.Read($"scenarios/{place}/README.md");
        int start = readme.IndexOf("\n## Sources\n", StringComparison.Ordinal);
        Assert.True(start >= 0, "The page has no section 'Sources'.");
        int end = readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        string[] rows = [.. readme[start..(end < 0 ? readme.Length : end)].Split('\n').Where(line => line.StartsWith('|'))];
        List<string> missing = [];
        foreach (string table in SourceFiles.Find($"scenarios/{place}", "*.csv"))
        {
            foreach (string column in SourceFiles.Read(table).Split('\n')[0].Split(','))
            {
                if (!rows.Any(row => row.Contains($"`{column}`", StringComparison.Ordinal)))
                {
                    missing.Add($"{table}: `{column}`");
                }
            }
        }

        Findings.None(missing);
    }

    [Theory]
    [InlineData("fte: 5", 1)]
    [InlineData("fte: 5 # posts", 1)]
    [InlineData("fte: 5 # [V] DfE 2025", 0)]
    [InlineData("fte: 5 # assumption", 0)]
    [InlineData("fte: 5 # [J] a judgement", 2)]
    [InlineData("fte: 5 # [V]", 2)]
    [InlineData("# [L] a paper\nfte: 5\nother: 6", 1)]
    [InlineData("# [L] a paper\n\nfte: 5", 1)]
    [InlineData("plan: # assumption\n  years: 3\nother: 6", 1)]
    [InlineData("list:\n  - { points: 4, share: 0.5 }\n  - 2025-04-18", 2)]
    [InlineData("list:\n  - { id: area-1, name: Area 1, areas: [Ward 2] }\n  - name: \"3 # 4\"", 0)]
    public void A_figure_is_marked_on_its_line_above_it_or_at_its_block(string yaml, int findings) =>
        Assert.Equal(findings, FigureMarks.Missing(yaml).Count());
}
