namespace LocalitySim.Models;

/// <summary>Is what every future of demand has in common.</summary>
/// <param name="NeedShares">Each area's share of need, adding up to 1.</param>
/// <param name="Shape">The factor of each day, with mean 1.</param>
internal sealed record DemandBasis(double[] NeedShares, double[] Shape);
