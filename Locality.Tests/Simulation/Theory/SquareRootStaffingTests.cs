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
            double limit = 1 / (1 + (beta * Normal.CDF(0, 1, beta) / Normal.PDF(0, 1, beta)));

            Assert.Equal(limit, QueueTheory.ErlangC(servers, load), tolerance);
        }
    }

    [Fact]
    public void Erlang_s_formula_gives_known_values()
    {
        // One server: the chance of waiting is the load. Two: a²/(2 + a).
        Assert.Equal(0.7, QueueTheory.ErlangC(1, 0.7), 12);
        Assert.Equal(1.0 / 3, QueueTheory.ErlangC(2, 1), 12);
    }
}
