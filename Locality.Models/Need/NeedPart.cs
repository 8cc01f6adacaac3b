namespace LocalitySim.Models;

/// <summary>Is a part of a fitted blend.</summary>
/// <param name="Name">The method.</param>
/// <param name="Penalty">The penalty of a ridge regression; absent for other methods.</param>
/// <param name="Fit">What was learnt about changes; absent for a method that takes all from the data when it forecasts.</param>
public sealed record NeedPart(string Name, double? Penalty, ChangeFit? Fit)
{
    /// <summary>Learns from all that is known.</summary>
    internal static NeedPart Learn(IForecaster forecaster, Panel panel, string series, int ahead) =>
        new(forecaster.Name, (forecaster as ChangeRegression)?.Penalty, (forecaster as ChangeForecaster)?.Learn(panel, series, ahead));

    /// <summary>Returns whether a method has nothing to learn: it takes all from the data when it forecasts.</summary>
    internal static bool IsSimple(string name) => Simple(name) is not null;

    /// <summary>Forecasts from the end of a panel.</summary>
    internal IReadOnlyList<double?> Forecast(Panel panel, string series, int ahead) => Fit is { } fit
        ? ChangeForecaster.Forecast(fit, panel, series, ahead)
        : Simple(Name)!.Forecast(panel, series, ahead);

    private static IForecaster? Simple(string name) => new IForecaster[] { new ExponentialSmoothingForecaster(), new DriftForecaster() }.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.Ordinal));
}
