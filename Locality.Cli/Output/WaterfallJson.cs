using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is a waterfall as it is written in JSON.</summary>
internal sealed record WaterfallJson(
    RunManifest Manifest,
    string Structure,
    string Baseline,
    string Measure,
    double BaselineMean,
    double StructureMean,
    ComparisonJson.MeasureDifferenceJson Difference,
    ImmutableArray<WaterfallJson.FactorJson> Factors,
    bool Stopped)
{
    internal static WaterfallJson Of(StructureWaterfall waterfall, RunManifest manifest) => new(
        manifest,
        waterfall.Question.Structure,
        waterfall.Question.Baseline,
        waterfall.Question.Measure.Name,
        waterfall.Baseline,
        waterfall.Structure,
        ComparisonJson.DifferenceOf(waterfall.Difference),
        [.. waterfall.Factors.Select(factor => new FactorJson([.. WaterfallWords.NamesOf(factor.Parts)], factor.Contribution, factor.Interval.Lower, factor.Interval.Upper))],
        waterfall.IsStopped);

    /// <summary>Is what a part contributes.</summary>
    internal sealed record FactorJson(ImmutableArray<string> Parts, double Contribution, double Lower, double Upper);
}
