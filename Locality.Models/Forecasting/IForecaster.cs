namespace LocalitySim.Models;

/// <summary>Forecasts a series of every unit of a panel. Implementations are immutable and thread-safe, and draw nothing but by a seed of their own.</summary>
public interface IForecaster
{
    /// <summary>Gets the name that people read.</summary>
    string Name { get; }

    /// <summary>Forecasts.</summary>
    /// <param name="history">What is known: the last period is the origin.</param>
    /// <param name="series">The series, of values of zero or more.</param>
    /// <param name="horizon">How many periods after the origin, 1 or more.</param>
    /// <returns>By unit, the value expected in the period origin + horizon; null for a unit without a value at the origin.</returns>
    /// <exception cref="ArgumentException">There is no such series, or the horizon is below 1.</exception>
    IReadOnlyList<double?> Forecast(Panel history, string series, int horizon);
}
