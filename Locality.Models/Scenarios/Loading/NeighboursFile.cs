using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Reads <c>neighbours.csv</c>.</summary>
internal static class NeighboursFile
{
    private const int MostBorders = 50_000;

    private static readonly string[] Columns = ["area_a", "area_b"];

    /// <summary>Returns the borders, or null where the table could not be read.</summary>
    /// <param name="areas">The names of the areas; null where they are not known, and then names are not looked up.</param>
    /// <param name="problems">The file, and the list that takes its problems.</param>
    internal static ImmutableArray<Border>? Read(IReadOnlySet<string>? areas, ProblemList problems)
    {
        CsvTable? table = CsvTable.Read(Columns, Columns.Length, MostBorders, problems);
        if (table is null)
        {
            return null;
        }

        Dictionary<(string First, string Second), int> lines = [];
        ImmutableArray<Border>.Builder borders = ImmutableArray.CreateBuilder<Border>(table.Rows.Count);
        foreach (Dictionary<string, CsvField> row in table.Rows)
        {
            CsvField first = row["area_a"];
            CsvField second = row["area_b"];
            CheckName(areas, first, problems);
            CheckName(areas, second, problems);
            int order = string.CompareOrdinal(first.Text, second.Text);
            (string First, string Second) pair = order < 0 ? (first.Text, second.Text) : (second.Text, first.Text);
            if (order == 0)
            {
                problems.Add(second.Line, second.Column, second.Name, $"a border of {ScenarioMessage.Quote(first.Text)} with itself", "two areas");
            }
            else if (!lines.TryAdd(pair, first.Line))
            {
                string line = lines[pair].ToString(CultureInfo.InvariantCulture);
                problems.Add(
                    first.Line,
                    first.Column,
                    first.Name,
                    $"the border of {ScenarioMessage.Quote(first.Text)} with {ScenarioMessage.Quote(second.Text)} again (first on line {line})",
                    "each border once");
            }

            borders.Add(new Border(first.Text, second.Text));
        }

        return borders.ToImmutable();
    }

    private static void CheckName(IReadOnlySet<string>? areas, CsvField field, ProblemList problems)
    {
        if (areas?.Contains(field.Text) == false)
        {
            problems.Add(
                field.Line,
                field.Column,
                field.Name,
                ScenarioMessage.Quote(field.Text),
                "an area of areas.csv",
                SchemaWording.DidYouMean(problems.Nearest(field.Text, areas)));
        }
    }
}
