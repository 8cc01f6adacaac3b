using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says how often intervals held what came.</summary>
/// <param name="Level">The intervals' level.</param>
/// <param name="Count">How many there were: one or more.</param>
/// <param name="Held">How many of them held what came.</param>
public sealed record NeedCoverage(double Level, int Count, int Held)
{
    private const double LikelyLevel = 0.8;
    private const double WideLevel = 0.95;

    /// <summary>Gets the share with its exact interval of 95 %, as if forecasts were independent; those of one authority are not quite.</summary>
    public Interval Share => ExactBinomial.Share(Held, Count);

    /// <summary>Gets the exact two-sided p-value of the level being right.</summary>
    public double PValue => ExactBinomial.PValue(Held, Count, Level);

    internal static (NeedCoverage Likely, NeedCoverage Wide) Of(ImmutableArray<NeedPoint> points) =>
        (new(LikelyLevel, points.Length, points.Count(point => point.Likely.Contains(point.Point.Actual))), new(WideLevel, points.Length, points.Count(point => point.Wide.Contains(point.Point.Actual))));

    /// <summary>Returns the intervals of both levels.</summary>
    internal static (Interval Likely, Interval Wide) Intervals(ConformalErrors errors, double forecast, double size) =>
        (errors.Interval(forecast, size, LikelyLevel), errors.Interval(forecast, size, WideLevel));
}
