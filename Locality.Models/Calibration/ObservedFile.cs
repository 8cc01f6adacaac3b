using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Reads <c>observed.csv</c>: an authority's own figures, to calibrate a scenario by.</summary>
/// <remarks>The file is untrusted: reading it ends in figures or in problems, all of them, each with its place.</remarks>
public static class ObservedFile
{
    /// <summary>The name of the file in a scenario's folder.</summary>
    public const string FileName = "observed.csv";

    private const int MostRows = 200;
    private const int LongestSource = 500;
    private const double Farthest = 1e9;

    private static readonly string[] Columns = ["measure", "value", "source", "by", "part", "standard_error", "tolerance"];
    private static readonly string[] Needed = Columns[..3];

    /// <summary>Reads a file without throwing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scenario">The scenario that the figures are of.</param>
    /// <param name="structure">The structure that is in force: its localities are parts that a figure may be of.</param>
    /// <returns>The figures, or the mistakes, sorted by line and column.</returns>
    public static (ImmutableArray<ObservedFigure> Figures, ImmutableArray<ScenarioProblem> Problems) Read(string path, Scenario scenario, Structure structure)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structure);
        ProblemList problems = new(path);
        CsvTable? table = CsvTable.Read(Columns, Needed.Length, MostRows, problems);
        if (table is { Rows.Count: 0 } && !problems.Any)
        {
            problems.Add("no figure", "one row or more");
        }

        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        List<ObservedFigure> figures = [];
        Lazy<string[][]> parts = new(() => Observables.PartsOf(scenario, structure));
        foreach (Dictionary<string, CsvField> row in table?.Rows ?? [])
        {
            if (FigureOf(row, parts, problems) is not { } figure)
            {
                continue;
            }

            CsvField first = row["measure"];
            if (!lines.TryAdd(figure.Name, first.Line))
            {
                Refuse(problems, first, $"{ScenarioMessage.Quote(figure.Name)} again (first on line {lines[figure.Name].ToString(CultureInfo.InvariantCulture)})", "each figure once");
            }

            figures.Add(figure);
        }

        return problems.Any ? ([], ProblemList.Sorted(problems)) : ([.. figures], []);
    }

    private static ObservedFigure? FigureOf(Dictionary<string, CsvField> row, Lazy<string[][]> parts, ProblemList problems)
    {
        Measure? measure = MeasureOf(row["measure"], problems);
        (bool isPart, BreakdownDimension? by, string? part) = measure is null ? (false, null, null) : PartOf(row, measure, parts, problems);
        double? value = Number(row["value"], problems, "a number", number => true);
        double? error = Optional(row, "standard_error", problems, "zero or more", number => number >= 0);
        double? tolerance = Optional(row, "tolerance", problems, "a number above zero", number => number > 0);
        if (!(error > 0) && tolerance is null && !HasText(row, "tolerance") && (error is not null || !HasText(row, "standard_error")))
        {
            Refuse(problems, row["value"], "neither a standard_error above zero nor a tolerance", "one of them or both", "for a count N write √N as its standard error; for a share of p per cent of N, √(p (100 − p)/N)");
        }

        CsvField source = row["source"];
        if (string.IsNullOrWhiteSpace(source.Text) || source.Text.Length > LongestSource)
        {
            Refuse(problems, source, source.Text.Length > LongestSource ? "a longer text" : "nothing", $"where the figure was published, in {LongestSource} characters at most");
        }

        return measure is not null && isPart && value is { } known ? new ObservedFigure(measure, by, part, known, error, tolerance, source.Text) : null;
    }

    private static Measure? MeasureOf(CsvField field, ProblemList problems)
    {
        Measure? measure = Observables.All.FirstOrDefault(item => string.Equals(item.Name, field.Text, StringComparison.Ordinal));
        if (measure is null)
        {
            string? meant = problems.Nearest(field.Text, Observables.All.Select(item => item.Name));
            Refuse(problems, field, field.Text.Length == 0 ? "nothing" : ScenarioMessage.Quote(field.Text), meant is null ? $"one of {string.Join(", ", Observables.All.Select(item => item.Name))}" : "a measure", SchemaWording.DidYouMean(meant));
        }

        return measure;
    }

    private static (bool IsGood, BreakdownDimension? By, string? Part) PartOf(Dictionary<string, CsvField> row, Measure measure, Lazy<string[][]> all, ProblemList problems)
    {
        ImmutableArray<BreakdownDimension?> allowed = Observables.DimensionsOf(measure);
        string expected = string.Join(", ", allowed.Select(item => item is { } known ? Observables.NameOf(known) : "nothing, for the whole"));
        string by = TextOf(row, "by");
        string part = TextOf(row, "part");
        CsvField place = row.GetValueOrDefault("by") ?? row["measure"];
        BreakdownDimension? dimension = null;
        if (by.Length > 0)
        {
            BreakdownDimension[] named = [.. Enum.GetValues<BreakdownDimension>().Where(item => string.Equals(Observables.NameOf(item), by, StringComparison.Ordinal))];
            dimension = named.Length > 0 ? named[0] : null;
        }

        if ((by.Length > 0 && dimension is null) || !allowed.Contains(dimension))
        {
            Refuse(problems, place, by.Length == 0 ? $"{measure.Name} of the whole" : ScenarioMessage.Quote(by), $"for {measure.Name}: {expected}");
            return (false, null, null);
        }

        if (dimension is not { } one)
        {
            if (part.Length > 0)
            {
                Refuse(problems, row["part"], ScenarioMessage.Quote(part), "nothing, as 'by' is empty", "say by what it is a part: service, pathway …");
            }

            return (part.Length == 0, null, null);
        }

        string[] parts = all.Value[(int)one];
        if (parts.Contains(part, StringComparer.Ordinal))
        {
            return (true, dimension, part);
        }

        Refuse(problems, row.GetValueOrDefault("part") ?? place, part.Length == 0 ? "no part" : ScenarioMessage.Quote(part), $"one of {ScenarioMessage.List(parts)}", part.Length == 0 ? null : SchemaWording.DidYouMean(problems.Nearest(part, parts)));
        return (false, null, null);
    }

    private static double? Optional(Dictionary<string, CsvField> row, string column, ProblemList problems, string expected, Func<double, bool> isGood) =>
        HasText(row, column) ? Number(row[column], problems, expected, isGood) : null;

    private static double? Number(CsvField field, ProblemList problems, string expected, Func<double, bool> isGood)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(field.Text, Style, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= Farthest && isGood(value))
        {
            return value;
        }

        string? fix = field.Text.EndsWith('%') ? "write 84.7 % as 84.7"
            : field.Text.AsSpan().ContainsAny(", _") && field.Text.Any(char.IsAsciiDigit) ? "write digits and a full stop only"
            : null;
        Refuse(problems, field, field.Text.Length == 0 ? "nothing" : ScenarioMessage.Quote(field.Text), expected, fix);
        return null;
    }

    private static bool HasText(Dictionary<string, CsvField> row, string column) => TextOf(row, column).Length > 0;

    private static string TextOf(Dictionary<string, CsvField> row, string column) => row.GetValueOrDefault(column)?.Text ?? "";

    private static void Refuse(ProblemList problems, CsvField field, string found, string expected, string? fix = null) =>
        problems.Add(field.Line, field.Column, field.Name, found, expected, fix);
}
