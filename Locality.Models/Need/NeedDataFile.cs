using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalitySim.Models;

/// <summary>Reads a table of authorities and years.</summary>
internal static class NeedDataFile
{
    private const string PublishedName = "authority-years.csv";
    private const int MostRows = 50_000;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;
    private const int LongestName = 200;
    private static readonly string[] Keys = ["year", "code", "authority", NeedColumn.Children];
    private static readonly string[] Columns = [.. Keys, "region", .. NeedColumn.All.Select(column => column.Name).Except(Keys, StringComparer.Ordinal)];

    internal static NeedData ReadPublished()
    {
        using Stream stream = typeof(NeedDataFile).Assembly.GetManifestResourceStream($"LocalitySim.Models.{PublishedName}")
            ?? throw new InvalidOperationException($"{PublishedName} is not in the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        ProblemList problems = new(PublishedName);
        return Parse(reader.ReadToEnd(), problems, "England's published figures") ?? throw new ScenarioException(ProblemList.Sorted(problems));
    }

    internal static (NeedData? Data, ImmutableArray<ScenarioProblem> Problems) Read(string path)
    {
        ProblemList problems = new(path);
        NeedData? data = SourceFile.Read(problems) is { } text ? Parse(text, problems) : null;
        return problems.Any ? (null, ProblemList.Sorted(problems)) : (data, []);
    }

    private static NeedData? Parse(string text, ProblemList problems, string? name = null)
    {
        if (CsvTable.Parse(text, Columns, Keys.Length, MostRows, problems) is not { } table)
        {
            return null;
        }

        NeedColumn[] columns = [.. NeedColumn.All.Where(column => table.Rows.Count > 0 && table.Rows[0].ContainsKey(column.Name))];
        if (!columns.Any(column => NeedTarget.All.Any(target => string.Equals(target.Series, column.Series, StringComparison.Ordinal))))
        {
            problems.Add("no row with a figure to forecast", $"one of the columns {string.Join(", ", NeedColumn.All.Where(column => NeedTarget.All.Any(target => string.Equals(target.Series, column.Series, StringComparison.Ordinal))).Select(column => column.Name))}");
        }

        List<NeedRow> rows = [.. table.Rows.Select(row => RowOf(row, columns, problems)).OfType<NeedRow>()];
        CheckYears(rows, problems);
        return problems.Any ? null : DataOf(rows, columns, text, name ?? Path.GetFileName(problems.File));
    }

    private static NeedRow? RowOf(Dictionary<string, CsvField> row, NeedColumn[] columns, ProblemList problems)
    {
        CsvField year = row["year"];
        bool isYear = int.TryParse(year.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= FirstYear and <= LastYear;
        if (!isYear)
        {
            Refuse(problems, year, "a year such as 2025");
        }

        bool isNamed = true;
        foreach (CsvField name in new[] { row["code"], row["authority"] })
        {
            if (name.Text.Length is 0 or > LongestName || name.Text.Trim().Length != name.Text.Length)
            {
                Refuse(problems, name, "the authority's code and name, with no space at either end");
                isNamed = false;
            }
        }

        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (NeedColumn column in columns)
        {
            CsvField field = row[column.Name];
            if (field.Text.Length == 0)
            {
                continue;
            }

            bool isWhole = column.Kind is NeedColumnKind.Children or NeedColumnKind.Count;
            if (!double.TryParse(field.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
                || !(value >= (column.Kind is NeedColumnKind.Children ? 1 : 0) && value <= column.Most) || (isWhole && Math.Floor(value) != value))
            {
                Refuse(problems, field, column.Expected, column.Kind is NeedColumnKind.Children && value == 0 ? "leave the field empty where the number is not known" : null);
                continue;
            }

            values[column.Series] = value;
        }

        return isYear && isNamed ? new NeedRow(number, row["code"].Text, row["authority"].Text, row.TryGetValue("region", out CsvField? region) ? region.Text : "", year, values) : null;
    }

    private static void CheckYears(List<NeedRow> rows, ProblemList problems)
    {
        foreach (IGrouping<string, NeedRow> authority in rows.GroupBy(row => row.Code, StringComparer.Ordinal))
        {
            NeedRow? before = null;
            foreach (NeedRow row in authority.OrderBy(row => row.Year).ThenBy(row => row.Place.Line))
            {
                if (before?.Year == row.Year)
                {
                    problems.Add(row.Place.Line, row.Place.Column, row.Place.Name, string.Create(CultureInfo.InvariantCulture, $"{row.Year} of {ScenarioMessage.Quote(row.Name)} again (first on line {before.Place.Line})"), "each year of an authority once");
                }
                else if (before is not null && row.Year > before.Year + 1)
                {
                    problems.Add(row.Place.Line, row.Place.Column, row.Place.Name, string.Create(CultureInfo.InvariantCulture, $"{row.Year} of {ScenarioMessage.Quote(row.Name)} next after {before.Year}"), string.Create(CultureInfo.InvariantCulture, $"{before.Year + 1}"), "add a row with empty fields where nothing is known");
                }

                before = row;
            }
        }
    }

    private static NeedData DataOf(List<NeedRow> rows, NeedColumn[] columns, string text, string name)
    {
        int first = rows.Min(row => row.Year);
        int periods = rows.Max(row => row.Year) - first + 1;
        var byCode = rows.GroupBy(row => row.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToDictionary(row => row.Year)).ToArray();
        Dictionary<string, IReadOnlyList<IReadOnlyList<double?>>> series = columns.ToDictionary(
            column => column.Series,
            column => (IReadOnlyList<IReadOnlyList<double?>>)[.. byCode.Select(years => (IReadOnlyList<double?>)[.. Enumerable.Range(first, periods).Select(year => years.TryGetValue(year, out NeedRow? row) ? row.Of(column) : null)])],
            StringComparer.Ordinal);
        ImmutableArray<Authority> authorities = [.. byCode.Select(years => years.MaxBy(year => year.Key).Value).Select(row => new Authority(row.Code, row.Name, row.Region))];
        Panel panel = new([.. authorities.Select(authority => authority.Code)], first, periods, series);
        return new NeedData(authorities, panel, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), name);
    }

    private static void Refuse(ProblemList problems, CsvField field, string expected, string? fix = null) =>
        problems.Add(field.Line, field.Column, field.Name, field.Text.Length == 0 ? "nothing" : ScenarioMessage.Plain(field.Text), expected, fix);
}
