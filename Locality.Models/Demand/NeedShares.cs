using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Shares an authority's need among its areas.</summary>
internal static class NeedShares
{
    /// <summary>Returns each area's share of need: children × IDACI^γ over the sum of all areas. With no children anywhere, equal shares.</summary>
    /// <param name="place">The areas.</param>
    /// <param name="exponent">γ: zero or more.</param>
    internal static double[] ByDeprivation(Place place, double exponent) =>
        Normalised([.. place.Areas.Select(area => area.Children * PortableMath.Pow(area.IncomeDeprived.Value, exponent))]);

    /// <summary>Returns each area's share of the children.</summary>
    internal static double[] ByChildren(Place place) => Normalised([.. place.Areas.Select(area => (double)area.Children)]);

    /// <summary>Returns each area's share of today's posts.</summary>
    internal static double[] ByPostsToday(Place place) => Normalised([.. place.Areas.Select(area => area.PostsToday ?? 0)]);

    private static double[] Normalised(double[] weights)
    {
        double sum = weights.Sum();
        return sum > 0 ? [.. weights.Select(weight => weight / sum)] : [.. weights.Select(_ => 1.0 / weights.Length)];
    }
}
