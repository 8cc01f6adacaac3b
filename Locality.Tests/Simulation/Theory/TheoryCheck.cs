using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Asserts that a known value lies inside a confidence interval that is narrow enough to mean something.</summary>
internal static class TheoryCheck
{
    /// <summary>The greatest half-width, as a share of the known value.</summary>
    private const double Bound = 0.02;

    public static void Inside(ITestOutputHelper output, string name, double known, ReadOnlySpan<double> batches, double level = 0.99)
    {
        Assert.True(batches.Length >= 30, "Expected thirty batches or more.");
        Interval interval = Confidence.Mean(batches, level);
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: known {known:G6}, found {interval.Mean:G6}, {level:P0} interval {interval.Lower:G6} to {interval.Upper:G6}, half-width {interval.HalfWidth / Math.Abs(known):P2}");
        output.WriteLine(line);
        Assert.True(interval.Contains(known), $"Outside: {line}");
        Assert.True(interval.HalfWidth <= Bound * Math.Abs(known), $"Too wide: {line}");
    }

    /// <summary>
    /// Returns batches less what another quantity of the same batches, whose mean is known, explains of their deviations.
    /// Source: Lavenberg and Welch, "A perspective on the use of control variables", Management Science 27(3), 1981.
    /// </summary>
    public static double[] Controlled(double[] batches, double[] controls, double knownControl)
    {
        double mean = batches.Average();
        double meanControl = controls.Average();
        double slope = batches.Zip(controls, (batch, control) => (batch - mean) * (control - meanControl)).Sum()
            / controls.Sum(control => (control - meanControl) * (control - meanControl));
        return [.. batches.Zip(controls, (batch, control) => batch - (slope * (control - knownControl)))];
    }

    /// <summary>Asserts that a value, given to a number of decimals, rounds to what is published.</summary>
    public static void Rounds(double published, double exact, int decimals) => Assert.Equal(published, Math.Round(exact, decimals));
}
