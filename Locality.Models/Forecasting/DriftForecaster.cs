namespace LocalitySim.Models;

/// <summary>Forecasts that each unit's mean yearly change on the logarithmic scale goes on: a random walk with drift.</summary>
/// <remarks>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, section 5.2, on logarithms.</remarks>
public sealed record DriftForecaster : IForecaster
{
    /// <inheritdoc/>
    public string Name => "drift";

    /// <inheritdoc/>
    public IReadOnlyList<double?> Forecast(Panel history, string series, int horizon) => LogChange.Forecast(history, series, horizon, unit =>
    {
        int first = Enumerable.Range(history.FirstPeriod, history.LastPeriod - history.FirstPeriod + 1).First(period => LogChange.Level(history, series, unit, period) is not null);
        return first == history.LastPeriod
            ? 0
            : horizon * (LogChange.Level(history, series, unit, history.LastPeriod) - LogChange.Level(history, series, unit, first)) / (history.LastPeriod - first);
    });
}
