namespace LocalitySim.Models;

/// <summary>Forecasts a smoothed level: the mean of past logarithms, weights falling geometrically with age, the same rate for all units.</summary>
/// <remarks>
/// Level ← level + α (value − level), from the first value on; a period without a value leaves the level. α is that of 0.05, 0.10 … 1.00 with the
/// least squared error one period ahead over all units; of equals the largest, nearest to persistence. Source: Hyndman and Athanasopoulos,
/// Forecasting: Principles and Practice, 3rd ed. 2021, section 8.1.
/// </remarks>
public sealed record ExponentialSmoothingForecaster : IForecaster
{
    private const int Steps = 20;

    /// <inheritdoc/>
    public string Name => "exponential smoothing";

    /// <inheritdoc/>
    public IReadOnlyList<double?> Forecast(Panel history, string series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        double alpha = Enumerable.Range(1, Steps).Select(step => (double)step / Steps).Reverse().MinBy(rate => Enumerable.Range(0, history.Units.Count).Sum(unit => Smooth(history, series, unit, rate).Error));
        return LogChange.Forecast(history, series, horizon, unit => Smooth(history, series, unit, alpha).Level - LogChange.Level(history, series, unit, history.LastPeriod));
    }

    private static (double? Level, double Error) Smooth(Panel history, string series, int unit, double alpha)
    {
        double? level = null;
        double error = 0;
        for (int period = history.FirstPeriod; period <= history.LastPeriod; period++)
        {
            if (LogChange.Level(history, series, unit, period) is { } value)
            {
                error += level is { } before ? (value - before) * (value - before) : 0;
                level = level is { } old ? old + (alpha * (value - old)) : value;
            }
        }

        return (level, error);
    }
}
