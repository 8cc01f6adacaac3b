using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is the distribution of waits as it is written in JSON.</summary>
internal sealed record WaitDistributionJson(int Futures, ImmutableArray<WaitDistributionJson.DayJson> Days)
{
    internal static WaitDistributionJson? Of(WaitDistribution? waits) => waits is null ? null : new(waits.Futures, [.. waits.Days.Select(item => new DayJson(
        item.Day, item.Allocated.Mean, item.Allocated.Lower, item.Allocated.Upper, item.Lost.Mean, item.Lost.Lower, item.Lost.Upper))]);

    /// <summary>Is a day of it.</summary>
    internal sealed record DayJson(int Day, double Allocated, double? AllocatedLower, double? AllocatedUpper, double Lost, double? LostLower, double? LostUpper);
}
