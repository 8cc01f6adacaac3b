using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is one forecast of a backtest beside what came, with the intervals that would have been given.</summary>
/// <param name="Point">The forecast, per 10,000 children; the unit is the authority's place in the data.</param>
/// <param name="Likely">The interval of 80 %.</param>
/// <param name="Wide">The interval of 95 %.</param>
/// <param name="Decile">The authority's tenth by income deprivation, 1 the least deprived; absent where its deprivation is not known.</param>
public sealed record NeedPoint(ForecastPoint Point, Interval Likely, Interval Wide, int? Decile);
