using LocalitySim.Simulation;
using MathNet.Numerics;
using Xunit;

namespace LocalitySim.Tests;

public sealed class NormalProbabilityTests
{
    [Fact]
    public void The_distribution_agrees_with_an_independent_library()
    {
        for (int i = -800; i <= 800; i++)
        {
            double z = i / 100.0;
            double expected = 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));
            Assert.Equal(expected, NormalProbability.Cdf(z), (2e-14 * expected) + 1e-16);
        }
    }

    [Fact]
    public void The_distribution_turns_the_quantile_back()
    {
        double[] shares = [1e-300, 1e-20, 1e-6, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999999];
        foreach (double share in shares)
        {
            Assert.Equal(share, NormalProbability.Cdf(NormalQuantile.Of(share)), 1e-12 * share);
        }

        Assert.Equal((0.0, 0.5, 1.0), (NormalProbability.Cdf(-100), NormalProbability.Cdf(0), NormalProbability.Cdf(100)));
    }
}
