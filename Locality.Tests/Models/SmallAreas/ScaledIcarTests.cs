using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The structured effects are those of the generalised inverse, and of one size.</summary>
public sealed class ScaledIcarTests
{
    [Fact]
    public void A_path_of_three_has_the_inverse_worked_out_by_hand()
    {
        // Eigenvalues 1 of (1, 0, −1)/√2 and 3 of (1, −2, 1)/√6: Q⁻ = [5 −1 −4; −1 2 −1; −4 −1 5]/9; the diagonal's geometric mean is ∛50/9.
        ScaledIcar icar = ScaledIcar.Of(new NeighbourGraph(["a", "b", "c"], [("a", "b"), ("b", "c")]));
        double factor = Math.Cbrt(50) / 9;
        Assert.Equal(factor, icar.ScalingFactors[0]!.Value, 1e-14);
        double[][] expected = [[5, -1, -4], [-1, 2, -1], [-4, -1, 5]];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(expected[i][j] / 9 / factor, icar.Covariance[i][j], 1e-13);
            }
        }
    }

    [Fact]
    public void Scotlands_scaling_factor_is_that_of_INLA()
    {
        // Stan's case study "Stan and INLA for BYM2" (Simpson 2017): 0.4853175, from inla.qinv.
        ScaledIcar icar = ScaledIcar.Of(AreaDataSets.LipGraph());
        Assert.Equal(0.4853175, Assert.Single(icar.ScalingFactors)!.Value, 1e-6);
    }

    [Fact]
    public void The_covariance_is_Moore_and_Penroses_inverse_of_each_part()
    {
        NeighbourGraph graph = AreaDataSets.Lattice(3, 4, islands: 2);
        ScaledIcar icar = ScaledIcar.Of(graph);
        Assert.Equal(3, icar.ScalingFactors.Count);
        double[][] c = [.. icar.Covariance.Take(12).Select(row => row.Take(12).Select(value => value * icar.ScalingFactors[0]!.Value).ToArray())];
        double[][] q = [.. Enumerable.Range(0, 12).Select(i => Enumerable.Range(0, 12).Select(j =>
            i == j ? graph.Neighbours[i].Length : graph.Neighbours[i].Contains(j) ? -1.0 : 0).ToArray())];
        Near(q, Times(Times(q, c), q));
        Near(c, Times(Times(c, q), c));
        Assert.All(icar.Covariance.Take(12), row => Assert.Equal(0, row.Sum(), 1e-12));
        Assert.Equal(0, icar.Covariance.Take(12).Select((row, place) => Math.Log(row[place])).Sum(), 1e-12);
    }

    [Fact]
    public void Parts_are_scaled_each_by_itself_and_islands_have_variance_one()
    {
        ScaledIcar whole = ScaledIcar.Of(new NeighbourGraph(["a", "b", "c", "island", "d", "e"], [("a", "b"), ("b", "c"), ("d", "e"), ("e", "d")]));
        ScaledIcar path = ScaledIcar.Of(new NeighbourGraph(["a", "b", "c"], [("a", "b"), ("b", "c")]));
        Assert.Equal(path.Covariance[0][2], whole.Covariance[0][2]);
        Assert.Equal(1, whole.Covariance[3][3]);
        Assert.Null(whole.ScalingFactors[1]);

        // A pair: Q⁻ = [1 −1; −1 1]/4, scaled to 1 and −1.
        Assert.Equal(1, whole.Covariance[4][4], 1e-14);
        Assert.Equal(-1, whole.Covariance[4][5], 1e-14);
        Assert.All([whole.Covariance[0][3], whole.Covariance[0][4], whole.Covariance[3][4]], value => Assert.Equal(0, value));
    }

    [Fact]
    public void Names_that_are_no_areas_are_refused_by_name()
    {
        Assert.Contains("found 'a' and 'x'", Refused(() => new NeighbourGraph(["a", "b"], [("a", "x")])), StringComparison.Ordinal);
        Assert.Contains("found 'b' and 'b'", Refused(() => new NeighbourGraph(["a", "b"], [("b", "b")])), StringComparison.Ordinal);
        Assert.Contains("found 'a'", Refused(() => new NeighbourGraph(["a", "a"], [])), StringComparison.Ordinal);
    }

    private static string Refused(Func<object> action) => Assert.Throws<ArgumentException>(action).Message;

    private static double[][] Times(double[][] one, double[][] other) =>
        [.. one.Select(row => Enumerable.Range(0, other[0].Length).Select(j => row.Select((value, k) => value * other[k][j]).Sum()).ToArray())];

    private static void Near(double[][] expected, double[][] found)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            for (int j = 0; j < expected.Length; j++)
            {
                Assert.Equal(expected[i][j], found[i][j], 1e-11);
            }
        }
    }
}
