using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Finds what is wrong with the options that every simulating command has, all of it at once.</summary>
internal static class RunRefusals
{
    private const int MostYears = 50;
    private const int MostThreads = 1024;

    internal static IEnumerable<string> Find(RunPlan plan, int? threads, string? json)
    {
        if (!(plan.Years > plan.WarmUpYears && plan.Years <= MostYears))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--years: found {plan.Years}; expected more than the warm-up of {plan.WarmUpYears} years, at most {MostYears}");
        }

        if (threads is < 1 or > MostThreads)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--threads: found {threads}; expected a whole number from 1 to {MostThreads}");
        }

        foreach (string refusal in FindFile("--json", json))
        {
            yield return refusal;
        }
    }

    /// <summary>Finds that results cannot be written where an option says. A run may take long: that is refused before it, not after.</summary>
    internal static IEnumerable<string> FindFile(string option, string? path) => path is null || JsonOutput.TakesOutput(path) || CanHoldFile(path)
        ? []
        : [$"{option}: found '{path}'; expected a file in a folder that exists, or - for standard output"];

    /// <summary>Finds the ids of structures that the scenario does not have, and those named twice.</summary>
    internal static IEnumerable<string> Find(Scenario scenario, string[] ids)
    {
        foreach (string id in ids.Where(id => !scenario.Structures.Any(structure => string.Equals(structure.Id, id, StringComparison.Ordinal))))
        {
            yield return $"--structures: found '{id}'; expected one of {string.Join(", ", scenario.Structures.Select(structure => structure.Id))}";
        }

        foreach (string id in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"--structures: found '{id}' twice; expected each structure once";
        }
    }

    /// <summary>Returns whether a file may be written there.</summary>
    internal static bool CanHoldFile(string path) =>
        path.Length > 0 && !Directory.Exists(path) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <summary>Tells whether a folder is there, or can be made: what is there of the path is folders.</summary>
    internal static bool CanBeFolder(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        string? there = Path.GetFullPath(path);
        while (there is not null && !Directory.Exists(there))
        {
            if (File.Exists(there))
            {
                return false;
            }

            there = Path.GetDirectoryName(there);
        }

        return there is not null;
    }

    /// <summary>Returns whether two paths name one file.</summary>
    internal static bool IsSameFile(string path, string other) => string.Equals(Path.GetFullPath(path), Path.GetFullPath(other), StringComparison.Ordinal);
}
