namespace LocalitySim.Models;

/// <summary>A total's forecast and those of its areas; they may or may not add up. Immutable.</summary>
/// <param name="Total">The total's forecast.</param>
/// <param name="Areas">The areas' forecasts, in the order of the areas.</param>
public sealed record HierarchicalForecast(double Total, IReadOnlyList<double> Areas)
{
    /// <summary>Gets the total less the sum of the areas.</summary>
    public double Discrepancy => Total - Areas.Sum();
}
