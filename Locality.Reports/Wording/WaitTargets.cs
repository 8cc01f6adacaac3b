using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Holds a comparison's waits against a target in days of the calendar.</summary>
internal static class WaitTargets
{
    /// <summary>Says what is wrong with a target for a comparison; null where nothing is. Waits of a comparison are followed by whole days of the calendar.</summary>
    internal static string? Problem(StaffTarget target) => target switch
    {
        { IsInWorkingDays: true } => $"found '{target}'; expected days or weeks of the calendar: a comparison follows waits by these",
        { Kind: StaffTargetKind.Share } when target.Time % 1 != 0 => $"found '{target}'; expected whole days",
        _ => null,
    };

    /// <summary>Says whether a structure meets a target.</summary>
    internal static WaitTargetVerdict Verdict(StructureResult result, StaffTarget target)
    {
        if (target.Kind == StaffTargetKind.Mean)
        {
            MeasureResult mean = result.Of(Measure.WaitToAllocation);
            return mean.Upper <= target.Time ? WaitTargetVerdict.Met : mean.Lower > target.Time ? WaitTargetVerdict.Missed : WaitTargetVerdict.NotClear;
        }

        MeanOverFutures seen = Seen(result, target);
        return seen.Lower >= target.Share ? WaitTargetVerdict.Met : seen.Upper < target.Share ? WaitTargetVerdict.Missed : WaitTargetVerdict.NotClear;
    }

    /// <summary>Returns by how much a structure misses a target, on a scale of its own: the more, the further.</summary>
    internal static double Shortfall(StructureResult result, StaffTarget target) =>
        target.Kind == StaffTargetKind.Mean ? (result.Of(Measure.WaitToAllocation).Mean ?? double.MaxValue) - target.Time : target.Share - Seen(result, target).Mean;

    /// <summary>Says what was found where the target was looked for.</summary>
    internal static string Found(StructureResult result, StaffTarget target)
    {
        if (target.Kind == StaffTargetKind.Mean)
        {
            return $"a mean wait of {NumberText.Of(result.Of(Measure.WaitToAllocation))} days";
        }

        MeanOverFutures seen = Seen(result, target);
        string interval = seen is { Lower: { } lower, Upper: { } upper } ? FormattableString.Invariant($" ({100 * lower:0.0} to {100 * upper:0.0})") : "";
        return FormattableString.Invariant($"{100 * seen.Mean:0.0} %{interval} seen within {target.Time:0} days");
    }

    private static MeanOverFutures Seen(StructureResult result, StaffTarget target) =>
        result.WaitDistribution?.Days[(int)target.Time].Allocated ?? new MeanOverFutures(1, null, null);
}
