using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says whether what came adds up to what was forecast.</summary>
public static class CalibrationRatio
{
    /// <summary>Returns the sum of what came over the sum of what was forecast, with its interval over units.</summary>
    /// <remarks>Units count as clusters, as their periods are not independent: linearised variance of a ratio, Student's t (Cochran, Sampling Techniques, 3rd ed. 1977, section 6.3).</remarks>
    /// <param name="points">The forecasts, of two units or more, not all zero.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <returns>The ratio and its bounds; null for fewer than two units, or forecasts of zero alone.</returns>
    public static Interval? Of(ImmutableArray<ForecastPoint> points, double level = 0.95)
    {
        double forecast = points.Sum(point => point.Forecast);
        double[][] units = [.. points.GroupBy(point => point.Unit).OrderBy(unit => unit.Key).Select(unit => new[] { unit.Sum(point => point.Actual), unit.Sum(point => point.Forecast) })];
        if (units.Length < 2 || !(forecast > 0))
        {
            return null;
        }

        double ratio = points.Sum(point => point.Actual) / forecast;
        double[] gaps = [.. units.Select(unit => units.Length * (unit[0] - (ratio * unit[1])) / forecast)];
        Interval spread = Confidence.Mean(gaps, level);
        return new Interval(ratio, ratio - spread.HalfWidth, ratio + spread.HalfWidth);
    }
}
