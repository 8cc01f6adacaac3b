using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is a comparison as it is written in JSON.</summary>
internal sealed record ComparisonJson(
    RunManifest Manifest,
    ImmutableArray<ComparisonJson.StructureJson> Structures,
    ImmutableArray<ComparisonJson.DifferenceJson> Differences,
    ImmutableArray<ComparisonJson.ReleasedJson> CashReleased)
{
    internal static ComparisonJson Of(StructureComparison comparison, RunManifest manifest) => new(
        manifest,
        [.. comparison.Structures.Select(StructureOf)],
        [.. comparison.Differences.Select(DifferenceOf)],
        [.. comparison.CashReleased.Select(released => new ReleasedJson(StructureOf(released.Structure), DifferenceOf(released)))]);

    private static StructureJson StructureOf(StructureResult result) => new(
        result.Structure.Id,
        result.BoughtFte,
        result.ListGrows,
        QuantileOf(result, 0.5),
        QuantileOf(result, 0.9),
        [.. result.Measures.Select(item => new MeasureJson(item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper))]);

    private static FutureQuantile? QuantileOf(StructureResult result, double share) => result.QuantileOfFutures(Measure.WaitToAllocation, share);

    private static DifferenceJson DifferenceOf(StructureDifference difference) => new(
        difference.Structure.Structure.Id,
        difference.Baseline.Structure.Id,
        [.. difference.Measures.Select(item => new MeasureDifferenceJson(
            item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper, item.ProbabilityBetter, item.ShareOfFuturesBetter))]);

    /// <summary>Is a structure.</summary>
    internal sealed record StructureJson(
        string Name,
        double BoughtFte,
        bool ListGrows,
        FutureQuantile? WaitInMiddleFuture,
        FutureQuantile? WaitInBadFuture,
        ImmutableArray<MeasureJson> Measures);

    /// <summary>Is a measure of a structure.</summary>
    internal sealed record MeasureJson(string Name, string Unit, double? Mean, double? Lower, double? Upper);

    /// <summary>Is a structure's difference from the baseline.</summary>
    internal sealed record DifferenceJson(string Structure, string Baseline, ImmutableArray<MeasureDifferenceJson> Measures);

    /// <summary>Is a measure's difference.</summary>
    internal sealed record MeasureDifferenceJson(
        string Name, string Unit, double? Mean, double? Lower, double? Upper, double? ProbabilityBetter, double? ShareOfFuturesBetter);

    /// <summary>Is a structure with its freed money released.</summary>
    internal sealed record ReleasedJson(StructureJson Structure, DifferenceJson Difference);
}
