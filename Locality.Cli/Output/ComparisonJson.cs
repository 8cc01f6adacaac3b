using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a comparison as it is written in JSON.</summary>
internal sealed record ComparisonJson(
    RunManifest Manifest,
    ImmutableArray<ComparisonJson.StructureJson> Structures,
    ImmutableArray<ComparisonJson.DifferenceJson> Differences,
    ImmutableArray<ComparisonJson.ReleasedJson> CashReleased,
    ImmutableArray<ComparisonJson.TransitionJson> Transitions,
    ComparisonJson.PrecisionJson? Precision)
{
    internal static ComparisonJson Of(StructureComparison comparison, RunManifest manifest) => new(
        manifest,
        [.. comparison.Structures.Select(StructureOf)],
        [.. comparison.Differences.Select(DifferenceOf)],
        [.. comparison.CashReleased.Select(released => new ReleasedJson(StructureOf(released.Structure), DifferenceOf(released)))],
        [.. Transition.Of(comparison).Select(item => new TransitionJson(
            item.Planned.Structure.Id, item.Steady.Structure.Id, item.On, item.Band.Value, item.ExtraChildDays, item.Lower, item.Upper, item.WeeksToRecover, item.ShareRecovered))],
        comparison.Precision is { } precision ? PrecisionOf(precision) : null);

    private static PrecisionJson PrecisionOf(PrecisionResult precision) => new(
        precision.Reason switch
        {
            StopReason.PrecisionReached => "precision-reached",
            StopReason.MaximumReached => "maximum-reached",
            _ => "cancelled",
        },
        precision.Goal.Share,
        precision.Goal.HalfWidthDays,
        precision.Enough,
        [.. precision.Waits.Select(wait => new WaitPrecisionJson(wait.Target.Measure, wait.Interval?.HalfWidth, wait.RelativeHalfWidth))]);

    private static StructureJson StructureOf(StructureResult result) => new(
        result.Structure.Id,
        result.BoughtFte,
        result.ListGrows,
        QuantileOf(result, 0.5),
        QuantileOf(result, 0.9),
        [.. result.Measures.Select(MeasureOf)],
        [.. result.Breakdowns.Select(part => new BreakdownJson(BreakdownWords.NameOf(part.Dimension), part.Level, [.. part.Measures.Select(MeasureOf)]))],
        [.. result.Agencies.Select(item => new AgencyJson(
            item.Agency, item.Posts, item.AgencyCover, item.FrontDoor, item.Management, item.Bases, item.Mileage, item.Transfers, item.Total))],
        WaitDistributionJson.Of(result.WaitDistribution),
        WorkerCaseloadsJson.Of(result.WorkerCaseloads),
        ReferralFlowJson.Of(result.ReferralFlow));

    internal static MeasureJson MeasureOf(MeasureResult item) => new(item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper);

    private static FutureQuantile? QuantileOf(StructureResult result, double share) => result.QuantileOfFutures(Measure.WaitToAllocation, share);

    private static DifferenceJson DifferenceOf(StructureDifference difference) => new(
        difference.Structure.Structure.Id,
        difference.Baseline.Structure.Id,
        [.. difference.Measures.Select(DifferenceOf)],
        [.. difference.Breakdowns.Select(part => new BreakdownDifferenceJson(BreakdownWords.NameOf(part.Dimension), part.Level, [.. part.Measures.Select(DifferenceOf)]))]);

    internal static MeasureDifferenceJson DifferenceOf(MeasureDifference item) => new(
        item.Measure.Name, item.Measure.Unit, item.Mean, item.Lower, item.Upper, item.ProbabilityBetter, item.ShareOfFuturesBetter);

    /// <summary>Is a structure.</summary>
    internal sealed record StructureJson(
        string Name,
        double BoughtFte,
        bool ListGrows,
        FutureQuantile? WaitInMiddleFuture,
        FutureQuantile? WaitInBadFuture,
        ImmutableArray<MeasureJson> Measures,
        ImmutableArray<BreakdownJson> Breakdowns,
        ImmutableArray<AgencyJson> Agencies,
        WaitDistributionJson? WaitDistribution,
        WorkerCaseloadsJson? WorkerCaseloads,
        ReferralFlowJson? ReferralFlow);

    /// <summary>Is a part of a structure.</summary>
    internal sealed record BreakdownJson(string Dimension, string Level, ImmutableArray<MeasureJson> Measures);

    /// <summary>Is what a partner agency pays.</summary>
    internal sealed record AgencyJson(
        string Agency, double Posts, double AgencyCover, double FrontDoor, double Management, double Bases, double Mileage, double Transfers, double Total);

    /// <summary>Is a measure of a structure.</summary>
    internal sealed record MeasureJson(string Name, string Unit, double? Mean, double? Lower, double? Upper);

    /// <summary>Is a structure's difference from the baseline.</summary>
    internal sealed record DifferenceJson(string Structure, string Baseline, ImmutableArray<MeasureDifferenceJson> Measures, ImmutableArray<BreakdownDifferenceJson> Breakdowns);

    /// <summary>Is the difference of a part of a structure.</summary>
    internal sealed record BreakdownDifferenceJson(string Dimension, string Level, ImmutableArray<MeasureDifferenceJson> Measures);

    /// <summary>Is what changing over costs in time.</summary>
    internal sealed record TransitionJson(
        string Planned,
        string Steady,
        DateOnly On,
        double Band,
        double ExtraChildDays,
        double? Lower,
        double? Upper,
        double? WeeksToRecover,
        double ShareRecovered);

    /// <summary>Is why no more futures were added, and how precise the mean waits are.</summary>
    internal sealed record PrecisionJson(string Reason, double? ShareAsked, double? DaysAsked, int? Enough, ImmutableArray<WaitPrecisionJson> Waits);

    /// <summary>Is how precise a structure's mean wait is: half the width of its interval, in days and as a share of the mean.</summary>
    internal sealed record WaitPrecisionJson(string Structure, double? HalfWidth, double? RelativeHalfWidth);

    /// <summary>Is a measure's difference.</summary>
    internal sealed record MeasureDifferenceJson(
        string Name, string Unit, double? Mean, double? Lower, double? Upper, double? ProbabilityBetter, double? ShareOfFuturesBetter);

    /// <summary>Is a structure with its freed money released.</summary>
    internal sealed record ReleasedJson(StructureJson Structure, DifferenceJson Difference);
}
