using System.Collections.Immutable;
using System.Reflection;

namespace LocalitySim.Cli;

/// <summary>Is a scenario that the command carries with it, from which a new one is made.</summary>
internal static class ScenarioTemplate
{
    private const string Prefix = "template/";

    private static readonly Assembly Resources = typeof(ScenarioTemplate).Assembly;

    /// <summary>Gets the templates' names, sorted.</summary>
    internal static ImmutableArray<string> Names { get; } =
        [.. Resources.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name.Split('/')[1])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>Returns the name that was probably meant, or null where none is near: at most half of its letters may differ.</summary>
    internal static string? Nearest(string word) =>
        Names.Select(name => (Name: name, Distance: Distance(word.ToLowerInvariant(), name)))
            .Where(pair => pair.Distance <= pair.Name.Length / 2)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Name)
            .FirstOrDefault();

    /// <summary>Writes a template's files into a folder that is not there, or is there and empty. Nobody ever sees half of them.</summary>
    /// <param name="template">One of <see cref="Names"/>.</param>
    /// <param name="folder">The folder.</param>
    /// <returns>The files' names, sorted.</returns>
    /// <exception cref="IOException">The folder cannot be written; its place is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    internal static ImmutableArray<string> Write(string template, string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        bool exists = Directory.Exists(full);

        // A folder that is there keeps its rights, and whoever stands in it: the files are made beside their places instead.
        string stage = exists ? Path.Combine(full, $"{Path.GetRandomFileName()}.tmp") : $"{full}.{Path.GetRandomFileName()}.tmp";
        string start = $"{Prefix}{template}/";
        ImmutableArray<string> files = [.. Resources.GetManifestResourceNames()
            .Where(name => name.StartsWith(start, StringComparison.Ordinal))
            .Select(name => name[start.Length..])
            .Order(StringComparer.Ordinal)];
        List<string> moved = [];
        try
        {
            Directory.CreateDirectory(stage);
            foreach (string file in files)
            {
                using Stream content = Resources.GetManifestResourceStream(start + file)!;
                using FileStream target = new(Path.Combine(stage, file), FileMode.CreateNew, FileAccess.Write);
                content.CopyTo(target);
                target.Flush(flushToDisk: true);
            }

            if (exists)
            {
                foreach (string file in files)
                {
                    string target = Path.Combine(full, file);
                    File.Move(Path.Combine(stage, file), target, overwrite: false);
                    moved.Add(target);
                }

                Directory.Delete(stage);
            }
            else
            {
                Directory.Move(stage, full);
            }
        }
        catch
        {
            moved.ForEach(File.Delete);
            if (Directory.Exists(stage))
            {
                Directory.Delete(stage, recursive: true);
            }

            throw;
        }

        return files;
    }

    /// <summary>Counts the letters to insert, delete or replace (Levenshtein).</summary>
    private static int Distance(string first, string second)
    {
        int[] before = [.. Enumerable.Range(0, second.Length + 1)];
        foreach ((int i, char letter) in first.Index())
        {
            int[] row = [i + 1, .. new int[second.Length]];
            for (int j = 1; j <= second.Length; j++)
            {
                row[j] = Math.Min(before[j - 1] + (letter == second[j - 1] ? 0 : 1), Math.Min(before[j], row[j - 1]) + 1);
            }

            before = row;
        }

        return before[^1];
    }
}
