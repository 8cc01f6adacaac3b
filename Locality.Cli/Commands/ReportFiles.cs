using System.CommandLine;
using System.Text;

namespace LocalitySim.Cli;

/// <summary>Is the options by which a command writes a report: as a page, as Markdown, and its charts as pictures.</summary>
internal sealed class ReportFiles
{
    private readonly Option<string?> page = new("--report") { Description = "Write a report as one HTML file, with charts, that needs no network.", HelpName = "FILE" };

    private readonly Option<string?> markdown = new("--markdown") { Description = "Write the report's words and tables as Markdown.", HelpName = "FILE" };

    private readonly Option<string?> charts = new("--charts") { Description = "Write the report's charts as SVG files into a folder, for slides. Needs Node.js 20 or later.", HelpName = "DIR" };

    /// <summary>Gets the options.</summary>
    internal Option[] Options => [page, markdown, charts];

    /// <summary>Returns whether a report is asked for.</summary>
    internal bool AreAsked(ParseResult parsed) => Options.Any(option => parsed.GetValue((Option<string?>)option) is not null);

    /// <summary>Returns whether a form of the report is asked for that has words.</summary>
    internal bool HaveWords(ParseResult parsed) => parsed.GetValue(page) is not null || parsed.GetValue(markdown) is not null;

    /// <summary>Says what stands against writing where the options say: found before anything is simulated.</summary>
    /// <param name="parsed">What the options say.</param>
    /// <param name="others">The other options that name files, with the files that they name.</param>
    internal IEnumerable<string> Refusals(ParseResult parsed, params (string Option, string? Path)[] others)
    {
        List<(string Option, string Path)> taken = [.. others.Where(other => other.Path is { Length: > 0 } && !JsonOutput.TakesOutput(other.Path)).Select(other => (other.Option, other.Path!))];
        foreach (Option<string?> option in (Option<string?>[])[page, markdown])
        {
            if (parsed.GetValue(option) is not { } path)
            {
                continue;
            }

            if (!RunRefusals.CanHoldFile(path))
            {
                yield return $"{option.Name}: found '{path}'; expected a file in a folder that exists";
                continue;
            }

            if (taken.Find(other => RunRefusals.IsSameFile(path, other.Path)).Option is { } same)
            {
                yield return $"{option.Name}: found '{path}', which is the file of {same} too; expected a file of its own";
            }

            taken.Add((option.Name, path));
        }

        if (parsed.GetValue(charts) is { } folder)
        {
            if (!RunRefusals.CanBeFolder(folder))
            {
                yield return $"{charts.Name}: found '{folder}'; expected a folder, or the name of a new one";
            }

            if (!ChartFiles.CanDraw)
            {
                yield return $"{charts.Name}: found no Node.js; expected 'node', version 20 or later, on the path: install it from https://nodejs.org, or leave the option out and save charts from the page of --report";
            }
        }
    }

    /// <summary>Writes what is asked for.</summary>
    /// <exception cref="CommandException">A file cannot be written.</exception>
    internal void Write(ParseResult parsed, Func<Report> report)
    {
        if (!AreAsked(parsed))
        {
            return;
        }

        Report made = report();
        WriteText(page, parsed, () => HtmlPage.Of(made));
        WriteText(markdown, parsed, () => MarkdownPage.Of(made));
        if (parsed.GetValue(charts) is { } folder)
        {
            try
            {
                Directory.CreateDirectory(folder);
                foreach ((string name, string svg) in ChartFiles.Svg(made))
                {
                    AtomicFile.Write(Path.Combine(folder, name), stream => stream.Write(Encoding.UTF8.GetBytes(svg)));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
            {
                throw new CommandException($"{charts.Name}: cannot write to {folder}: {exception.Message}", exception);
            }
        }
    }

    private static void WriteText(Option<string?> option, ParseResult parsed, Func<string> text)
    {
        if (parsed.GetValue(option) is not { } path)
        {
            return;
        }

        try
        {
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text())));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{option.Name}: cannot write {path}: {exception.Message}", exception);
        }
    }
}
