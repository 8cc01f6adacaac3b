using System.Collections.Immutable;
using System.CommandLine;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality new FOLDER</c>: writes a scenario to start from.</summary>
internal static class NewCommand
{
    private const string Smallest = "minimal";

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = new("FOLDER") { Description = "The folder to make: a new name, or an empty folder." };
        Option<string> from = new("--from")
        {
            Description = "What to start from: minimal (three invented areas, every key explained) or derby (a copy of that scenario).",
            HelpName = string.Join('|', ScenarioTemplate.Names),
            DefaultValueFactory = _ => Smallest,
        };
        Command command = new("new", "Write a scenario to start from, with a comment on every key that a planner wants first.") { folder, from };
        command.SetAction(parsed => (int)Run(
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(from),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static ExitCode Run(string folder, string template, TextWriter output, TextWriter error)
    {
        List<string> refusals = [.. Refusals(folder, template)];
        if (refusals.Count > 0)
        {
            refusals.ForEach(error.WriteLine);
            return ExitCode.BadInput;
        }

        ImmutableArray<string> files;
        try
        {
            files = ScenarioTemplate.Write(template, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"FOLDER: cannot write {folder}: {exception.Message}", exception);
        }

        string name = folder.Any(char.IsWhiteSpace) ? $"\"{folder}\"" : folder;
        string schema = Path.Combine(folder, "scenario.schema.json");
        output.WriteLine($"Wrote {string.Join(", ", files)} to {name}.");
        output.WriteLine("Next:");
        output.WriteLine($"  locality validate {name}");
        output.WriteLine($"  locality describe {name}");
        output.WriteLine($"  locality compare {name} --replications 10");
        output.WriteLine($"  locality schema > {(schema.Any(char.IsWhiteSpace) ? $"\"{schema}\"" : schema)}");
        output.WriteLine("With that schema an editor completes keys where the first line of scenario.yaml is");
        output.WriteLine("  # yaml-language-server: $schema=scenario.schema.json");
        return ExitCode.Done;
    }

    /// <summary>Finds what is wrong with the options, all of it at once.</summary>
    private static IEnumerable<string> Refusals(string folder, string template)
    {
        if (!ScenarioTemplate.Names.Contains(template, StringComparer.Ordinal))
        {
            string fix = ScenarioTemplate.Nearest(template) is { } nearest ? $"; did you mean '{nearest}'?" : "";
            yield return $"--from: found '{template}'; expected one of {string.Join(", ", ScenarioTemplate.Names)}{fix}";
        }

        const string Expected = "expected a new name, or an empty folder";
        if (string.IsNullOrWhiteSpace(folder))
        {
            yield return $"FOLDER: found nothing; {Expected}";
        }
        else if (File.Exists(folder))
        {
            yield return $"FOLDER: found the file '{folder}'; {Expected}";
        }
        else if (Directory.Exists(folder))
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                yield return $"FOLDER: found '{folder}', which is not empty; {Expected}";
            }
        }
        else if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { } parent && !Directory.Exists(parent))
        {
            yield return $"FOLDER: found '{folder}' in a folder that does not exist; {Expected}; make '{parent}' first";
        }
    }
}
