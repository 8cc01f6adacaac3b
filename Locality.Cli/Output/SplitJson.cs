using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is the best split found as it is written in JSON.</summary>
internal sealed record SplitJson(
    RunManifest Manifest, ImmutableArray<SplitJson.PostsJson> Posts, string Objective, double Confidence, string End, ImmutableArray<SplitJson.ServiceJson> Services)
{
    internal static SplitJson Of(SplitResult result, RunManifest manifest) => new(
        manifest,
        [.. result.Services.SelectMany(service => service.Teams.Select(team => new PostsJson(
            team.Locality, service.Service, team.Fte.Value, team.PresentFte.Value, WaitOf(team.Found), WaitOf(team.Present))))],
        result.Request.Objective == SplitObjective.Worst ? "worst" : "mean",
        result.Request.Confidence,
        result.WasStopped ? "stopped" : "compared",
        [.. result.Services.Select(service => new ServiceJson(service.Service, service.Difference is { } difference ? IntervalJson.Of(difference) : null, SplitWords.Reading(service, result)))]);

    private static StaffJson.WaitsJson? WaitOf(StaffWaits? waits) => StaffJson.WaitsJson.Of(waits is null ? null : waits with { FuturesMet = null });

    /// <summary>Is one team's part in the split; waits are means to 180 days, in days.</summary>
    internal sealed record PostsJson(string Locality, string Service, double Fte, double PresentFte, StaffJson.WaitsJson? Achieved, StaffJson.WaitsJson? Present);

    /// <summary>Is what a service's split is worth: the objective less that of the posts there are, in days.</summary>
    internal sealed record ServiceJson(string Service, IntervalJson? Difference, string Reading);
}
