using System.Collections.Immutable;
using System.Text;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What Markdown makes of a report with names that are marks.</summary>
public class MarkdownPageTests
{
    private static readonly string Markdown = MarkdownPage.Of(ReportSamples.HostileReport);

    private static readonly string[] Lines = Markdown.Split('\n');

    public static TheoryData<int> Names() => [.. Enumerable.Range(0, ReportSamples.Hostile.Length)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_are_text(int name) => Assert.Contains(ReportSamples.Hostile[name].Shown, Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).SelectMany(Cells));

    [Fact]
    public void Every_row_of_a_table_has_a_cell_for_every_column()
    {
        int columns = 0;
        int tables = 0;
        foreach (string line in Lines)
        {
            if (!line.StartsWith('|'))
            {
                columns = 0;
                continue;
            }

            int cells = Cells(line).Length;
            tables += columns == 0 ? 1 : 0;
            columns = columns == 0 ? cells : columns;
            Assert.Equal(columns, cells);
        }

        Assert.True(tables > 10);
    }

    [Fact]
    public void No_mark_of_html_or_markdown_within_words_is_left_standing()
    {
        foreach (string line in Lines)
        {
            // What begins a line is the page's own.
            string words = line.TrimStart('#', '>', '|', '-', ' ').Trim('*');
            Assert.DoesNotContain(Bare(words.StartsWith("---", StringComparison.Ordinal) ? "" : words.Replace("|", "", StringComparison.Ordinal)), letter => letter is '<' or '>' or '`' or '*' or '[' or ']' or '&' or '~' or '_');
            Assert.DoesNotContain(line, letter => letter is '\u202E' or '\0' or '\a' or '\r');
        }
    }

    [Fact]
    public void Words_that_begin_like_a_list_or_a_rule_are_words()
    {
        string text = MarkdownPage.Of(new Report
        {
            Title = "1. Title",
            Question = "",
            Footer = "- foot",
            Sections =
            [
                new ReportSection("one", "- One", [
                    new TextBlock("1. first"), new TextBlock("12) twelfth"), new TextBlock("- item"), new TextBlock("+ item"), new TextBlock("==="), new TextBlock("    code"), new TextBlock("> quote"),
                    new TextBlock("5.5 days"), new TextBlock("2026"), new TextBlock("---", TextKind.Caution), new ListBlock(["- a", "1. b", "c"])]),
            ],
        });
        Assert.Equal(
            "# 1. Title\n\n## - One\n\n1\\. first\n\n12\\) twelfth\n\n\\- item\n\n\\+ item\n\n\\===\n\ncode\n\n\\> quote\n\n5.5 days\n\n2026\n\n> \\---\n\n- \\- a\n- 1\\. b\n- c\n\n---\n\n\\- foot\n",
            text);
    }

    [Fact]
    public void A_chart_is_its_title_its_description_and_its_numbers()
    {
        foreach (Chart chart in ReportSamples.TameReport.Charts)
        {
            string text = MarkdownPage.Of(ReportSamples.TameReport with { Sections = [new ReportSection("one", "One", [new ChartBlock(chart)])] });
            string[] lines = text.Split('\n');
            Assert.Contains(lines, line => line.StartsWith("### ", StringComparison.Ordinal));
            Assert.Contains(Bare(chart.Alternative), lines.Select(Unescaped).Select(Bare));
            Assert.Equal(chart.Table.Rows.Length + 2, lines.Count(line => line.StartsWith('|')));
        }
    }

    /// <summary>Returns the cells of a row, without the backslashes before marks.</summary>
    private static string[] Cells(string line)
    {
        ImmutableArray<string>.Builder cells = ImmutableArray.CreateBuilder<string>();
        StringBuilder cell = new();
        for (int at = 1; at < line.Length; at++)
        {
            if (line[at] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                continue;
            }

            at += line[at] == '\\' ? 1 : 0;
            cell.Append(line[at]);
        }

        return [.. cells];
    }

    private static string Unescaped(string line)
    {
        StringBuilder text = new();
        for (int at = 0; at < line.Length; at++)
        {
            at += line[at] == '\\' && at + 1 < line.Length ? 1 : 0;
            text.Append(line[at]);
        }

        return text.ToString();
    }

    /// <summary>Returns a text without the marks that a backslash stands before.</summary>
    private static string Bare(string text)
    {
        StringBuilder bare = new();
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
                continue;
            }

            bare.Append(text[at]);
        }

        return bare.ToString();
    }
}
