using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is the advice on a warm-up as it is written in JSON.</summary>
internal sealed record WarmUpJson(RunManifest Manifest, ImmutableArray<WarmUpJson.SeriesJson> Series)
{
    internal static WarmUpJson Of(ImmutableArray<WarmUpAdvice> advice, RunManifest manifest) => new(
        manifest,
        [.. advice.Select(item => new SeriesJson(
            item.Structure.Id, item.Series == WarmUpSeries.Held ? "held" : "waiting", item.CutYears, item.IsTrusted, item.IsEnough, item.InWarmUp, item.Counted))]);

    /// <summary>Is what one series says.</summary>
    internal sealed record SeriesJson(string Structure, string Counts, double CutYears, bool Trusted, bool Enough, double? MeanInWarmUp, double MeanCounted);
}
