using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace LocalitySim.Reports;

/// <summary>Writes tables as CSV files into a folder, with a dictionary of their columns and a manifest.</summary>
/// <remarks>
/// The form is RFC 4180 in UTF-8 without a mark, with line feeds. Numbers have all their digits and a point; days are 2026-04-01; an absent value is
/// empty. A text that a spreadsheet might take for a formula gets an apostrophe before it, as OWASP advises; numbers never do.
/// </remarks>
public static class CsvFolder
{
    /// <summary>Writes each table, <c>dictionary.csv</c> and <c>manifest.json</c>, each file whole or not at all.</summary>
    /// <param name="folder">The folder; made if it does not exist. Files of the same names in it are replaced, others left.</param>
    /// <param name="tables">The tables.</param>
    /// <exception cref="IOException">A file cannot be written; it is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static void Write(string folder, TidyTables tables)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(tables);
        Directory.CreateDirectory(folder);
        foreach (TidyTable table in tables.Tables.Append(tables.Dictionary))
        {
            AtomicFile.Write(Path.Combine(folder, $"{table.Name}.csv"), stream => Write(stream, table));
        }

        AtomicFile.Write(Path.Combine(folder, "manifest.json"), stream => JsonForm.Write(stream, tables.Manifest));
    }

    /// <summary>Writes one table.</summary>
    /// <param name="stream">Receives it, and stays open.</param>
    /// <param name="table">The table.</param>
    public static void Write(Stream stream, TidyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);

        // The library's own escape would take the minus sign of a number for the start of a formula.
        CsvConfiguration form = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.None, NewLine = "\n" };
        using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        using CsvWriter csv = new(text, form);
        foreach (TidyColumn column in table.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.NextRecord();
        foreach (ImmutableArray<TidyCell> row in table.Rows)
        {
            foreach (TidyCell cell in row)
            {
                csv.WriteField(TextOf(cell));
            }

            csv.NextRecord();
        }
    }

    private static string TextOf(TidyCell cell)
    {
        if (cell.Text is not { } raw)
        {
            return cell.ToString();
        }

        string text = CellText.Clean(raw);
        return CellText.MayBeFormula(text) ? $"'{text}" : text;
    }
}
