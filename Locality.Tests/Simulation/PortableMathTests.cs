using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class PortableMathTests
{
    private const int Points = 200_000;

    [Fact]
    public void Exp_is_within_two_units_in_the_last_place_of_the_platform()
    {
        RandomStream random = Streams.Any(1);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = (random.NextUniform() * 1400) - 700;
            worst = Math.Max(worst, Ulps(PortableMath.Exp(x), Math.Exp(x)));
            x *= 1e-3;
            worst = Math.Max(worst, Ulps(PortableMath.Exp(x), Math.Exp(x)));
        }

        Assert.InRange(worst, 0, 2);
    }

    [Fact]
    public void Log_is_within_two_units_in_the_last_place_of_the_platform()
    {
        RandomStream random = Streams.Any(2);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = BitConverter.UInt64BitsToDouble(random.NextUInt64() % 0x7FF0_0000_0000_0000);
            worst = Math.Max(worst, Ulps(PortableMath.Log(x), Math.Log(x)));
            x = 0.5 + (1.5 * random.NextUniform());
            worst = Math.Max(worst, Ulps(PortableMath.Log(x), Math.Log(x)));
        }

        Assert.InRange(worst, 0, 2);
    }

    [Fact]
    public void Log1p_is_within_two_units_in_the_last_place_of_the_logarithm_and_of_its_series()
    {
        RandomStream random = Streams.Any(3);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            // Where 1 + x is exact, the platform's logarithm is the reference.
            double x = Math.Floor(random.NextUniform() * (1L << 40)) / (1L << 30);
            worst = Math.Max(worst, Ulps(PortableMath.Log1p(x), Math.Log(1 + x)));
            x = -Math.Floor(random.NextUniform() * (1L << 40)) / (1L << 40);
            worst = Math.Max(worst, Ulps(PortableMath.Log1p(x), Math.Log(1 + x)));

            x = (random.NextUniform() - 0.5) * 1e-5;
            double series = x - (x * x * (0.5 - (x * ((1.0 / 3) - (0.25 * x)))));
            worst = Math.Max(worst, Ulps(PortableMath.Log1p(x), series));
        }

        Assert.InRange(worst, 0, 2);
    }

    [Fact]
    public void Expm1_is_within_four_units_in_the_last_place_of_its_series_and_of_the_exponential()
    {
        RandomStream random = Streams.Any(4);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = (random.NextUniform() - 0.5) * 1e-5;
            double series = x + (x * x * (0.5 + (x * ((1.0 / 6) + (x / 24)))));
            worst = Math.Max(worst, Ulps(PortableMath.Expm1(x), series));
            x = (random.NextUniform() * 700) + 0.7;
            worst = Math.Max(worst, Ulps(PortableMath.Expm1(x), Math.Exp(x) - 1));
        }

        Assert.InRange(worst, 0, 4);
        Assert.Equal(0, PortableMath.Expm1(0));
        Assert.Equal(-1, PortableMath.Expm1(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.Expm1(double.PositiveInfinity));
        Assert.Equal(double.NaN, PortableMath.Expm1(double.NaN));
    }

    [Fact]
    public void Pow_is_within_two_units_in_the_last_place_of_the_platform()
    {
        RandomStream random = Streams.Any(5);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = BitConverter.UInt64BitsToDouble(random.NextUInt64() % 0x7FF0_0000_0000_0000);
            double y = ((random.NextUniform() * 1400) - 700) / Math.Log(x);
            worst = Math.Max(worst, Ulps(PortableMath.Pow(x, y), Math.Pow(x, y)));
            x = 0.5 + (1.5 * random.NextUniform());
            y = (random.NextUniform() * 1000) - 500;
            worst = Math.Max(worst, Ulps(PortableMath.Pow(x, y), Math.Pow(x, y)));
        }

        Assert.InRange(worst, 0, 2);
    }

    [Fact]
    public void Subnormal_numbers_go_in_and_come_out()
    {
        double[] arguments = [-708.5, -720, -740, -744.4, -745.1];
        foreach (double x in arguments)
        {
            Assert.InRange(Math.Abs(PortableMath.Exp(x) - Math.Exp(x)), 0, 2 * double.Epsilon);
        }

        Assert.Equal(double.Epsilon, PortableMath.Exp(-744.4400719213812));
        Assert.InRange(Ulps(PortableMath.Log(double.Epsilon), -744.4400719213812), 0, 1);
        Assert.InRange(Ulps(PortableMath.Log(123 * double.Epsilon), Math.Log(123 * double.Epsilon)), 0, 1);
        Assert.Equal(double.Epsilon, PortableMath.Log1p(double.Epsilon));
        Assert.Equal(double.Epsilon, PortableMath.Pow(2, -1074));
        Assert.Equal(2, PortableMath.Pow(double.Epsilon, -1.0 / 1074));
    }

    [Fact]
    public void Special_values_of_the_exponential_and_logarithms_are_exact()
    {
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(Math.E, PortableMath.Exp(1));
        Assert.Equal(0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(0, PortableMath.Exp(-745.2));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.NaN, PortableMath.Exp(double.NaN));
        Assert.InRange(PortableMath.Exp(709.782712893384), 1.797e308, double.MaxValue);

        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(1, PortableMath.Log(Math.E));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(-0.0));
        Assert.Equal(double.NaN, PortableMath.Log(-1));
        Assert.Equal(double.NaN, PortableMath.Log(double.NegativeInfinity));
        Assert.Equal(double.NaN, PortableMath.Log(double.NaN));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));

        Assert.True(double.IsNegative(PortableMath.Log1p(-0.0)));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log1p(-1));
        Assert.Equal(double.NaN, PortableMath.Log1p(-1.5));
        Assert.Equal(double.NaN, PortableMath.Log1p(double.NegativeInfinity));
        Assert.Equal(double.NaN, PortableMath.Log1p(double.NaN));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log1p(double.PositiveInfinity));
        Assert.InRange(Ulps(PortableMath.Log1p(double.MaxValue), Math.Log(double.MaxValue)), 0, 1);
    }

    [Fact]
    public void Special_values_of_the_power_are_those_of_the_platform()
    {
        double[] values =
        [
            double.NaN, double.NegativeInfinity, double.PositiveInfinity, 0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 2.5, -2.5,
            1e300, -1e300, 9007199254740993, -9007199254740991, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue,
        ];
        foreach (double x in values)
        {
            foreach (double y in values)
            {
                double expected = Math.Pow(x, y);
                double found = PortableMath.Pow(x, y);
                bool same = BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(found)
                    || (double.IsNaN(expected) && double.IsNaN(found))
                    || (double.IsFinite(expected) && Ulps(found, expected) <= 1);
                Assert.True(same, FormattableString.Invariant($"Pow({x}, {y}): found {found}, expected {expected}"));
            }
        }
    }

    [Fact]
    public void Powers_that_are_whole_numbers_are_exact()
    {
        Assert.Equal(1024, PortableMath.Pow(2, 10));
        Assert.Equal(59049, PortableMath.Pow(3, 10));
        Assert.Equal(1e22, PortableMath.Pow(10, 22));
        Assert.Equal(0.125, PortableMath.Pow(0.5, 3));
        Assert.Equal(-27, PortableMath.Pow(-3, 3));
        Assert.Equal(9, PortableMath.Pow(81, 0.5));
    }

    [Fact]
    public void LogGamma_gives_factorials_and_halves()
    {
        double factorial = 1;
        for (int n = 1; n <= 100; n++)
        {
            factorial *= n;
            double expected = Math.Log(factorial);
            Assert.Equal(expected, PortableMath.LogGamma(n + 1), 1e-14 * Math.Max(1, expected));
        }

        Assert.Equal(0.5 * Math.Log(Math.PI), PortableMath.LogGamma(0.5), 1e-14);
        Assert.Equal(-Math.Log(1e-300), PortableMath.LogGamma(1e-300), 1e-11);
        Assert.Equal(double.PositiveInfinity, PortableMath.LogGamma(double.PositiveInfinity));
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.LogGamma(0));
        Assert.Contains("x: found 0; expected a number above zero.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LogGamma_is_right_to_the_last_digit_or_two()
    {
        // Computed with 90 digits.
        (double X, double Value)[] known =
        [
            (1e-05, 11.512919692895825625616), (0.1, 2.252712651734205902006), (0.5, 0.572364942924700087072), (0.9, 0.066376239734742954426),
            (1.3, -0.108174809507860478459), (1.4616321449683623, -0.121486290535849608096), (2.0000001, 4.227843666532497923e-8),
            (2.5, 0.284682870472919159632), (3.7, 1.428072326665388129201), (7.7, 7.926541356269004778873), (12.1, 17.747007270798739306243),
            (15.99, 27.871864475940012799399), (16.3, 28.724459070362575170613), (100.25, 360.284559637764234968413),
            (12345.678, 103959.919905546059824329), (10000000000.0, 220258509288.810581470042), (1e-310, 713.801378828154165100645),
        ];
        Assert.All(known, pair => Assert.Equal(pair.Value, PortableMath.LogGamma(pair.X), 4e-16 * Math.Max(1, Math.Abs(pair.Value))));
        Assert.Equal(double.PositiveInfinity, PortableMath.LogGamma(double.MaxValue));
    }

    [Fact]
    public void Bits_do_not_change_from_one_version_to_the_next()
    {
        RandomStream random = Streams.Any(6);
        ulong hash = 14695981039346656037;
        for (int i = 0; i < 10_000; i++)
        {
            double u = random.NextOpenUniform();
            double x = (u * 100) - 50;
            double[] results =
            [
                PortableMath.Exp(x), PortableMath.Log(u), PortableMath.Log1p(u * x * x), PortableMath.Pow(u, x), PortableMath.Expm1(u - 0.5),
                PortableMath.LogGamma(u * 30),
            ];
            foreach (double result in results)
            {
                hash = unchecked((hash ^ BitConverter.DoubleToUInt64Bits(result)) * 1099511628211);
            }
        }

        Assert.Equal(11592880286097840809UL, hash);
    }

    private static double Ulps(double found, double expected) =>
        found == expected ? 0 : Math.Abs(found - expected) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
}
