using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>
/// Forecasts each of several periods from what was known some periods before it, and puts the forecasts beside what came.
/// Source: Tashman, "Out-of-sample tests of forecasting accuracy: an analysis and review", International Journal of Forecasting 16(4), 2000.
/// </summary>
public static class RollingOrigin
{
    /// <summary>Runs the test.</summary>
    /// <param name="panel">The panel. The method is given what ends at each origin and nothing later.</param>
    /// <param name="series">The series.</param>
    /// <param name="horizon">How many periods lie between origin and period forecast: 1 or more.</param>
    /// <param name="periods">The periods forecast: those whose origin is not within the panel are left out.</param>
    /// <param name="forecaster">The method.</param>
    /// <returns>By period and unit, those whose value is there at the origin and at the period.</returns>
    public static ImmutableArray<ForecastPoint> Run(Panel panel, string series, int horizon, IEnumerable<int> periods, IForecaster forecaster)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(forecaster);
        List<ForecastPoint> points = [];
        foreach (int period in periods.Where(period => period - horizon >= panel.FirstPeriod && period <= panel.LastPeriod))
        {
            IReadOnlyList<double?> forecasts = forecaster.Forecast(panel.Through(period - horizon), series, horizon);
            for (int unit = 0; unit < forecasts.Count; unit++)
            {
                if (panel.Value(series, unit, period - horizon) is { } last && panel.Value(series, unit, period) is { } actual && forecasts[unit] is { } forecast)
                {
                    points.Add(new ForecastPoint(unit, period, last, forecast, actual));
                }
            }
        }

        return [.. points];
    }
}
