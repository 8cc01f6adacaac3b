namespace LocalitySim.Models;

/// <summary>Forecasts the value of the same season in the last full cycle. With seasons of one period it is persistence.</summary>
/// <remarks>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, section 5.2. Where that season's value is missing, the last value stands.</remarks>
public sealed record SeasonalNaiveForecaster : IForecaster
{
    private readonly int seasons;

    /// <summary>Sets how many seasons a cycle has.</summary>
    /// <param name="seasons">1 or more: 12 for months.</param>
    public SeasonalNaiveForecaster(int seasons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seasons, 1);
        this.seasons = seasons;
    }

    /// <inheritdoc/>
    public string Name => "same season last year";

    /// <inheritdoc/>
    public IReadOnlyList<double?> Forecast(Panel history, string series, int horizon) => LogChange.Forecast(history, series, horizon, unit =>
    {
        int cycles = (horizon + seasons - 1) / seasons;
        int same = history.LastPeriod + horizon - (cycles * seasons);
        return LogChange.Level(history, series, unit, same) - LogChange.Level(history, series, unit, history.LastPeriod);
    });
}
