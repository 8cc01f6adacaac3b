using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what a team's waits come to over futures, in the target's unit, with intervals.</summary>
/// <param name="InTime">The share of children seen within the target's time; null for a target about the mean, or where nobody waited.</param>
/// <param name="Wait">The wait that the target is about: its mean, or where the mean share seen reaches the target's share. Null where nobody waited, or it is not reached by 180 days.</param>
/// <param name="Lower">The lower end of the wait's interval; null where there is none, or it is not reached.</param>
/// <param name="Upper">The upper end; null where there is none, or it is not reached.</param>
/// <param name="FuturesMet">The share of futures in which the target is met there; null where nobody waited.</param>
public sealed record StaffWaits(Interval? InTime, double? Wait, double? Lower, double? Upper, double? FuturesMet)
{
    private const int StepsPerDay = 4;
    private const int FineDays = 30;

    /// <summary>Returns the times at which shares are kept: every quarter of a day to day 30, every day to day 180, and the target's time.</summary>
    internal static double[] Grid(StaffTarget target) =>
    [
        .. Enumerable.Range(0, FineDays * StepsPerDay).Select(step => (double)step / StepsPerDay)
            .Concat(Enumerable.Range(FineDays, Measure.HorizonDays - FineDays + 1).Select(day => (double)day))
            .Append(target.Time).Distinct().Order(),
    ];

    /// <summary>Returns by how much one future's waits are better than the target; null where nobody waited.</summary>
    internal static double? Margin(StaffTarget target, double[] grid, WaitCurve? waits) => waits is null ? null
        : target.Kind == StaffTargetKind.Mean ? target.Time - waits.RestrictedMean
        : waits.Curve[Array.IndexOf(grid, target.Time)] - target.Share;

    /// <summary>Returns what a part's waits come to. Intervals are narrowed by how many families happened to come, whose mean is known.</summary>
    /// <param name="target">The target.</param>
    /// <param name="grid">The grid of the curves.</param>
    /// <param name="futures">Each future's waits and control.</param>
    /// <param name="confidence">The confidence of each interval by itself.</param>
    internal static StaffWaits Of(StaffTarget target, double[] grid, IReadOnlyList<(WaitCurve? Waits, double Control)> futures, double confidence)
    {
        double[] margins = [.. futures.Select(future => Margin(target, grid, future.Waits)).OfType<double>()];
        if (margins.Length == 0)
        {
            return new StaffWaits(null, null, null, null, null);
        }

        double met = (double)margins.Count(margin => margin >= 0) / margins.Length;
        if (target.Kind == StaffTargetKind.Mean)
        {
            Interval mean = At(waits => waits.RestrictedMean);
            return new StaffWaits(null, mean.Mean, Finite(mean.Lower), Finite(mean.Upper), met);
        }

        Interval[] curve = [.. grid.Select((_, place) => At(waits => waits.Curve[place]))];
        Interval inTime = curve[Array.IndexOf(grid, target.Time)];
        return new StaffWaits(
            inTime with { Lower = Math.Max(0, inTime.Lower), Upper = Math.Min(1, inTime.Upper) },
            FirstReached(item => item.Mean),
            FirstReached(item => item.Upper),
            ReachedForGood(),
            met);

        Interval At(Func<WaitCurve, double> value)
        {
            CapacityEstimate estimate = CapacityEstimate.Of(
                0, [.. futures.Select(future => new CapacityObservation(future.Waits is { } waits ? value(waits) : null, future.Control, 1))], (1 + confidence) / 2);
            return new Interval(estimate.Mean, estimate.Lower, estimate.Upper);
        }

        double? FirstReached(Func<Interval, double> edge)
        {
            int place = Array.FindIndex(curve, item => edge(item) >= target.Share);
            return place < 0 ? null : grid[place];
        }

        double? ReachedForGood()
        {
            int place = Array.FindLastIndex(curve, item => !(item.Lower >= target.Share)) + 1;
            return place == curve.Length ? null : grid[place];
        }
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
