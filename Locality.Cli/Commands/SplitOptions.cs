using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is what <c>staff --split</c> asks: the best split of posts instead of the least.</summary>
internal sealed class SplitOptions
{
    private readonly Option<string?> split = new("--split")
    {
        Description = "Instead of a target: find the best split of the posts there are among localities, by the wait in the locality that waits longest (worst) or by everybody's (mean).",
        HelpName = "worst|mean",
    };

    private readonly Option<double?> posts = new("--posts") { Description = "With --split and one --service: how many full-time posts to split. Those there are, if absent.", HelpName = "FTE", CustomParser = InvariantNumber.Parse };

    /// <summary>Gets the options, to add to a command.</summary>
    internal IEnumerable<Symbol> All => [split, posts];

    /// <summary>Returns whether a split is asked for.</summary>
    internal bool IsAsked(ParseResult parsed) => parsed.GetValue(split) is not null;

    /// <summary>Returns the question with what the other options say; null if there is a refusal.</summary>
    internal SplitRequest? RequestOf(ParseResult parsed, StaffCommand.Common common, string? target, string? clearBy, List<string> refusals)
    {
        string text = parsed.GetValue(split)!;
        SplitObjective? objective = text switch
        {
            "worst" => SplitObjective.Worst,
            "mean" => SplitObjective.Mean,
            _ => null,
        };
        if (objective is null)
        {
            refusals.Add($"--split: found '{text}'; expected worst or mean");
        }

        foreach ((string option, string? value) in new[] { ("--target", target), ("--clear-by", clearBy) })
        {
            if (value is not null)
            {
                refusals.Add($"{option}: found '{value}' with --split; expected one of the two");
            }
        }

        if (common.Structure is not { } structure)
        {
            return null;
        }

        string[] possible = [.. SplitExperiment.Services(common.Scenario, structure.Id)];
        string expected = possible.Length > 0 ? $"one with two teams or more in '{structure.Id}': {string.Join(", ", possible)}" : $"a structure in which some service has two teams or more; '{structure.Id}' has none";
        refusals.AddRange(common.Services.Where(service => !possible.Contains(service, StringComparer.Ordinal)).Select(service => $"--service: found '{service}' with --split; expected {expected}"));
        if (common.Services.Length == 0 && possible.Length == 0)
        {
            refusals.Add($"--structure: found '{structure.Id}' with --split; expected {expected}");
        }

        double? wanted = parsed.GetValue(posts);
        if (wanted is { } fte)
        {
            RefusePosts(fte, common, refusals);
        }

        return objective is null ? null : new SplitRequest { Objective = objective.Value, Structure = structure.Id, Services = [.. common.Services], Posts = wanted is { } number ? new Fte(Math.Max(0, number)) : null };
    }

    /// <summary>Says what is wrong with posts asked for without a split.</summary>
    internal void RefuseAlone(ParseResult parsed, List<string> refusals)
    {
        if (parsed.GetValue(posts) is { } fte)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--posts: found {fte} without --split; expected both: the least posts are what a target asks for"));
        }
    }

    private static void RefusePosts(double fte, StaffCommand.Common common, List<string> refusals)
    {
        if (common.Services.Length != 1)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--posts: found {fte} for {common.Services.Length} services; expected one service, by --service"));
            return;
        }

        if (common.Scenario.Services.FirstOrDefault(item => string.Equals(item.Id, common.Services[0], StringComparison.Ordinal)) is not { } service)
        {
            return;
        }

        double size = service.PostSize.Value;
        int teams = SplitExperiment.TeamsOf(common.Scenario, common.Structure!, service.Id);
        double number = fte / size;
        if (Math.Abs(number - Math.Round(number)) > 1e-9 || number < teams || number > SplitExperiment.MostPosts)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--posts: found {fte}; expected a whole number of posts of {size}, one or more for each of the {teams} teams, at most {SplitExperiment.MostPosts} posts"));
        }
    }
}
