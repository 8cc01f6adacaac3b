using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a mean with its interval as it is written in JSON.</summary>
internal sealed record IntervalJson(double Mean, double? Lower, double? Upper)
{
    internal static IntervalJson Of(Interval interval) => new(interval.Mean, Finite(interval.Lower), Finite(interval.Upper));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
