using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Writes a comparison as tidy tables: one row for each observation.</summary>
internal static class ComparisonCsv
{
    /// <summary>Writes each table into a folder, whole or not at all.</summary>
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
            Write(folder, "breakdowns.csv", ["structure", "freed_money", "dimension", "level", "measure", "unit", "mean", "lower", "upper"], Breakdowns(comparison));
            Write(folder, "months.csv", ["structure", "freed_money", "month", "measure", "unit", "mean", "lower", "upper"], Months(comparison));
            Write(
                folder,
                "breakdown_differences.csv",
                ["structure", "freed_money", "baseline", "dimension", "level", "measure", "unit", "mean", "lower", "upper", "probability_better", "share_of_futures_better"],
                BreakdownDifferences(comparison));
            Write(folder, "budget.csv", ["structure", "freed_money", "agency", "item", "unit", "value"], Budgets(comparison));
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

    private static IEnumerable<object?[]> Breakdowns(StructureComparison comparison) =>
        from result in Results(comparison)
        from part in result.Breakdowns
        where part.Dimension != BreakdownDimension.Month
        from item in part.Measures
        select new object?[]
        {
            result.Structure.Id, UseOf(result), BreakdownTable.NameOf(part.Dimension), part.Level, item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper,
        };

    private static IEnumerable<object?[]> Months(StructureComparison comparison) =>
        from result in Results(comparison)
        from part in result.Breakdowns
        where part.Dimension == BreakdownDimension.Month
        from item in part.Measures
        select new object?[] { result.Structure.Id, UseOf(result), part.Level, item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper };

    private static IEnumerable<object?[]> BreakdownDifferences(StructureComparison comparison) =>
        from difference in comparison.Differences.Concat(comparison.CashReleased)
        from part in difference.Breakdowns
        from item in part.Measures
        select new object?[]
        {
            difference.Structure.Structure.Id, UseOf(difference.Structure), difference.Baseline.Structure.Id, BreakdownTable.NameOf(part.Dimension), part.Level,
            item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper, item.ProbabilityBetter, item.ShareOfFuturesBetter,
        };

    private static IEnumerable<object?[]> Budgets(StructureComparison comparison) =>
        from result in Results(comparison)
        from row in BudgetOf(result)
        select new object?[] { result.Structure.Id, UseOf(result), row.Agency, row.Item, row.Unit, row.Pounds };

    private static IEnumerable<(string? Agency, string Item, string Unit, double Pounds)> BudgetOf(StructureResult result)
    {
        const string Yearly = "£ a year";
        foreach (AgencyCost agency in result.Agencies)
        {
            yield return (agency.Agency, "posts", Yearly, agency.Posts);
            yield return (agency.Agency, "agency_cover", Yearly, agency.AgencyCover);
            yield return (agency.Agency, "front_door", Yearly, agency.FrontDoor);
            yield return (agency.Agency, "management", Yearly, agency.Management);
            yield return (agency.Agency, "bases", Yearly, agency.Bases);
            yield return (agency.Agency, "mileage", Yearly, agency.Mileage);
            yield return (agency.Agency, "transfers", Yearly, agency.Transfers);
        }

        yield return (null, "set_up", "£ once", result.Structure.SetUpCost.Value);
    }

    private static string UseOf(StructureResult result) => result.FreedMoney == FreedMoney.Released ? "released" : "buys-posts";

    /// <summary>Writes an apostrophe before a name, as of an area or an agency, that a spreadsheet would take for a formula (OWASP, CSV injection).</summary>
    private static string Plain(string name) => name.Length > 0 && name[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{name}" : name;

    private static void Write(string folder, string file, string[] header, IEnumerable<object?[]> rows) =>
        AtomicFile.Write(Path.Combine(folder, file), stream =>
        {
            // The library's own escape would take the minus sign of a number for a formula.
            CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.None, NewLine = "\n" };
            using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            using CsvWriter csv = new(text, configuration);
            foreach (object?[] row in rows.Prepend(header))
            {
                foreach (object? cell in row)
                {
                    csv.WriteField(cell is string name ? Plain(name) : Convert.ToString(cell, CultureInfo.InvariantCulture));
                }

                csv.NextRecord();
            }
        });
}
