using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>
/// Forecasts the change of the logarithm of each unit from columns known at the origin. The mean change of all units together is not forecast: it is
/// taken as nought, and its uncertainty is in the spread of past errors.
/// </summary>
public abstract record ChangeForecaster : IForecaster
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>Gets the columns; those of series that the panel does not have are left out.</summary>
    public required ImmutableArray<PanelFeature> Features { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<double?> Forecast(Panel history, string series, int horizon)
    {
        ChangeFit fit = Learn(history, series, horizon);
        return Forecast(fit, history, series, horizon);
    }

    /// <summary>Learns from a panel how changes over a horizon follow from the columns.</summary>
    /// <param name="history">The panel.</param>
    /// <param name="series">The series.</param>
    /// <param name="horizon">How many periods a change spans: 1 or more.</param>
    /// <returns>What was learnt: that nothing can be said, where the panel holds no change of that length.</returns>
    public ChangeFit Learn(Panel history, string series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ImmutableArray<PanelFeature> features = Known(history);
        ChangeTable table = ChangeTable.Of(history, series, horizon, features);
        return table.Changes.Length == 0 || features.IsEmpty
            ? new LinearChange { Features = features, Coefficients = [.. features.Select(_ => 0.0)] }
            : Learn(table, features);
    }

    /// <summary>Applies what was learnt at the end of a panel.</summary>
    internal static IReadOnlyList<double?> Forecast(ChangeFit fit, Panel history, string series, int horizon)
    {
        double?[][] columns = ChangeTable.At(history, history.LastPeriod, fit.Features);
        return LogChange.Forecast(history, series, horizon, unit => fit.Predict(columns[unit]));
    }

    /// <summary>Returns the columns that a panel has the series of.</summary>
    private protected ImmutableArray<PanelFeature> Known(Panel history) => [.. Features.Where(feature => history.Has(feature.Series) && (feature.Other is null || history.Has(feature.Other)))];

    private protected abstract ChangeFit Learn(ChangeTable table, ImmutableArray<PanelFeature> features);
}
