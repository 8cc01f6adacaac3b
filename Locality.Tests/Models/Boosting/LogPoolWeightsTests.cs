using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The weights of a geometric mean.</summary>
public sealed class LogPoolWeightsTests
{
    [Fact]
    public void Two_constants_are_pooled_to_the_mean_between_them()
    {
        // 2^(1 − w) 8^w = 5 at w = ln(5/2)/ln 4.
        double[] weights = LogPoolWeights.Of(Constants(2, 8), [3, 7, 5], [1, 1, 1], [0, 1, 2]);
        Assert.Equal(PortableMath.Log(2.5) / PortableMath.Log(4), weights[1], 1e-9);
        Assert.Equal(1, weights.Sum(), 1e-15);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(9, 0, 1)]
    public void A_mean_beyond_both_takes_the_nearer_alone(double count, double first, double second) =>
        Assert.Equal([first, second], LogPoolWeights.Of(Constants(2, 8), [count, count, count], [1, 1, 1], [0, 1, 2]));

    [Fact]
    public void Weights_of_rows_count_and_rows_left_out_do_not()
    {
        // The mean of 3, 3, 3 and 11 is 5.
        double[] weights = LogPoolWeights.Of(Constants(2, 8), [3, 11, 1000], [3, 1, 1], [0, 1]);
        Assert.Equal(PortableMath.Log(2.5) / PortableMath.Log(4), weights[1], 1e-9);
    }

    [Fact]
    public void Parts_that_are_alike_or_wild_do_no_harm()
    {
        Assert.Equal(1, LogPoolWeights.Of(Constants(5, 5, 5), [3, 7, 5], [1, 1, 1], [0, 1, 2]).Sum(), 1e-15);
        double[] weights = LogPoolWeights.Of([.. Constants(2, 8), [700, -700, 700]], [3, 7, 5], [1, 1, 1], [0, 1, 2]);
        Assert.Equal(0, weights[2], 1e-2);
        Assert.Equal(PortableMath.Log(2.5) / PortableMath.Log(4), weights[1], 0.1);
    }

    [Fact]
    public void No_weights_on_a_fine_grid_are_better()
    {
        for (uint seed = 0; seed < 20; seed++)
        {
            RandomStream random = BoostingDraws.Stream(5, seed, 0);
            double[][] links = [.. Enumerable.Range(0, 3).Select(_ => new double[40])];
            double[] counts = new double[40];
            double[] weights = new double[40];
            for (int row = 0; row < 40; row++)
            {
                for (int part = 0; part < 3; part++)
                {
                    links[part][row] = 1 + random.NextNormal();
                }

                counts[row] = new PoissonDistribution(PortableMath.Exp((0.2 * links[0][row]) + (0.5 * links[1][row]) + (0.3 * links[2][row]))).Sample(ref random);
                weights[row] = 0.5 + random.NextUniform();
            }

            double best = HalfDeviance(links, counts, weights, LogPoolWeights.Of(links, counts, weights, [.. Enumerable.Range(0, 40)]));
            for (int first = 0; first <= 50; first++)
            {
                for (int second = 0; first + second <= 50; second++)
                {
                    double[] shares = [first / 50.0, second / 50.0, (50 - first - second) / 50.0];
                    Assert.True(best <= HalfDeviance(links, counts, weights, shares) + 1e-7, $"{seed}: {string.Join(", ", shares)}");
                }
            }
        }
    }

    private static double[][] Constants(params double[] means) => [.. means.Select(mean => Enumerable.Repeat(PortableMath.Log(mean), 3).ToArray())];

    private static double HalfDeviance(double[][] links, double[] counts, double[] weights, double[] shares) => Enumerable.Range(0, counts.Length)
        .Sum(row => weights[row] * CountProbability.HalfDeviance(counts[row], PortableMath.Exp(shares.Select((share, part) => share * links[part][row]).Sum())));
}
