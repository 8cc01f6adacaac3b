using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Says what a split of posts is worth.</summary>
internal static class SplitWords
{
    /// <summary>Says in a word what a service's split is worth.</summary>
    internal static string Reading(ServiceSplit service, SplitResult result) => service switch
    {
        _ when result.WasStopped => "stopped",
        { IsSame: true } => "present-split-stays",
        { Difference.Upper: < 0 } => "better",
        { Difference.Lower: > 0 } => "worse",
        _ => "no-clear-difference",
    };
}
