using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class PortableTrigonometryTests
{
    private const int Points = 200_000;

    [Fact]
    public void Sine_cosine_and_arctangent_are_within_two_units_in_the_last_place_of_the_platform()
    {
        RandomStream random = Streams.Any(11);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = (random.NextUniform() - 0.5) * 2e6;
            worst = Math.Max(worst, Ulps(PortableMath.Sin(x), Math.Sin(x)));
            worst = Math.Max(worst, Ulps(PortableMath.Cos(x), Math.Cos(x)));
            x *= 1e-5;
            worst = Math.Max(worst, Ulps(PortableMath.Sin(x), Math.Sin(x)));
            worst = Math.Max(worst, Ulps(PortableMath.Cos(x), Math.Cos(x)));
            worst = Math.Max(worst, Ulps(PortableMath.Atan(x), Math.Atan(x)));
            x *= 1e-1;
            worst = Math.Max(worst, Ulps(PortableMath.Atan(x), Math.Atan(x)));
            worst = Math.Max(worst, Ulps(PortableMath.Atan(1 / x), Math.Atan(1 / x)));
        }

        Assert.InRange(worst, 0, 2);
    }

    /// <summary>Digits from Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964): tables 4.6 and 4.14, and section 4.3.</summary>
    [Fact]
    public void Known_values_come_out()
    {
        Assert.Equal(0.8414709848078965, PortableMath.Sin(1), 1e-15);
        Assert.Equal(0.5403023058681398, PortableMath.Cos(1), 1e-15);
        Assert.Equal(0.5, PortableMath.Sin(Math.PI / 6), 1e-15);
        Assert.Equal(Math.Sqrt(0.5), PortableMath.Cos(Math.PI / 4), 1e-15);
        Assert.Equal(1.2246467991473532e-16, PortableMath.Sin(Math.PI), 1e-30);
        Assert.Equal(Math.PI / 4, PortableMath.Atan(1));
        Assert.Equal(Math.PI / 2, PortableMath.Atan(double.PositiveInfinity));
        Assert.Equal(-Math.PI / 2, PortableMath.Atan(double.NegativeInfinity));
        Assert.Equal(0.4636476090008061, PortableMath.Atan(0.5));
    }

    [Fact]
    public void Odd_functions_are_odd_and_the_even_one_even()
    {
        RandomStream random = Streams.Any(12);
        for (int i = 0; i < 10_000; i++)
        {
            double x = (random.NextUniform() - 0.5) * 100;
            Assert.Equal(-PortableMath.Sin(x), PortableMath.Sin(-x));
            Assert.Equal(PortableMath.Cos(x), PortableMath.Cos(-x));
            Assert.Equal(-PortableMath.Atan(x), PortableMath.Atan(-x));
        }

        Assert.True(double.IsNegative(PortableMath.Sin(-0.0)));
        Assert.True(double.IsNegative(PortableMath.Atan(-0.0)));
    }

    [Fact]
    public void What_is_not_a_number_stays_so_and_huge_angles_are_refused()
    {
        Assert.Equal(double.NaN, PortableMath.Sin(double.NaN));
        Assert.Equal(double.NaN, PortableMath.Cos(double.NaN));
        Assert.Equal(double.NaN, PortableMath.Atan(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Sin(1_000_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Cos(double.NegativeInfinity));
    }

    private static double Ulps(double actual, double expected) => Math.Abs(actual - expected) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
}
