using System.Collections.Immutable;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Writes a report as Markdown: its words and tables, each chart as its description and its numbers.</summary>
/// <remarks>The dialect is CommonMark with the tables of GitHub Flavored Markdown.</remarks>
public static class MarkdownPage
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text, with line feeds.</returns>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new();
        Line(text, $"# {Safe(report.Title)}");
        if (report.Question.Length > 0)
        {
            Line(text, $"*{Safe(report.Question)}*");
        }

        foreach (ReportSection section in report.Sections)
        {
            Line(text, $"## {Safe(section.Heading)}");
            Write(text, section.Blocks);
        }

        Line(text, "---");
        text.Append(Begun(report.Footer)).Append('\n');
        return text.ToString();
    }

    private static void Write(StringBuilder text, ImmutableArray<ReportBlock> blocks)
    {
        foreach (ReportBlock block in blocks)
        {
            Write(text, block);
        }
    }

    private static void Write(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case TextBlock { Kind: TextKind.Answer } words:
                Line(text, $"**{Safe(words.Words)}**");
                break;
            case TextBlock { Kind: TextKind.Caution } words:
                Line(text, $"> {Begun(words.Words)}");
                break;
            case TextBlock words:
                Line(text, Begun(words.Words));
                break;
            case HeadingBlock heading:
                Line(text, $"### {Safe(heading.Words)}");
                break;
            case ListBlock list:
                Line(text, string.Join('\n', list.Items.Select(item => $"- {Begun(item)}")));
                break;
            case TableBlock table:
                Write(text, table.Table);
                break;
            case ChartBlock chart:
                Line(text, $"### {Safe(chart.Chart.Title)}");
                Line(text, Begun(chart.Chart.Alternative));
                if (chart.Chart.Note is { } note)
                {
                    Line(text, Begun(note));
                }

                Write(text, chart.Chart.Table);
                break;
            case FoldedBlock folded:
                Line(text, $"### {Safe(folded.Summary)}");
                Write(text, folded.Blocks);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} has no form in Markdown.");
        }
    }

    private static void Write(StringBuilder text, ShownTable table)
    {
        text.Append(Begun(table.Caption)).Append("\n\n");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(column => Safe(column.Heading))).Append(" |\n");
        text.Append('|').AppendJoin('|', table.Columns.Select(column => column.IsNumber ? "---:" : "---")).Append("|\n");
        foreach (ImmutableArray<ShownCell> row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(cell => Safe(cell.Text))).Append(" |\n");
        }

        text.Append('\n');
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");

    /// <summary>Makes words safe that a line begins with: what looks there like an entry of a list, a rule or an indented block is none.</summary>
    private static string Begun(string words)
    {
        string line = Safe(words).TrimStart();
        int digits = line.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0)
        {
            bool isNumbered = digits < line.Length && line[digits] is ('.' or ')') && (digits + 1 == line.Length || line[digits + 1] == ' ');
            return isNumbered ? line.Insert(digits, "\\") : line;
        }

        return line.Length > 0 && line[0] is ('-' or '+' or '=') ? $"\\{line}" : line;
    }

    /// <summary>Writes out control characters and marks that turn the direction of writing, and puts a backslash before what Markdown or HTML would take for its own.</summary>
    private static string Safe(string words)
    {
        StringBuilder safe = new(words.Length);
        foreach (Rune rune in words.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                safe.Append(' ');
            }
            else if (VisibleText.IsHidden(rune))
            {
                safe.Append('\uFFFD');
            }
            else
            {
                safe.Append(rune.Value is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '~' or '&' ? "\\" : "").Append(rune.ToString());
            }
        }

        return safe.ToString();
    }
}
