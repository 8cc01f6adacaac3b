using System.Collections.Immutable;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Prints an answer that is a table with words above and below it.</summary>
internal static class AnswerText
{
    internal static void Write(AnswerTable answer, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        foreach (string line in answer.Heading)
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        Table table = ComparisonTable.New(answer.Table.Columns[0].Heading, noWrap: false);
        foreach (ShownColumn column in answer.Table.Columns.Skip(1))
        {
            ComparisonTable.AddColumn(table, column.Heading);
        }

        foreach (ImmutableArray<ShownCell> row in answer.Table.Rows)
        {
            ComparisonTable.AddRow(table, row[0].Text, row.Skip(1).Select(cell => cell.Text));
        }

        console.Write(table);
        output.WriteLine();
        foreach (string line in answer.Sentences)
        {
            // Broken between words on a terminal, whole in a file.
            console.Write(new Text($"{line}\n"));
        }
    }
}
