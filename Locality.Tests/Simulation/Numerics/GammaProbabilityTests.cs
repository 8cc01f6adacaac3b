using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class GammaProbabilityTests
{
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1.9207294103470622, 0.5)]
    [InlineData(3.2, 4)]
    [InlineData(9.153519026637575, 5)]
    [InlineData(40, 50)]
    [InlineData(70, 50)]
    public void Halves_of_chi_squared_are_gamma(double x, double shape) =>
        Assert.Equal(TailProbability.ChiSquared(2 * x, (int)(2 * shape)), 1 - GammaProbability.AtMost(x, shape), 1e-13);

    [Theory]
    [InlineData(3, 0.2)]
    [InlineData(12, 11.5)]
    [InlineData(400, 390)]
    [InlineData(1000, 1200)]
    public void Waiting_for_a_whole_number_of_events_is_counting_them(int shape, double x) =>
        Assert.Equal(1 - CountProbability.PoissonAtMost(shape - 1, x), GammaProbability.AtMost(x, shape), 1e-13);

    [Fact]
    public void A_shape_of_one_is_exponential_and_small_shapes_are_near_a_power()
    {
        Assert.Equal(1 - Math.Exp(-0.7), GammaProbability.AtMost(0.7, 1), 1e-15);
        Assert.Equal(0, GammaProbability.AtMost(0, 2));

        // x^a/Γ(a + 1) for small x; Γ(1.25) = 0.9064024770554771 (Abramowitz and Stegun, table 6.1).
        Assert.Equal(Math.Sqrt(Math.Sqrt(1e-12)) / 0.9064024770554771, GammaProbability.AtMost(1e-12, 0.25), 1e-14);
        Assert.Equal(0.5, GammaProbability.AtMost(1e6 - (1.0 / 3), 1e6), 1e-6); // the median is about the shape less a third
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaProbability.AtMost(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaProbability.AtMost(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaProbability.AtMost(double.NaN, 1));
    }

    [Theory]
    [InlineData(0.975, 2, 4.302652729749464)]
    [InlineData(0.025, 5, -2.570581835636314)]
    [InlineData(0.95, 30, 1.6972608865939574)]
    public void Students_points_are_those_of_the_tables(double share, int degrees, double point) =>
        Assert.Equal(point, TailProbability.StudentPoint(share, degrees), 1e-11);
}
