using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Forecasts changes by ridge regression: linear in the columns, all coefficients shrunk towards no change.</summary>
/// <remarks>Source: Hoerl and Kennard, "Ridge regression: biased estimation for nonorthogonal problems", Technometrics 12(1), 1970.</remarks>
public sealed record ChangeRegression : ChangeForecaster
{
    /// <summary>Gets λ, above zero, for columns divided by their spread and the mean squared error halved.</summary>
    public required double Penalty { get; init; }

    /// <summary>Returns the same regression with the penalty that would have forecast some periods best.</summary>
    /// <param name="panel">The panel. Nothing after the last of the periods is looked at.</param>
    /// <param name="series">The series.</param>
    /// <param name="horizon">The horizon: 1 or more.</param>
    /// <param name="periods">The periods that are forecast for choosing, each from what was known before it.</param>
    /// <param name="penalties">The penalties to choose among: one or more, above zero.</param>
    /// <returns>The regression with the penalty of the least mean squared error; of equals the largest. With nothing to choose by, the largest.</returns>
    public ChangeRegression WithPenaltyFor(Panel panel, string series, int horizon, IEnumerable<int> periods, IReadOnlyList<double> penalties)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(periods);
        double[] falling = [.. penalties.Distinct().OrderDescending()];
        double[] errors = new double[falling.Length];
        foreach (int period in periods.Where(period => period - horizon > panel.FirstPeriod && period <= panel.LastPeriod))
        {
            Panel known = panel.Through(period - horizon);
            ImmutableArray<PanelFeature> features = Known(known);
            ChangeTable table = ChangeTable.Of(known, series, horizon, features);
            if (table.Changes.Length == 0 || features.IsEmpty)
            {
                continue;
            }

            ImmutableArray<LinearChange> fits = Fit(table, features, falling);
            for (int place = 0; place < falling.Length; place++)
            {
                foreach ((int unit, double? forecast) in Forecast(fits[place], known, series, horizon).Index())
                {
                    errors[place] += forecast is { } value && panel.Value(series, unit, period) is { } actual ? (actual - value) * (actual - value) : 0;
                }
            }
        }

        return this with { Penalty = falling[Array.IndexOf(errors, errors.Min())] };
    }

    private protected override ChangeFit Learn(ChangeTable table, ImmutableArray<PanelFeature> features) => Fit(table, features, [Penalty])[0];

    private static ImmutableArray<LinearChange> Fit(ChangeTable table, ImmutableArray<PanelFeature> features, IReadOnlyList<double> penalties)
    {
        LinearData data = new(
            [.. features.Select(feature => feature.Name)],
            [.. table.Columns.Select(row => (IReadOnlyList<double>)[.. row.Select(value => value ?? 0)])],
            table.Changes,
            hasIntercept: false);
        return [.. PenalizedLeastSquares.Path(data, new ElasticNetPenalty { Penalties = penalties }).Fits.Select(fit => new LinearChange { Features = features, Coefficients = [.. fit.Coefficients] })];
    }
}
