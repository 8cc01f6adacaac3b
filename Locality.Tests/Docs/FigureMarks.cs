using System.Globalization;
using System.Text.RegularExpressions;
using LocalitySim.Reports;

namespace LocalitySim.Tests.Docs;

/// <summary>
/// Finds the figures of a scenario file that have no mark: <c>[V]</c> or <c>[L]</c> with a source, or the word <c>assumption</c>, in the
/// comment on their line, in the comment above it, or at a line that opens a block around them.
/// </summary>
internal static partial class FigureMarks
{
    internal static IEnumerable<string> Missing(string yaml)
    {
        List<(int Indent, bool Marked)> parents = [];
        bool above = false;
        int number = 0;
        foreach (string line in yaml.Split('\n'))
        {
            number++;
            (string code, string comment) = CommentedLine.Split(line);
            if (WrongMark().IsMatch(comment))
            {
                yield return $"line {number}: a mark that is neither [V] nor [L], or has no source: {comment}";
            }

            if (code.Trim().Length == 0)
            {
                above = comment.Length > 0 && (above || Mark().IsMatch(comment));
                continue;
            }

            int indent = code.Length - code.TrimStart().Length;
            parents.RemoveAll(parent => parent.Indent >= indent);
            bool marked = above || Mark().IsMatch(comment);
            if (!marked && parents.TrueForAll(parent => !parent.Marked) && HoldsFigure(code))
            {
                yield return $"line {number}: {line.Trim()}";
            }

            parents.Add((indent, marked));
            above = false;
        }
    }

    /// <summary>Says whether any whole value of the line is a number or a date; a digit in a name is none.</summary>
    private static bool HoldsFigure(string code) => code.Split(',', '{', '}', '[', ']').Any(part =>
    {
        string value = part[(part.LastIndexOf(": ", StringComparison.Ordinal) + 1)..].Trim();
        value = value.StartsWith("- ", StringComparison.Ordinal) ? value[2..].Trim() : value;
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || Date().IsMatch(value);
    });

    [GeneratedRegex(@"\[[VL]\] \w|\bassumption\b", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[[A-Z]\](?<!\[[VL]\])|\[[VL]\](?! \w)", RegexOptions.None, 1000)]
    private static partial Regex WrongMark();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.None, 1000)]
    private static partial Regex Date();
}
