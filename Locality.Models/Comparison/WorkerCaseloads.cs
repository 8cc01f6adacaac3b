using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is how points are spread over a structure's workers: filled posts at the monthly looks of the counted window, in points held per full-time equivalent.</summary>
public sealed record WorkerCaseloads
{
    /// <summary>Gets the shares of which there is a quantile: 0.05, 0.25, 0.5, 0.75 and 0.95.</summary>
    public static ImmutableArray<double> Shares => CaseloadLooks.Shares;

    /// <summary>
    /// Gets the quantiles at <see cref="Shares"/>: taken over all posts and looks of each future, each post with the weight of its size, as in
    /// <see cref="Measure.CaseloadSpread"/>; then the mean over futures.
    /// </summary>
    public required ImmutableArray<CaseloadQuantile> Quantiles { get; init; }

    /// <summary>Gets each post of the first future that was filled at some look: one future only, to show single posts; means over futures are in the quantiles.</summary>
    public required ImmutableArray<PostCaseload> Posts { get; init; }

    /// <summary>Returns null where the futures were kept without it, or no post was ever filled.</summary>
    internal static WorkerCaseloads? Of(ReplicationOutcome[] futures)
    {
        double[][] quantiles = [.. futures.Select(future => future.Details?.Caseloads).OfType<double[]>()];
        return quantiles.Length == 0 ? null : new WorkerCaseloads
        {
            Quantiles = [.. Shares.Select((share, index) => new CaseloadQuantile(share, MeanOverFutures.Of([.. quantiles.Select(values => values[index])], 0, null)))],
            Posts = [.. futures[0].Details?.Posts ?? []],
        };
    }
}
