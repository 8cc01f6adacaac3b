using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Finds what is wrong with the options of a comparison, all of it at once.</summary>
internal static class CompareRefusals
{
    private const int MostReplications = 100_000;

    internal static IEnumerable<string> Find(Scenario scenario, RunPlan plan, string[] ids)
    {
        foreach (string refusal in RunRefusals.Find(scenario, ids))
        {
            yield return refusal;
        }

        if (plan.Replications is < 1 or > MostReplications)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--replications: found {plan.Replications}; expected a whole number from 1 to {MostReplications}");
        }
    }

    /// <summary>Finds the parts that no table is made of.</summary>
    internal static IEnumerable<string> Find(IEnumerable<string> parts) => parts
        .Where(part => BreakdownWords.DimensionOf(part) is null)
        .Select(part => $"--by: found '{part}'; expected one of {string.Join(", ", BreakdownWords.DimensionNames)}");
}
