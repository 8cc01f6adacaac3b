using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LocalitySim.Models;

/// <summary>Reads a table whose first row names its columns, keeping the place of every field. Columns may come in any order.</summary>
internal sealed class CsvTable
{
    private const int MostColumns = 100;
    private const int LongestName = 100;

    private readonly string[] _known;
    private readonly int _required;
    private readonly string? _prefix;
    private readonly ProblemList _problems;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private int _width;

    private CsvTable(string[] known, int required, string? prefix, ProblemList problems)
    {
        _known = known;
        _required = required;
        _prefix = prefix;
        _problems = problems;
    }

    /// <summary>Gets whether a row was left out because it has too many fields or too few.</summary>
    internal bool LeftRowsOut { get; private set; }

    /// <summary>Gets the columns whose headings begin with the prefix, in the order of the file.</summary>
    internal IEnumerable<string> Prefixed => _places.Where(place => HasPrefix(place.Key)).OrderBy(place => place.Value).Select(place => place.Key);

    /// <summary>Gets the rows that have as many fields as there are columns; a row gives a field for each column named.</summary>
    internal List<Dictionary<string, CsvField>> Rows { get; } = [];

    /// <summary>Reads a file, or notes why it cannot be read and returns null.</summary>
    /// <param name="columns">The columns: those that must be there, then those that may.</param>
    /// <param name="required">How many of the columns must be there.</param>
    /// <param name="mostRows">The most rows that are read.</param>
    /// <param name="problems">The file, and the list that takes its problems.</param>
    /// <param name="prefix">How the headings of further columns begin, before a name of the writer's own; null where there may be none.</param>
    internal static CsvTable? Read(string[] columns, int required, int mostRows, ProblemList problems, string? prefix = null)
    {
        return SourceFile.Read(problems) is string text ? Parse(text, columns, required, mostRows, problems, prefix) : null;
    }

    /// <summary>Reads a table's text; parameters as for <see cref="Read(string[], int, int, ProblemList, string?)"/>.</summary>
    internal static CsvTable? Parse(string text, string[] columns, int required, int mostRows, ProblemList problems, string? prefix = null)
    {
        CsvTable table = new(columns, required, prefix, problems);
        try
        {
            return table.Read(text, mostRows) ? table : null;
        }
        catch (CsvHelperException)
        {
            problems.Add("a table that cannot be read", "fields separated by commas");
            return null;
        }
    }

    private bool Read(string text, int mostRows)
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            Delimiter = ",",
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
        };
        using StringReader reader = new(text);
        using CsvParser parser = new(reader, configuration);
        bool header = true;
        int line = 1;
        while (parser.Read())
        {
            int next = parser.RawRow + 1;
            if (!string.IsNullOrWhiteSpace(parser.RawRecord))
            {
                if (!CheckQuotes(parser.RawRecord, line))
                {
                    return false;
                }

                List<(string Text, int Line, int Column)> fields = Locate(parser.Record ?? [], parser.RawRecord, line);
                if (header && !ReadHeader(fields))
                {
                    return false;
                }

                if (!header && !ReadRow(fields, mostRows))
                {
                    return false;
                }

                header = false;
            }

            line = next;
        }

        if (header)
        {
            _problems.Add("an empty file", $"the columns {string.Join(", ", _known.Take(_required))}");
        }

        return !header;
    }

    private bool CheckQuotes(string record, int line)
    {
        // A quote that is never closed swallows the rest of the file.
        if (record.Count('"') % 2 == 0)
        {
            return true;
        }

        _problems.Add(line, record.IndexOf('"', StringComparison.Ordinal) + 1, "", "a quotation mark that is not closed", "quotation marks in pairs");
        return false;
    }

    private bool ReadHeader(List<(string Text, int Line, int Column)> fields)
    {
        if (fields.Count > MostColumns)
        {
            _problems.Add(fields[0].Line, 1, "", Count(fields.Count, "column"), $"{Count(MostColumns, "column")} at most");
            return false;
        }

        _width = fields.Count;
        bool good = true;
        bool otherSeparator = false;
        for (int index = 0; index < fields.Count; index++)
        {
            (string name, int line, int column) = fields[index];
            if (HasPrefix(name) && !IsName(name[_prefix!.Length..]))
            {
                good = false;
                _problems.Add(line, column, "", $"the column {ScenarioMessage.Quote(name)}", $"{_prefix} and a name of 1 to {Number(LongestName)} characters, with no space at either end and no control character");
            }
            else if (!_known.Contains(name, StringComparer.Ordinal) && !HasPrefix(name))
            {
                good = false;
                string? meant = _problems.Nearest(name, _known.Except(_places.Keys, StringComparer.Ordinal));
                bool isRow = name.AsSpan().ContainsAny(";\t");
                otherSeparator |= isRow;
                string? fix = isRow ? "separate columns by commas" : SchemaWording.DidYouMean(meant);
                _problems.Add(line, column, "", $"the unknown column {ScenarioMessage.Quote(name)}", $"one of {string.Join(", ", _known)}{(_prefix is null ? "" : $", {_prefix}NAME")}", fix);
            }
            else if (!_places.TryAdd(name, index))
            {
                good = false;
                _problems.Add(line, column, "", $"the column {ScenarioMessage.Quote(name)} again", "each column once");
            }
        }

        string[] missing = [.. _known.Take(_required).Where(name => !_places.ContainsKey(name))];
        if (missing.Length > 0 && !otherSeparator)
        {
            _problems.Add(fields[0].Line, 1, "", $"no column {string.Join(", ", missing)}", $"the columns {string.Join(", ", _known.Take(_required))}");
        }

        return good && missing.Length == 0;
    }

    private bool ReadRow(List<(string Text, int Line, int Column)> fields, int mostRows)
    {
        (string _, int line, int column) = fields[0];
        if (fields.Count != _width)
        {
            LeftRowsOut = true;
            _problems.Add(line, column, "", Count(fields.Count, "field"), Count(_width, "field"), fields.Count > _width ? "write numbers without separators, and put a name that holds a comma in quotes" : null);
            return true;
        }

        if (Rows.Count == mostRows)
        {
            _problems.Add(line, column, "", $"more than {Count(mostRows, "row")}", $"{Count(mostRows, "row")} at most");
            return false;
        }

        Rows.Add(_places.ToDictionary(
            place => place.Key,
            place => new CsvField(fields[place.Value].Text, fields[place.Value].Line, fields[place.Value].Column, place.Key),
            StringComparer.Ordinal));
        return true;
    }

    // The parser splits fields but does not say where they begin: that is found by walking over the raw text, quotes apart.
    private static List<(string Text, int Line, int Column)> Locate(string[] record, string raw, int line)
    {
        List<(string Text, int Line, int Column)> fields = [];
        bool quoted = false;
        int column = 1;
        int start = 1;
        int startLine = line;
        foreach (char character in raw.TrimEnd('\r', '\n').Append(','))
        {
            column++;
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == '\n')
            {
                line++;
                column = 1;
            }
            else if (character == ',' && !quoted && fields.Count < record.Length)
            {
                fields.Add((record[fields.Count], startLine, start));
                start = column;
                startLine = line;
            }
        }

        return fields;
    }

    private bool HasPrefix(string name) => _prefix is not null && name.StartsWith(_prefix, StringComparison.Ordinal);

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.Trim().Length == name.Length && string.Equals(name, ScenarioMessage.Plain(name, int.MaxValue), StringComparison.Ordinal);

    private static string Count(int count, string thing) => $"{Number(count)} {thing}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
