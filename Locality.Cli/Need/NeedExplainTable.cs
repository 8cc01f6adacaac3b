using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes what forecasts follow from, for a person to read.</summary>
internal static class NeedExplainTable
{
    private const int Listed = 10;

    internal static void Write(ImmutableArray<NeedExplanation> explanations, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        foreach (NeedExplanation explanation in explanations)
        {
            Table table = ComparisonTable.New(explanation.Target.Label);
            ComparisonTable.AddColumn(table, "Moves a forecast by, %, on the mean");
            if (explanation.Authority is { } authority)
            {
                ComparisonTable.AddColumn(table, $"{authority.Name}, %");
            }

            foreach ((string column, double size, double? contribution) in explanation.Columns.Take(Listed))
            {
                ComparisonTable.AddRow(table, column, Cells(NeedText.Change(size).TrimStart('+'), contribution));
            }

            if (explanation.Authority is not null)
            {
                double rest = explanation.Columns.Skip(Listed).Sum(column => column.Contribution ?? 0) + (explanation.Base ?? 0);
                ComparisonTable.AddRow(table, string.Create(CultureInfo.InvariantCulture, $"the other {Math.Max(0, explanation.Columns.Length - Listed)} columns"), Cells("", rest));
                ComparisonTable.AddRow(table, "forecast, against last year", Cells("", explanation.Change));
            }

            console.Write(table);
            output.WriteLine();
        }

        console.Write(new Text("A column is an authority's own against the others' in the same year. The table says what the model does with it (Shapley values), not what would come of changing it.\n"));
    }

    private static IEnumerable<string> Cells(string size, double? contribution) => contribution is { } known ? [size, NeedText.Change(known)] : [size];
}
