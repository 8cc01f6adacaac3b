using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Reads an authority's own referrals from a table, one row each.</summary>
/// <remarks>
/// The file is untrusted: reading it ends in referrals or in problems, all of them, each with its place. Children's ids are compared and then
/// forgotten: nothing that is written holds one. Give numbers that do not tell who a child is.
/// </remarks>
public static class CaseTableFile
{
    private const int MostRows = 100_000;
    private const int LongestText = 100;
    private const int FirstYear = 1990;
    private const int LastYear = 2200;

    private static readonly string[] Columns = ["child", "date", "pathway", "return", "escalated", "age", "source", "area", "idaci"];
    private static readonly string[] Needed = Columns[..5];

    /// <summary>Reads a file without throwing.</summary>
    /// <param name="path">The file: UTF-8, at most 5 MB and 100,000 rows.</param>
    /// <param name="place">The authority's areas: they give a referral's deprivation where the row has none of its own, and the fifths.</param>
    /// <returns>The referrals, or the mistakes, sorted by line and column.</returns>
    public static (CaseTable? Table, ImmutableArray<ScenarioProblem> Problems) Read(string path, Place place)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(place);
        ProblemList problems = new(path);
        CsvTable? table = CsvTable.Read(Columns, Needed.Length, MostRows, problems);
        Rows rows = new(place, problems);
        foreach (Dictionary<string, CsvField> row in table?.Rows ?? [])
        {
            rows.Read(row);
        }

        if (table is not null && rows.Cases.Count == 0 && !problems.Any)
        {
            problems.Add("no referral whose window is over", "one row or more with 0 or 1 in 'escalated'");
        }

        return problems.Any ? (null, ProblemList.Sorted(problems)) : (new CaseTable(rows.Cases, Path.GetFileName(path), isSimulated: false, rows.LeftOut), []);
    }

    private sealed class Rows(Place place, ProblemList problems)
    {
        private readonly Dictionary<string, int> areas = place.Areas.Index().ToDictionary(area => area.Item.Name, area => area.Index, StringComparer.Ordinal);
        private readonly CaseFifths fifths = new(place);
        private readonly Dictionary<(string Child, DateOnly Date, string Pathway), int> lines = [];

        internal List<CaseRecord> Cases { get; } = [];

        internal int LeftOut { get; private set; }

        internal void Read(Dictionary<string, CsvField> row)
        {
            string? child = Text(row, "child", isNeeded: true);
            (DateOnly Date, bool HasDay)? date = DateOf(row["date"]);
            string? pathway = Text(row, "pathway", isNeeded: true);
            bool? isReturn = Flag(row["return"], "0 or 1");
            bool isOpen = row["escalated"].Text.Length == 0;
            bool? escalated = isOpen ? false : Flag(row["escalated"], "0, 1, or nothing where the window is not over");
            double? age = Number(row, "age", 25, "an age from 0 to 25 years, or nothing");
            string? source = Text(row, "source", isNeeded: false);
            (double Share, int Fifth)? deprived = DeprivationOf(row);
            if (child is null || date is not { } day || pathway is null || isReturn is not { } returns || escalated is not { } outcome || deprived is not { } known)
            {
                return;
            }

            // Two referrals in a month may be two; the same one twice on a day would count double.
            if (day.HasDay && !lines.TryAdd((child, day.Date, pathway), row["child"].Line))
            {
                Refuse(row["child"], $"the same child, day and pathway again (first on line {lines[(child, day.Date, pathway)].ToString(CultureInfo.InvariantCulture)})", "each referral once");
            }

            LeftOut += isOpen ? 1 : 0;
            if (!isOpen)
            {
                Cases.Add(new CaseRecord
                {
                    Child = child,
                    Date = day.Date,
                    Pathway = pathway,
                    Age = age,
                    Source = source,
                    IsReturn = returns,
                    IncomeDeprived = known.Share,
                    Fifth = known.Fifth,
                    HasEscalated = outcome,
                });
            }
        }

        private (double Share, int Fifth)? DeprivationOf(Dictionary<string, CsvField> row)
        {
            if (row.GetValueOrDefault("idaci") is { Text.Length: > 0 })
            {
                return Number(row, "idaci", 1, "a share from 0 to 1, or nothing") is { } own ? (own, fifths.OfDeprivation(own)) : null;
            }

            CsvField field = row.GetValueOrDefault("area") ?? row["child"];
            string name = row.GetValueOrDefault("area")?.Text ?? "";
            if (areas.TryGetValue(name, out int area))
            {
                return (place.Areas[area].IncomeDeprived.Value, fifths.OfArea(area));
            }

            string? meant = name.Length == 0 ? null : problems.Nearest(name, areas.Keys);
            Refuse(field, name.Length == 0 ? "neither an area nor an idaci" : ScenarioMessage.Quote(name), "an area of areas.csv, or the row's own idaci", SchemaWording.DidYouMean(meant));
            return null;
        }

        private (DateOnly Date, bool HasDay)? DateOf(CsvField field)
        {
            bool hasDay = DateOnly.TryParseExact(field.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
            if ((hasDay || DateOnly.TryParseExact(field.Text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) && date.Year is >= FirstYear and <= LastYear)
            {
                return (date, hasDay);
            }

            Refuse(field, Found(field), "a day such as 2025-04-30, or a month such as 2025-04");
            return null;
        }

        private string? Text(Dictionary<string, CsvField> row, string column, bool isNeeded)
        {
            string text = row.GetValueOrDefault(column)?.Text ?? "";
            if (text.Length > LongestText || (isNeeded && string.IsNullOrWhiteSpace(text)))
            {
                Refuse(row[column], text.Length > LongestText ? "a longer text" : "nothing", string.Create(CultureInfo.InvariantCulture, $"a text of 1 to {LongestText} characters"));
                return null;
            }

            return string.IsNullOrWhiteSpace(text) ? null : text;
        }

        private bool? Flag(CsvField field, string expected)
        {
            if (field.Text is "0" or "1")
            {
                return field.Text is "1";
            }

            Refuse(field, Found(field), expected);
            return null;
        }

        private double? Number(Dictionary<string, CsvField> row, string column, double most, string expected)
        {
            if (row.GetValueOrDefault(column) is not { Text.Length: > 0 } field)
            {
                return null;
            }

            if (double.TryParse(field.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value >= 0 && value <= most)
            {
                return value;
            }

            Refuse(field, Found(field), expected);
            return null;
        }

        private static string Found(CsvField field) => field.Text.Length == 0 ? "nothing" : ScenarioMessage.Quote(field.Text);

        private void Refuse(CsvField field, string found, string expected, string? fix = null) =>
            problems.Add(field.Line, field.Column, field.Name, found, expected, fix);
    }
}
