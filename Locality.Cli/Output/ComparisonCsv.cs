using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Writes a comparison as tidy tables: one row for each observation.</summary>
internal static class ComparisonCsv
{
    /// <summary>Writes structures.csv, differences.csv and futures.csv into a folder, each whole or not at all.</summary>
    internal static void Write(string folder, StructureComparison comparison)
    {
        try
        {
            Directory.CreateDirectory(folder);
            Write(folder, "structures.csv", ["structure", "freed_money", "measure", "unit", "mean", "lower", "upper"], Structures(comparison));
            Write(
                folder,
                "differences.csv",
                ["structure", "freed_money", "baseline", "measure", "unit", "mean", "lower", "upper", "probability_better", "share_of_futures_better"],
                Differences(comparison));
            Write(folder, "futures.csv", ["structure", "freed_money", "measure", "unit", "replication", "value"], Futures(comparison));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"--csv: cannot write to {folder}: {exception.Message}", exception);
        }
    }

    private static IEnumerable<StructureResult> Results(StructureComparison comparison) =>
        comparison.Structures.Concat(comparison.CashReleased.Select(released => released.Structure));

    private static IEnumerable<object?[]> Structures(StructureComparison comparison) =>
        from result in Results(comparison)
        from item in result.Measures
        select new object?[] { result.Structure.Id, UseOf(result), item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper };

    private static IEnumerable<object?[]> Differences(StructureComparison comparison) =>
        from difference in comparison.Differences.Concat(comparison.CashReleased)
        from item in difference.Measures
        select new object?[]
        {
            difference.Structure.Structure.Id, UseOf(difference.Structure), difference.Baseline.Structure.Id, item.Measure.Name,
            item.Measure.Unit, item.Mean, item.Lower, item.Upper, item.ProbabilityBetter, item.ShareOfFuturesBetter,
        };

    private static IEnumerable<object?[]> Futures(StructureComparison comparison) =>
        from result in Results(comparison)
        from measure in Measure.All
        from future in result.FuturesOf(measure).Select((value, replication) => (value, replication))
        select new object?[] { result.Structure.Id, UseOf(result), measure.Name, measure.Unit, future.replication, future.value };

    private static string UseOf(StructureResult result) => result.FreedMoney == FreedMoney.Released ? "released" : "buys-posts";

    private static void Write(string folder, string file, string[] header, IEnumerable<object?[]> rows) =>
        AtomicFile.Write(Path.Combine(folder, file), stream =>
        {
            CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
            using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            using CsvWriter csv = new(text, configuration);
            foreach (object?[] row in rows.Prepend(header))
            {
                foreach (object? cell in row)
                {
                    // The library's own escaping would turn negative numbers into text: a minus sign is no formula.
                    csv.WriteField(cell is string words ? Escaped(words) : Convert.ToString(cell, CultureInfo.InvariantCulture));
                }

                csv.NextRecord();
            }
        });

    /// <summary>Escapes words that a spreadsheet would take for a formula.</summary>
    private static string Escaped(string words) => words.Length > 0 && "=+-@\t\r".Contains(words[0], StringComparison.Ordinal) ? $"'{words}" : words;
}
