using LocalitySim.Simulation;
using MathNet.Numerics.Distributions;
using Xunit;

namespace LocalitySim.Tests;

public sealed class BinomialProbabilitiesTests
{
    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(10, 0.3)]
    [InlineData(200, 0.95)]
    [InlineData(1000, 1e-6)]
    public void Cumulative_probabilities_are_the_known_ones(int trials, double probability)
    {
        double[] found = BinomialProbabilities.Cumulative(trials, probability);
        Assert.Equal(trials + 1, found.Length);
        for (int k = 0; k <= trials; k++)
        {
            Assert.Equal(Binomial.CDF(probability, trials, k), found[k], 1e-11);
        }

        Assert.Equal(1, found[trials]);
    }
}
