using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Reads <c>areas.csv</c>.</summary>
internal static class AreasFile
{
    /// <summary>The most areas that a place may have.</summary>
    internal const int MostAreas = 5_000;

    private const int MostChildren = 400_000;
    private const int LongestName = 500;
    private const double MostPosts = 1_000_000;
    private const double FarthestMetres = 10_000_000;
    private const double LargestSquareKilometres = 1_000_000;
    private const int OptionalColumns = 2;
    private const string PartnerPrefix = "partner:";

    private static readonly string[] Columns = ["area", "children", "idaci", "easting", "northing", "square_km", "code", "posts_today"];

    /// <summary>Returns the areas, or null where the table could not be read. Where a row has a mistake, its area still has its name.</summary>
    /// <param name="problems">The file, and the list that takes its problems.</param>
    /// <param name="names">The areas' names; null where some of them could not be read.</param>
    /// <param name="partners">The partners' ways of dividing the areas, in the order of their columns.</param>
    internal static ImmutableArray<Area>? Read(ProblemList problems, out IReadOnlySet<string>? names, out ImmutableArray<PartnerBoundary> partners)
    {
        names = null;
        partners = [];
        CsvTable? table = CsvTable.Read(Columns, Columns.Length - OptionalColumns, MostAreas, problems, PartnerPrefix);
        if (table is null)
        {
            return null;
        }

        if (table.Rows.Count == 0)
        {
            problems.Add("no area", "one or more areas");
        }

        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        ImmutableArray<Area>.Builder areas = ImmutableArray.CreateBuilder<Area>(table.Rows.Count);
        foreach (Dictionary<string, CsvField> row in table.Rows)
        {
            CsvField name = row["area"];
            if (!lines.TryAdd(name.Text, name.Line))
            {
                string first = lines[name.Text].ToString(CultureInfo.InvariantCulture);
                Refuse(problems, name, $"{ScenarioMessage.Quote(name.Text)} again (first on line {first})", "each area once");
            }

            CheckText(problems, name, required: true);
            string? code = null;
            if (row.TryGetValue("code", out CsvField? field) && field.Text.Length > 0)
            {
                CheckText(problems, field, required: false);
                code = field.Text;
            }

            double? postsToday = row.TryGetValue("posts_today", out CsvField? posts) && posts.Text.Length > 0
                ? Number(problems, posts, whole: false, 0, MostPosts, "a number, zero or more")
                : null;
            areas.Add(new Area
            {
                Name = name.Text,
                Code = code,
                PostsToday = postsToday,
                Children = (int)Number(problems, row["children"], whole: true, 0, MostChildren, "a whole number, zero or more"),
                IncomeDeprived = new Share(Number(problems, row["idaci"], whole: false, 0, 1, "a share from 0 to 1")),
                EastingMetres = Number(problems, row["easting"], whole: false, -FarthestMetres, FarthestMetres, "a number of metres"),
                NorthingMetres = Number(problems, row["northing"], whole: false, -FarthestMetres, FarthestMetres, "a number of metres"),
                SquareKilometres = Number(problems, row["square_km"], whole: false, double.Epsilon, LargestSquareKilometres, "a number above zero"),
            });
        }

        partners = [.. table.Prefixed.Select(column => Partner(table, column, problems))];
        names = table.LeftRowsOut ? null : lines.Keys.ToHashSet(StringComparer.Ordinal);
        return areas.ToImmutable();
    }

    private static PartnerBoundary Partner(CsvTable table, string column, ProblemList problems)
    {
        CsvField[] fields = [.. table.Rows.Select(row => row[column])];
        foreach (CsvField field in fields)
        {
            CheckText(problems, field, required: true);
        }

        return new() { Name = column[PartnerPrefix.Length..], DivisionOfArea = [.. fields.Select(field => field.Text)] };
    }

    private static void CheckText(ProblemList problems, CsvField field, bool required)
    {
        if (field.Text.Trim().Length != field.Text.Length)
        {
            Refuse(problems, field, ScenarioMessage.Quote(field.Text), "no space at either end");
        }
        else if (required && field.Text.Length == 0)
        {
            Refuse(problems, field, "nothing", "a name");
        }
        else if (field.Text.Length > LongestName || field.Text.AsSpan().ContainsAny('\r', '\n'))
        {
            Refuse(problems, field, ScenarioMessage.Quote(field.Text), "one line of 500 characters at most");
        }
    }

    private static double Number(ProblemList problems, CsvField field, bool whole, double least, double most, string expected)
    {
        NumberStyles style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(field.Text, style, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most)
        {
            return value;
        }

        bool percentage = most == 1 && (value > 1 || field.Text.EndsWith('%'));
        string? fix = percentage ? "write 12 % as 0.12"
            : field.Text.AsSpan().ContainsAny(", _") && field.Text.Any(char.IsAsciiDigit) ? "write digits and a full stop only"
            : null;
        string found = field.Text.Length == 0 ? "nothing" : value == 0 && field.Text.Any(char.IsAsciiLetter) ? ScenarioMessage.Quote(field.Text) : ScenarioMessage.Plain(field.Text);
        string limit = value > most && most > 1 && double.IsFinite(value) ? string.Create(CultureInfo.InvariantCulture, $"{most:#,0} at most") : expected;
        Refuse(problems, field, found, limit, fix);
        return Math.Clamp(0, least, most);
    }

    private static void Refuse(ProblemList problems, CsvField field, string found, string expected, string? fix = null) =>
        problems.Add(field.Line, field.Column, field.Name, found, expected, fix);
}
