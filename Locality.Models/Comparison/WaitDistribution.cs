using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the distribution of a structure's waits for a lead professional: the shares of children allocated and lost by each whole day.</summary>
/// <remarks>
/// In each future the shares are the Aalen–Johansen estimates of the children accepted in the counted window (Aalen and Johansen, Scandinavian J. Statistics 5,
/// 1978): waits that are open at the end are censored, not dropped. The interval of each day is that day's alone: it is no band for the whole curve.
/// </remarks>
public sealed record WaitDistribution
{
    /// <summary>Gets the number of futures in which anybody waited: the means are over these.</summary>
    public required int Futures { get; init; }

    /// <summary>Gets the shares by day: day 0 to day 180.</summary>
    public required ImmutableArray<WaitDay> Days { get; init; }

    /// <summary>Returns null where the futures were kept without it, or nobody waited in any.</summary>
    internal static WaitDistribution? Of(ReplicationOutcome[] futures)
    {
        (double[] Allocated, double[] Lost)[] curves =
            [.. futures.Where(future => future.Details?.LostByDay is not null).Select(future => (WaitGrid.WholeDays(future.AllocatedCurve), future.Details!.LostByDay!))];
        return curves.Length == 0 ? null : new WaitDistribution
        {
            Futures = curves.Length,
            Days = [.. Enumerable.Range(0, Measure.HorizonDays + 1).Select(day => new WaitDay(
                day,
                MeanOverFutures.Of([.. curves.Select(curve => curve.Allocated[day])], 0, 1),
                MeanOverFutures.Of([.. curves.Select(curve => curve.Lost[day])], 0, 1)))],
        };
    }
}
