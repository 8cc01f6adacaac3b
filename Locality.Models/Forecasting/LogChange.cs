using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Has what every method shares that forecasts a change on the logarithmic scale.</summary>
internal static class LogChange
{
    /// <summary>Returns the logarithm of a unit's value; null where there is none, or it is zero.</summary>
    internal static double? Level(Panel panel, string series, int unit, int period) => panel.Logarithm(series, unit, period);

    /// <summary>Returns each unit's last value times the exponential of a change. A value of zero stays: it has no change on this scale.</summary>
    internal static IReadOnlyList<double?> Forecast(Panel history, string series, int horizon, Func<int, double?> change)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        return [.. history.Units.Select((_, unit) => history.Value(series, unit, history.LastPeriod) is { } last
            ? last * PortableMath.Exp(last > 0 ? change(unit) ?? 0 : 0)
            : (double?)null)];
    }
}
