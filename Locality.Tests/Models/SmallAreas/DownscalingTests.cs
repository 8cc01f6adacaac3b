using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Splits of a total are in proportion, add up, and carry what is not known of the elasticity.</summary>
public sealed class DownscalingTests
{
    private static readonly Purpose Draws = new(5, "elasticity of a test");

    [Fact]
    public void Shares_are_in_proportion_to_size_and_power_of_index()
    {
        // 100 × 4^½, 300 × 1, 50 × 16^½ → 200, 300, 200 of 700.
        DownscaledShares split = Downscaling.Split(["a", "b", "c"], [100, 300, 50], [4, 1, 16], Elasticity.FromEstimate(0.5, 0));
        Assert.Equal(2.0 / 7, split.Shares[0].Mean, 1e-15);
        Assert.Equal(3.0 / 7, split.Shares[1].Mean, 1e-15);
        Assert.Equal(2.0 / 7, split.Shares[2].Mean, 1e-15);
        Assert.All(split.Shares, share => Assert.Equal(0, share.HalfWidth, 1e-15));
        Assert.Equal(0.5 * (5.0 / 7), split.OwnElasticities[0], 1e-15);
        Assert.False(split.IsValidatedBelowTotal);
        Assert.Contains("has not been checked", Downscaling.Caveat, StringComparison.Ordinal);

        // The elasticity, by a difference: one thousandth more of the first index.
        DownscaledShares moved = Downscaling.Split(["a", "b", "c"], [100, 300, 50], [4.004, 1, 16], Elasticity.FromEstimate(0.5, 0));
        Assert.Equal(split.OwnElasticities[0], Math.Log(moved.Shares[0].Mean / split.Shares[0].Mean) / Math.Log(1.001), 1e-3);
    }

    [Fact]
    public void Without_elasticity_shares_are_those_of_size()
    {
        DownscaledShares split = Downscaling.Split(["a", "b"], [1, 3], [0, 7], Elasticity.FromEstimate(0, 0));
        Assert.Equal(0.25, split.Shares[0].Mean, 1e-15);
    }

    [Fact]
    public void Shares_sum_to_one_but_for_a_last_bit()
    {
        for (uint number = 0; number < 20; number++)
        {
            RandomStream random = new RandomStreams(9, number).Stream(Draws);
            double[] sizes = new double[1 + random.NextIndex(60)];
            double?[] indices = new double?[sizes.Length];
            for (int area = 0; area < sizes.Length; area++)
            {
                sizes[area] = random.NextExponential() * 1000;
                indices[area] = random.NextExponential() * 30;
            }

            DownscaledShares split = Downscaling.Split(AreaDataSets.Names(sizes.Length), sizes, indices, Elasticity.FromRange(-3, 3));
            Assert.Equal(1, split.Shares.Sum(share => share.Mean), 2.3e-16);
            Assert.All(split.Draw(new RandomStreams(1, number), Draws, 5), draw => Assert.Equal(1, draw.Sum(), 2.3e-16));
        }
    }

    [Fact]
    public void Intervals_cover_the_elasticity_alone()
    {
        // Two areas of one size, indices 1 and e: the second's share is 1/(1 + e^(−γ)), which grows with γ.
        Elasticity gamma = Elasticity.FromEstimate(0.8, 0.3);
        DownscaledShares split = Downscaling.Split(["a", "b"], [1, 1], [1, Math.E], gamma, level: 0.9);
        Assert.Equal(1 / (1 + Math.Exp(-(0.8 - (1.6448536269514722 * 0.3)))), split.Shares[1].Lower, 0.003);
        Assert.Equal(1 / (1 + Math.Exp(-(0.8 + (1.6448536269514722 * 0.3)))), split.Shares[1].Upper, 0.003);
        Assert.Equal(1, split.Shares[0].Lower + split.Shares[1].Upper, 1e-12);
    }

    [Fact]
    public void Draws_have_one_elasticity_each_and_are_found_by_their_number()
    {
        Elasticity gamma = Elasticity.FromEstimate(0.8, 0.3);
        DownscaledShares split = Downscaling.Split(["a", "b"], [1, 1], [1, Math.E], gamma);
        RandomStreams streams = new(21, 4);
        IReadOnlyList<IReadOnlyList<double>> draws = split.Draw(streams, Draws, 5000);
        Assert.Equal(draws.Take(3), split.Draw(streams, Draws, 3));
        Assert.Equal(gamma.Draw(streams, Draws, 2), Math.Log(draws[2][1] / draws[2][0]), 1e-12);
        Interval mean = Confidence.Mean([.. draws.Select(draw => Math.Log(draw[1] / draw[0]))], 0.999);
        Assert.True(mean.Contains(0.8) && mean.HalfWidth < 0.02, mean.ToString());
        double within = draws.Count(draw => draw[1] >= split.Shares[1].Lower && draw[1] <= split.Shares[1].Upper) / 5000.0;
        Assert.Equal(0.95, within, 0.015);
    }

    [Fact]
    public void An_index_of_zero_is_taken_as_the_floor_that_is_stated()
    {
        DownscaledShares split = Downscaling.Split(["a", "b", "c"], [1, 1, 0], [0, 0.2, 0.4], Elasticity.FromEstimate(1, 0));
        Assert.Equal(0.1, split.Floor);
        Assert.Equal(["a"], split.Floored);
        Assert.Equal(1.0 / 3, split.Shares[0].Mean, 1e-15);
        Assert.Equal(0, split.Shares[2].Mean);
        Assert.Equal(0.5, Downscaling.Split(["a", "b"], [1, 1], [0, 0.2], Elasticity.FromEstimate(1, 0), floor: 0.2).Shares[0].Mean, 1e-15);
    }

    [Fact]
    public void Ranges_and_estimates_have_their_quantiles()
    {
        Assert.Equal(0.3, Elasticity.FromRange(0.2, 0.6).Quantile(0.25), 1e-15);
        Assert.Equal(0.4, Elasticity.FromRange(0.2, 0.6).Value, 1e-15);
        Assert.Equal(1 + (0.5 * 1.959963984540054), Elasticity.FromEstimate(1, 0.5).Interval().Upper, 1e-12);

        // Student's t of 5 degrees of freedom: 2.570581835636314 at 0.975.
        Assert.Equal(1 - (0.5 * 2.570581835636314), Elasticity.FromEstimate(1, 0.5, 5).Interval().Lower, 1e-12);
    }

    [Fact]
    public void What_cannot_be_split_is_refused_by_the_areas_name()
    {
        Elasticity gamma = Elasticity.FromEstimate(1, 0.1);
        Assert.Contains("area 'b', indices: found none", Refused(() => Downscaling.Split(["a", "b"], [1, 1], [1, null], gamma)), StringComparison.Ordinal);
        Assert.Contains("area 'b', indices: found NaN", Refused(() => Downscaling.Split(["a", "b"], [1, 1], [1, double.NaN], gamma)), StringComparison.Ordinal);
        Assert.Contains("area 'a', sizes: found -1", Refused(() => Downscaling.Split(["a", "b"], [-1, 1], [1, 1], gamma)), StringComparison.Ordinal);
        Assert.Contains("sizes: found zeros alone", Refused(() => Downscaling.Split(["a", "b"], [0, 0], [1, 1], gamma)), StringComparison.Ordinal);
        Assert.Contains("indices: found zeros alone", Refused(() => Downscaling.Split(["a", "b"], [1, 1], [0, 0], gamma)), StringComparison.Ordinal);
        Assert.Contains("indices: found 1", Refused(() => Downscaling.Split(["a", "b"], [1, 1], [1], gamma)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Elasticity.FromRange(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Elasticity.FromEstimate(double.NaN, 1));
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
