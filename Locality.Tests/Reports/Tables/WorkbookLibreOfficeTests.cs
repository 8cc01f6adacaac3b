using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using LocalitySim.Models;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A spreadsheet program opens the workbook, and every number in it is that of the table.</summary>
[Trait("Needs", "LibreOffice")]
public sealed class WorkbookLibreOfficeTests : IDisposable
{
    // Fields by commas, texts in quotes, UTF-8, from the first line; cells by their content and not as shown; all sheets, each to a file of its own.
    private const string Form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private readonly string folder = Directory.CreateTempSubdirectory("locality-").FullName;

    [Fact]
    public void Every_number_day_and_text_of_a_comparison_reads_back_in_LibreOffice()
    {
        using SmallScenario small = new();
        small.Append(SmallScenario.Yaml, "  - id: one\n    name: \"=One & <all>\"\n    localities:\n      - { id: all, areas: [Ash, Beech, Cedar], bases: [Beech] }\n");
        Scenario scenario = Scenario.Load(small.Folder);
        StructureComparison comparison = Experiment.Compare(scenario, ["two", "one"], scenario.Plan with { Replications = 3, Years = 1.5 }, cancellation: TestContext.Current.CancellationToken);
        Check(ComparisonTables.Of(comparison, RunManifest.Of(comparison, small.Folder)));
    }

    [Fact]
    public void Hostile_texts_and_extreme_numbers_read_back_in_LibreOffice() => Check(TableSamples.Of(TableSamples.Texts, TableSamples.Values));

    private void Check(TidyTables tables)
    {
        string file = Path.Combine(folder, "results.xlsx");
        Workbook.Write(file, tables);
        Convert(file);
        foreach (TidyTable table in tables.Tables.Append(tables.Dictionary))
        {
            string sheet = table.Name is "dictionary" ? "Dictionary" : table.Name;
            string[][] read = Read(Path.Combine(folder, $"results-{sheet}.csv"));
            ImmutableArray<TidyCell>[] rows = [.. table.Rows];
            Assert.Equal(rows.Length + 1, read.Length);
            for (int row = 0; row < rows.Length; row++)
            {
                for (int column = 0; column < table.Columns.Length; column++)
                {
                    Assert.True(IsSame(rows[row][column], read[row + 1][column]), $"{table.Name}, row {row}, {table.Columns[column].Name}: wrote '{rows[row][column]}', read '{read[row + 1][column]}'");
                }
            }
        }
    }

    // LibreOffice writes 15 significant digits into CSV, and at most 20 decimals where it does without an exponent.
    private static bool IsSame(TidyCell cell, string read) => cell.Type switch
    {
        TidyType.Number or TidyType.WholeNumber => double.TryParse(read, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number - cell.Number) <= Math.Max(1e-14 * Math.Abs(cell.Number), read.Contains('E', StringComparison.Ordinal) ? 0 : 5e-21),
        TidyType.Text => string.Equals(CellText.Clean(cell.Text!), read.ReplaceLineEndings("\n"), StringComparison.Ordinal),
        _ => string.Equals(cell.ToString(), read, StringComparison.Ordinal),
    };

    private void Convert(string file)
    {
        // A profile of its own, so that no other one is opened and none is left behind.
        ProcessStartInfo start = new("soffice")
        {
            ArgumentList = { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--convert-to", Form, "--outdir", folder, file },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{output}\n{error.Result}");
    }

    private static string[][] Read(string file)
    {
        using StreamReader reader = new(file, Encoding.UTF8);
        using CsvParser parser = new(reader, CultureInfo.InvariantCulture);
        List<string[]> rows = [];
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return [.. rows];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
