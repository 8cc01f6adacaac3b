using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a screening of figures as it is written in JSON.</summary>
internal sealed record ScreeningJson(
    RunManifest Manifest, string Structure, string Baseline, string Measure, string Method, string End, int Trajectories, ImmutableArray<ScreeningJson.EffectsJson> Effects)
{
    internal static ScreeningJson Of(DifferenceQuestion question, MorrisScreening screening, bool stopped, RunManifest manifest) => new(
        manifest,
        question.Structure,
        question.Baseline,
        question.Measure.Name,
        SensitivityRequest.Morris,
        SensitivityJson.EndOf(stopped),
        screening.Trajectories,
        [.. screening.Effects.Select(item => new EffectsJson(
            item.Parameter.Name,
            item.Parameter.Low,
            item.Parameter.Base,
            item.Parameter.High,
            IntervalJson.Of(item.Mean),
            IntervalJson.Of(item.MeanAbsolute),
            IntervalJson.Of(item.StandardDeviation),
            item.ChanceDeviation,
            item.ChanceProbability))]);

    /// <summary>Is what moves of one figure do.</summary>
    internal sealed record EffectsJson(
        string Parameter,
        double Low,
        double Present,
        double High,
        IntervalJson Mean,
        IntervalJson MeanAbsolute,
        IntervalJson StandardDeviation,
        double? ChanceDeviation,
        double? ChanceProbability);
}
