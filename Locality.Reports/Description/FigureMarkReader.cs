using System.Text.RegularExpressions;

namespace LocalitySim.Reports;

/// <summary>Finds the marks by which a scenario's file says what its figures rest on.</summary>
/// <remarks>A mark stands in the comment of a line, or in the comment above it. The file itself has been read and checked before.</remarks>
internal static partial class FigureMarkReader
{
    /// <summary>Returns the marks in the order of the file.</summary>
    internal static IReadOnlyList<FigureMark> Read(string yaml)
    {
        List<FigureMark> marks = [];
        List<(int Indent, string? Label)> place = [];
        string above = "";
        foreach (string line in yaml.ReplaceLineEndings("\n").Split('\n'))
        {
            (string code, string comment) = CommentedLine.Split(line);
            if (code.Trim().Length == 0)
            {
                // The heading of the file explains the marks, and marks nothing.
                above = comment.Length == 0 || place.Count == 0 ? "" : $"{above} {comment.TrimStart('#')}";
                continue;
            }

            int indent = code.Length - code.TrimStart().Length;
            place.RemoveAll(outer => outer.Indent >= indent);
            place.Add((indent, Label(code)));
            string[] labels = [.. place.Select(outer => outer.Label).OfType<string>()];
            marks.AddRange(Of($"{above} {comment.TrimStart('#')}").Select(mark => new FigureMark(labels, mark.Kind, mark.Words)));
            above = "";
        }

        return marks;
    }

    private static IEnumerable<(string Kind, string Words)> Of(string comment)
    {
        foreach (Match match in Mark().Matches(comment))
        {
            string kind = match.Groups["kind"].Value;
            yield return (kind.Length == 0 ? FigureMark.Assumption : kind, match.Groups["words"].Value.Trim().TrimEnd(';').Trim());
        }
    }

    /// <summary>Returns the key of a line, or the id of the entry that it begins.</summary>
    private static string? Label(string code)
    {
        string text = code.Trim();
        bool entry = text.StartsWith("- ", StringComparison.Ordinal);
        Match match = entry ? Id().Match(text) : Key().Match(text);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"(\[(?<kind>[VL])\] |\bassumption\b:?)(?<words>((?!\[[VL]\] |\bassumption\b).)*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^- (\{ *)?(id|service|on|model|locality): *""?(?<name>[^,""}]+?)""?( *[,}].*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9]*):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
