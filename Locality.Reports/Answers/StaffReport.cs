using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Makes the report of a question about posts: how many each team needs at least, or how those that there are should be split.</summary>
public static class StaffReport
{
    /// <summary>Makes the report of the least posts.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="folder">The folder that its scenario was read from.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">The folder cannot be read any more.</exception>
    public static Report Of(StaffResult result, string folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(folder);
        AnswerTable answer = StaffAnswer.Of(result);
        string change = result.Posts.All(row => row.Fte is not null)
            ? string.Create(CultureInfo.InvariantCulture, $"So that {StaffWords.TargetOf(result.Request.Target)}, these teams take {StaffWords.Sum(result.Posts)} posts at the least, {StaffWords.Change(result.Posts)} against today's {StaffWords.Number(result.Posts.Sum(row => row.PresentFte.Value))}. ")
            : "";
        return AnswerReport.Of(
            $"{result.Scenario.Name}: how many posts {result.Structure.Name} takes",
            $"{change}{answer.Sentences[0]}",
            answer,
            [Posts(answer, result.Posts.Select(row => ($"{NameOf(result.Scenario, row.Service)}, {StaffWords.LocalityOf(result.Structure, row.Locality)}", row.PresentFte.Value, row.Fte?.Value)))],
            result.Scenario,
            RunManifest.Of(result.Scenario, result.Plan with { Replications = result.CheckedFutures }, [result.Structure.Id], folder),
            folder,
            string.Create(CultureInfo.InvariantCulture, $"locality staff FOLDER --structure {result.Structure.Id} --target \"{result.Request.Target}\" --seed {result.Plan.Seed}, with its further options"));
    }

    /// <summary>Makes the report of a split.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="folder">The folder that its scenario was read from.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">The folder cannot be read any more.</exception>
    public static Report Of(SplitResult result, string folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(folder);
        AnswerTable answer = SplitAnswer.Of(result);
        return AnswerReport.Of(
            $"{result.Scenario.Name}: how posts of {result.Structure.Name} are best split",
            answer.Sentences[0],
            answer,
            [Posts(answer, result.Services.SelectMany(service => service.Teams.Select(team => ($"{NameOf(result.Scenario, service.Service)}, {StaffWords.LocalityOf(result.Structure, team.Locality)}", team.PresentFte.Value, (double?)team.Fte.Value))))],
            result.Scenario,
            RunManifest.Of(result.Scenario, result.Plan with { Replications = result.Request.CheckFutures }, [result.Structure.Id], folder),
            folder,
            string.Create(CultureInfo.InvariantCulture, $"locality staff FOLDER --structure {result.Structure.Id} --split --seed {result.Plan.Seed}, with its further options"));
    }

    /// <summary>Draws today's posts and those found, team by team; null where none was found.</summary>
    private static IntervalChart? Posts(AnswerTable answer, IEnumerable<(string Team, double Now, double? Found)> posts)
    {
        (string Team, double Now, double? Found)[] teams = [.. posts];
        string[] words = [.. teams.Select(team => string.Create(CultureInfo.InvariantCulture, $"{team.Team}: {team.Now:0.##} now, {(team.Found is { } found ? found.ToString("0.##", CultureInfo.InvariantCulture) : "none found")}"))];
        return Array.TrueForAll(teams, team => team.Found is null) ? null : new IntervalChart
        {
            Id = "posts-chart",
            Title = "Posts by team: now, and found",
            Alternative = $"Posts of each team in full-time equivalents. {string.Join("; ", words)}.",
            Axis = "full-time equivalents",
            Rows = [.. teams.Select(team => team.Team)],
            Series =
            [
                new IntervalSeries("now", 0, [.. teams.Select((team, row) => new IntervalPoint(row, team.Now, null, null, words[row]))]),
                new IntervalSeries("found", 1, [.. teams.Select((team, row) => (team, row)).Where(item => item.team.Found is not null).Select(item => new IntervalPoint(item.row, item.team.Found!.Value, null, null, words[item.row]))]),
            ],
            Table = answer.Table with { Id = "posts-chart-table", Caption = "Posts by team" },
        };
    }

    private static string NameOf(Scenario scenario, string service) => scenario.Services[scenario.IndexOfService(service)].Name;
}
