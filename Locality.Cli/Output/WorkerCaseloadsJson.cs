using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is what workers hold as it is written in JSON.</summary>
internal sealed record WorkerCaseloadsJson(ImmutableArray<WorkerCaseloadsJson.QuantileJson> Quantiles, ImmutableArray<PostCaseload> Posts)
{
    internal static WorkerCaseloadsJson? Of(WorkerCaseloads? caseloads) => caseloads is null ? null : new(
        [.. caseloads.Quantiles.Select(item => new QuantileJson(item.Share, item.PointsPerFte.Mean, item.PointsPerFte.Lower, item.PointsPerFte.Upper))],
        caseloads.Posts);

    /// <summary>Is a quantile of it.</summary>
    internal sealed record QuantileJson(double Share, double Mean, double? Lower, double? Upper);
}
