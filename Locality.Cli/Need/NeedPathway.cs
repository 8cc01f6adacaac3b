using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is the option <c>--pathway ID</c>: the pathway whose referrals the published ones are.</summary>
internal static class NeedPathway
{
    /// <summary>The pathway of children in need, as the places of this project call it.</summary>
    internal const string Usual = "in-need";

    internal static Option<string> CreateOption() => new("--pathway")
    {
        Description = $"The pathway whose referrals are those published as referrals to social care: {Usual} if absent. Others have no published series and stay as they are.",
        HelpName = "ID",
        DefaultValueFactory = _ => Usual,
    };

    internal static IEnumerable<string> Find(Scenario scenario, string id, string option = "--pathway") => scenario.Pathways.Any(pathway => string.Equals(pathway.Id, id, StringComparison.Ordinal))
        ? []
        : [$"{option}: found '{id}'; expected one of {string.Join(", ", scenario.Pathways.Select(pathway => pathway.Id))}"];
}
