namespace LocalitySim.Models;

/// <summary>Is one forecast beside what came.</summary>
/// <param name="Unit">The unit's place in the panel.</param>
/// <param name="Period">The period forecast.</param>
/// <param name="Last">The value at the origin: what persistence forecasts.</param>
/// <param name="Forecast">The value forecast.</param>
/// <param name="Actual">The value that came.</param>
public readonly record struct ForecastPoint(int Unit, int Period, double Last, double Forecast, double Actual);
