using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Forecasts changes by boosted regression trees, which find steps and combinations of columns by themselves.</summary>
/// <remarks>How far to go is found on a fifth of the units, all their periods set aside together; then as many trees are made as that took.</remarks>
public sealed record BoostedChange : ChangeForecaster
{
    /// <summary>Gets the seed of what is set aside and of the shares of rows and columns.</summary>
    public ulong Seed { get; init; } = 1;

    private protected override ChangeFit Learn(ChangeTable table, ImmutableArray<PanelFeature> features)
    {
        TreeData data = new(
            [.. features.Select(feature => feature.Name)],
            [.. features.Select((_, column) => (IReadOnlyList<double>)[.. table.Columns.Select(row => row[column] ?? double.NaN)])],
            table.Changes,
            groups: table.Units);
        BoostingOptions options = BoostingOptions.For(data.Rows) with { Loss = BoostingLoss.SquaredError, Seed = Seed };
        return new TreeChange { Features = features, Trees = BoostedTrees.Fit(data, options) };
    }
}
