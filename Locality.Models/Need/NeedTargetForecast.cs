using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what is forecast of one target. Rates are per 10,000 children.</summary>
/// <param name="Target">The target.</param>
/// <param name="Last">The rate in the last year of the data.</param>
/// <param name="Likely">The rate forecast, with its interval of 80 %.</param>
/// <param name="Wide">The same with its interval of 95 %.</param>
/// <param name="Factors">Equally likely values of the rate over the last one, from the lowest.</param>
public sealed record NeedTargetForecast(NeedTarget Target, double Last, Interval Likely, Interval Wide, ImmutableArray<double> Factors)
{
    /// <summary>Returns a rate as a count of children.</summary>
    /// <param name="rate">The rate per 10,000.</param>
    /// <param name="children">How many children there are.</param>
    public static Interval CountOf(Interval rate, double children) => new(rate.Mean * children / NeedData.PerChildren, rate.Lower * children / NeedData.PerChildren, rate.Upper * children / NeedData.PerChildren);

    internal static NeedTargetForecast? Of(NeedTargetModel fit, NeedData data, int unit, double children)
    {
        if (data.Panel.Value(fit.Target.Series, unit, data.Panel.LastPeriod) is not { } last || fit.Forecast(data, unit) is not { } rate || !(last > 0 && rate > 0))
        {
            return null;
        }

        double size = rate * children / NeedData.PerChildren;
        (Interval likely, Interval wide) = NeedCoverage.Intervals(fit.Errors, rate, size);
        return new NeedTargetForecast(
            fit.Target,
            last,
            likely,
            wide,
            [.. Enumerable.Range(1, NeedForecast.Draws).Select(draw => fit.Errors.Quantile(rate, size, draw / (NeedForecast.Draws + 1.0)) / last)]);
    }
}
