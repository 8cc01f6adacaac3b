using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>
/// Compares the portable functions with values computed by MPFR to 200 bits. The program that made the table, and the long run over
/// more points, are in <c>reference/portable-math-reference.c</c>.
/// </summary>
public sealed class PortableMathReferenceTests(ITestOutputHelper output)
{
    private const int FunctionsOfOne = 3;
    private const int BytesAPoint = (FunctionsOfOne * (8 + 8 + 2)) + (8 + 8 + 8 + 2);

    [Fact]
    public void Every_function_is_within_one_unit_in_the_last_place_of_the_true_value()
    {
        byte[] table = Table();
        int points = table.Length / BytesAPoint;
        Assert.True(points >= 25_000 && table.Length % BytesAPoint == 0);
        (string Name, Func<double, double, double> Function)[] functions =
        [
            ("exp", (x, _) => PortableMath.Exp(x)), ("log", (x, _) => PortableMath.Log(x)), ("log1p", (x, _) => PortableMath.Log1p(x)),
            ("pow", PortableMath.Pow),
        ];
        ReadOnlySpan<byte> left = table;
        foreach ((string name, Func<double, double, double> function) in functions)
        {
            ReadOnlySpan<double> x = Column<double>(ref left, points);
            ReadOnlySpan<double> y = name is "pow" ? Column<double>(ref left, points) : x;
            ReadOnlySpan<double> high = Column<double>(ref left, points);
            ReadOnlySpan<short> rest = Column<short>(ref left, points);
            double worst = 0;
            int at = 0;
            int rounded = 0;
            for (int i = 0; i < points; i++)
            {
                double found = function(x[i], y[i]);
                double size = Math.Abs(high[i]);
                double error = Math.Abs(((found - high[i]) / (Math.BitIncrement(size) - size)) - (rest[i] / 65536.0));
                rounded += found == high[i] ? 1 : 0;
                if (!(error <= worst))
                {
                    (worst, at) = (error, i);
                }
            }

            string place = string.Create(CultureInfo.InvariantCulture, $"{name}: {points} points, worst {worst:F4} ulp at ({x[at]:R}, {y[at]:R}), {100.0 * rounded / points:F3} % correctly rounded");
            output.WriteLine(place);
            Assert.True(worst <= 1, place);
        }

        Assert.Equal(0, left.Length);
    }

    private static byte[] Table()
    {
        if (Environment.GetEnvironmentVariable("PORTABLE_MATH_TABLE") is { } path)
        {
            return File.ReadAllBytes(path);
        }

        using FileStream file = File.OpenRead(Path.Combine(Repository.Root, "Locality.Tests/Simulation/Numerics/reference/portable-math-reference.bin.gz"));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using MemoryStream table = new();
        unpacked.CopyTo(table);
        return table.ToArray();
    }

    private static ReadOnlySpan<T> Column<T>(ref ReadOnlySpan<byte> left, int points)
        where T : unmanaged
    {
        ReadOnlySpan<T> column = MemoryMarshal.Cast<byte, T>(left)[..points];
        left = left[(points * Marshal.SizeOf<T>())..];
        return column;
    }
}
