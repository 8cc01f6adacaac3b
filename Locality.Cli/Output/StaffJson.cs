using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is the posts found as they are written in JSON.</summary>
internal sealed record StaffJson(
    RunManifest Manifest,
    ImmutableArray<StaffJson.PostsJson> Posts,
    string Target,
    StaffJson.WaitsJson? Achieved,
    double Confidence,
    string End,
    int Additions,
    int SearchedFutures,
    int CheckedFutures,
    double? VarianceRatio)
{
    internal static StaffJson Of(StaffResult result, RunManifest manifest) => new(
        manifest,
        [.. result.Posts.Select(PostsOf)],
        result.Request.Target.ToString(),
        WaitsJson.Of(result.Achieved),
        result.Request.Confidence,
        EndOf(result.End),
        result.Additions,
        result.SearchedFutures,
        result.CheckedFutures,
        result.VarianceRatio);

    internal static string EndOf(StaffEnd end) => end switch
    {
        StaffEnd.Confirmed => "confirmed",
        StaffEnd.NotConfirmed => "not-confirmed",
        StaffEnd.OutOfReach => "out-of-reach",
        _ => "stopped",
    };

    private static PostsJson PostsOf(StaffedPosts row) => new(
        row.Locality,
        row.Service,
        row.Fte?.Value,
        row.PresentFte.Value,
        row.IsShown,
        WaitsJson.Of(row.Achieved),
        WaitsJson.Of(row.Present),
        double.IsFinite(row.Load) ? row.Load : null,
        row.ListGrowth is { } growth ? IntervalJson.Of(growth) : null,
        row.Relief is { } relief
            ? new ReliefJson(relief.From.ToString("O", CultureInfo.InvariantCulture), relief.By.ToString("O", CultureInfo.InvariantCulture), relief.FluidFte, relief.Fte.Value, IntervalJson.Of(relief.ListWithout), IntervalJson.Of(relief.ListWith))
            : null);

    /// <summary>Is the posts of one team.</summary>
    internal sealed record PostsJson(
        string Locality, string Service, double? Fte, double PresentFte, bool IsShown, WaitsJson? Achieved, WaitsJson? Present, double? PresentLoad, IntervalJson? PresentListGrowthPerMonth, ReliefJson? Relief);

    /// <summary>Is what clears a growing list by a date.</summary>
    internal sealed record ReliefJson(string From, string By, double FluidFte, double Fte, IntervalJson ListWithout, IntervalJson ListWith);

    /// <summary>Is what waits come to, in the target's unit.</summary>
    internal sealed record WaitsJson(double? Mean, double? Lower, double? Upper, IntervalJson? SeenInTime, double? FuturesMet)
    {
        internal static WaitsJson? Of(StaffWaits? waits) => waits is null ? null
            : new WaitsJson(waits.Wait, waits.Lower, waits.Upper, waits.InTime is { } share ? IntervalJson.Of(share) : null, waits.FuturesMet);
    }
}
