namespace LocalitySim.Benchmarks;

/// <summary>Is one row of the table of ratios: the engine against the yardstick, both run in turn.</summary>
/// <param name="Model">The model: net, mm1 or hold.</param>
/// <param name="Pending">The number of pending events of the hold model; absent for the others.</param>
/// <param name="Law">The law of the hold model's increments; absent for the others.</param>
/// <param name="Api">What the engine's model is written with: handlers or async.</param>
/// <param name="Yardstick">The yardstick: what its calendar is, and its generator.</param>
/// <param name="Rate">The engine's median rate: completions, customers or events a second.</param>
/// <param name="YardstickRate">The yardstick's median rate.</param>
/// <param name="Ratio">The median of the ratios of the pairs.</param>
/// <param name="LeastRatio">The least of these ratios.</param>
/// <param name="GreatestRatio">The greatest of these ratios.</param>
internal sealed record RatioRow(
    string Model,
    int? Pending,
    string? Law,
    string Api,
    string Yardstick,
    double Rate,
    double YardstickRate,
    double Ratio,
    double LeastRatio,
    double GreatestRatio);
