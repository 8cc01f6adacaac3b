using LocalitySim.Simulation;
using MathNet.Numerics.Distributions;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>With c = a + β√a servers the chance of waiting goes to [1 + βΦ(β)/φ(β)]⁻¹. Source: Halfin and Whitt (1981).</summary>
public sealed class SquareRootStaffingTests
{
    [Theory]
    [InlineData(100, 0.05)]
    [InlineData(10_000, 0.005)]
    [InlineData(1_000_000, 0.0005)]
    public void The_chance_of_waiting_nears_its_limit_as_the_load_grows(int load, double tolerance)
    {
        foreach (double beta in (double[])[0.1, 0.5, 1, 1.5])
        {
            int servers = (int)Math.Round(load + (beta * Math.Sqrt(load)));

            Assert.Equal(SquareRootStaffing.DelayProbability(beta), ErlangC.DelayProbability(servers, load), tolerance);
        }
    }

    [Fact]
    public void The_limit_agrees_with_another_library_s_normal_distribution()
    {
        foreach (double beta in (double[])[0.01, 0.1, 0.5, 1, 1.5, 2, 3, 5, 8])
        {
            double limit = 1 / (1 + (beta * Normal.CDF(0, 1, beta) / Normal.PDF(0, 1, beta)));
            Assert.Equal(1, SquareRootStaffing.DelayProbability(beta) / limit, 1e-12);
        }

        Assert.Equal((1.0, 0.0), (SquareRootStaffing.DelayProbability(0), SquareRootStaffing.DelayProbability(40)));
    }

    [Fact]
    public void Half_of_all_wait_at_about_half_a_square_root()
    {
        // Halfin and Whitt: α = 0.5 at β ≈ 0.506.
        Assert.Equal(0.506, SquareRootStaffing.Beta(0.5), 5e-4);
        foreach (double target in (double[])[1e-250, 1e-9, 0.01, 0.2, 0.5, 0.8, 0.999])
        {
            Assert.Equal(1, SquareRootStaffing.DelayProbability(SquareRootStaffing.Beta(target)) / target, 1e-12);
        }
    }

    [Fact]
    public void The_number_is_within_one_of_the_least_that_waits_that_seldom()
    {
        foreach (double target in (double[])[0.05, 0.2, 0.5, 0.8])
        {
            for (int load = 5; load <= 1000; load += 5)
            {
                int least = LeastServers.ForWaitAtMost(load, 1, 0, 1 - target).Servers;
                Assert.InRange(SquareRootStaffing.Servers(load, target), least - 1, least + 1);
            }
        }
    }

    [Fact]
    public void Impossible_targets_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.Beta(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.Beta(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.Servers(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.DelayProbability(-1));
    }
}
