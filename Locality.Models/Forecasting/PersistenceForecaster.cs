namespace LocalitySim.Models;

/// <summary>Forecasts that all stays as it was last: what every other method has to beat.</summary>
public sealed record PersistenceForecaster : IForecaster
{
    /// <inheritdoc/>
    public string Name => "same as last year";

    /// <inheritdoc/>
    public IReadOnlyList<double?> Forecast(Panel history, string series, int horizon) => LogChange.Forecast(history, series, horizon, _ => 0);
}
