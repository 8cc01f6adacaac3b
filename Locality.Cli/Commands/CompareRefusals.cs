using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Finds what is wrong with the options of a comparison, all of it at once.</summary>
internal static class CompareRefusals
{
    private const int MostReplications = 100_000;
    private const int MostYears = 50;
    private const int MostThreads = 1024;

    internal static IEnumerable<string> Find(Scenario scenario, RunPlan plan, string[] ids, int? threads, string? json, string? csv)
    {
        foreach (string id in ids.Where(id => !scenario.Structures.Any(structure => string.Equals(structure.Id, id, StringComparison.Ordinal))))
        {
            yield return $"--structures: found '{id}'; expected one of {string.Join(", ", scenario.Structures.Select(structure => structure.Id))}";
        }

        foreach (string id in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"--structures: found '{id}' twice; expected each structure once";
        }

        if (plan.Replications is < 1 or > MostReplications)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--replications: found {plan.Replications}; expected a whole number from 1 to {MostReplications}");
        }

        if (!(plan.Years > plan.WarmUpYears && plan.Years <= MostYears))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--years: found {plan.Years}; expected more than the warm-up of {plan.WarmUpYears} years, at most {MostYears}");
        }

        if (threads is < 1 or > MostThreads)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--threads: found {threads}; expected a whole number from 1 to {MostThreads}");
        }

        // A run may take long: a place that cannot take its results is refused before it, not after.
        if (json is not null && !JsonOutput.TakesOutput(json) && !CanHoldFile(json))
        {
            yield return $"--json: found '{json}'; expected a file in a folder that exists, or - for standard output";
        }

        if (csv is not null && (csv.Length == 0 || File.Exists(csv)))
        {
            yield return $"--csv: found '{csv}'; expected a folder, or the name of a new one";
        }
    }

    /// <summary>Finds the parts that no table is made of.</summary>
    internal static IEnumerable<string> Find(IEnumerable<string> parts) => parts
        .Where(part => BreakdownTable.DimensionOf(part) is null)
        .Select(part => $"--by: found '{part}'; expected one of {string.Join(", ", BreakdownTable.DimensionNames)}");

    private static bool CanHoldFile(string path) =>
        path.Length > 0 && !Directory.Exists(path) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));
}
