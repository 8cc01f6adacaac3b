using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Forecasts the geometric mean of several methods, with equal weights: the mean of their changes on the logarithmic scale.</summary>
/// <remarks>Equal weights are hard to beat where there is little past to fit weights to: Clemen, "Combining forecasts", International Journal of Forecasting 5(4), 1989.</remarks>
public sealed record GeometricBlend : IForecaster
{
    /// <summary>Takes the methods.</summary>
    /// <param name="parts">One or more.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public GeometricBlend(IEnumerable<IForecaster> parts)
    {
        Parts = [.. parts];
        if (Parts.IsEmpty)
        {
            throw new ArgumentException("parts: found none; expected one or more.", nameof(parts));
        }
    }

    /// <summary>Gets the methods.</summary>
    public ImmutableArray<IForecaster> Parts { get; }

    /// <inheritdoc/>
    public string Name => "blend";

    /// <inheritdoc/>
    public IReadOnlyList<double?> Forecast(Panel history, string series, int horizon)
    {
        IReadOnlyList<double?>[] forecasts = [.. Parts.Select(part => part.Forecast(history, series, horizon))];
        return [.. forecasts[0].Select((_, unit) => Array.TrueForAll(forecasts, part => part[unit] is not null) ? MeanOf([.. forecasts.Select(part => part[unit]!.Value)]) : null)];
    }

    /// <summary>Returns the geometric mean of forecasts; a forecast of zero makes it zero. Null of none.</summary>
    internal static double? MeanOf(ReadOnlySpan<double> forecasts)
    {
        double sum = 0;
        foreach (double forecast in forecasts)
        {
            if (forecast == 0)
            {
                return 0;
            }

            sum += PortableMath.Log(forecast);
        }

        return forecasts.IsEmpty ? null : PortableMath.Exp(sum / forecasts.Length);
    }
}
