using System.CommandLine;

namespace LocalitySim.Cli;

/// <summary>Is the files that a command writes its results to beside the console, the same in every command: tables as CSV, and as a workbook.</summary>
internal sealed class OutputFiles
{
    private readonly Option<string?> csv = new("--csv") { Description = "Write the results as tables into a folder: CSV files, a dictionary of their columns, and what they were made from.", HelpName = "DIR" };

    private readonly Option<string?> xlsx = new("--xlsx") { Description = "Write the results as tables into a workbook for a spreadsheet.", HelpName = "FILE" };

    /// <summary>Gets the options, to add to a command.</summary>
    internal IReadOnlyList<Option> Options => [csv, xlsx];

    /// <summary>Returns the workbook's file; null if none is asked for.</summary>
    internal string? WorkbookOf(ParseResult parsed) => parsed.GetValue(xlsx);

    /// <summary>Finds what the results cannot be written to. A run may take long: that is refused before it, not after.</summary>
    /// <param name="parsed">What the options say.</param>
    /// <param name="json">The file that <c>--json</c> names; null if there is none.</param>
    internal IEnumerable<string> Refusals(ParseResult parsed, string? json)
    {
        if (parsed.GetValue(csv) is { } folder && !RunRefusals.CanBeFolder(folder))
        {
            yield return $"--csv: found '{folder}'; expected a folder, or the name of a new one";
        }

        if (parsed.GetValue(xlsx) is not { } file)
        {
            yield break;
        }

        if (!RunRefusals.CanHoldFile(file))
        {
            yield return $"--xlsx: found '{file}'; expected a file in a folder that exists";
        }
        else if (json is not null && !JsonOutput.TakesOutput(json) && RunRefusals.IsSameFile(file, json))
        {
            yield return $"--xlsx: found '{file}', which is the file of --json too; expected a file of its own";
        }
    }

    /// <summary>Writes what was asked for; nothing is made if nothing was.</summary>
    /// <param name="parsed">What the options say.</param>
    /// <param name="make">Makes the tables.</param>
    /// <exception cref="CommandException">A file cannot be written.</exception>
    internal void Write(ParseResult parsed, Func<TidyTables> make)
    {
        Lazy<TidyTables> tables = new(make);
        Write("--csv", parsed.GetValue(csv), folder => CsvFolder.Write(folder, tables.Value));
        Write("--xlsx", parsed.GetValue(xlsx), file => Workbook.Write(file, tables.Value));
    }

    private static void Write(string option, string? path, Action<string> write)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            write(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new CommandException($"{option}: cannot write to {path}: {exception.Message}", exception);
        }
    }
}
