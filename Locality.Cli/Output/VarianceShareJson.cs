using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is how the variance of a difference is shared among figures, as it is written in JSON.</summary>
internal sealed record VarianceShareJson(
    RunManifest Manifest,
    string Structure,
    string Baseline,
    string Measure,
    string Method,
    string End,
    int Points,
    double Mean,
    double Variance,
    double? ChanceVariance,
    ImmutableArray<VarianceShareJson.ShareJson> Shares)
{
    internal static VarianceShareJson Of(DifferenceQuestion question, SobolIndices indices, bool stopped, RunManifest manifest) => new(
        manifest,
        question.Structure,
        question.Baseline,
        question.Measure.Name,
        SensitivityRequest.Sobol,
        SensitivityJson.EndOf(stopped),
        indices.Rows,
        indices.Mean,
        indices.Variance,
        indices.ChanceVariance,
        [.. indices.Indices.Select(item => new ShareJson(
            item.Parameter.Name,
            item.Parameter.Low,
            item.Parameter.Base,
            item.Parameter.High,
            item.FirstOrder is { } alone ? IntervalJson.Of(alone) : null,
            item.Total is { } total ? IntervalJson.Of(total) : null))]);

    /// <summary>Is the share of one figure, from 0 to 1.</summary>
    internal sealed record ShareJson(string Parameter, double Low, double Present, double High, IntervalJson? FirstOrder, IntervalJson? Total);
}
