namespace LocalitySim.Simulation;

/// <summary>The bootstrap's percentile interval. Source: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7(1), 1979.</summary>
internal static class PercentileInterval
{
    /// <summary>The interval between the resamples' two quantiles; the estimate lies within it or on its bound.</summary>
    internal static Interval Of(double estimate, double[] resampled, double level)
    {
        double[] sorted = (double[])resampled.Clone();
        Array.Sort(sorted);
        int cut = (int)Math.Floor(0.5 * (1 - level) * sorted.Length);
        return new Interval(estimate, Math.Min(estimate, sorted[cut]), Math.Max(estimate, sorted[^(cut + 1)]));
    }
}
