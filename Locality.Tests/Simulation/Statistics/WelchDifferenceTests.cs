using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class WelchDifferenceTests
{
    // Hours of extra sleep under two drugs ("Student", Biometrika 6(1), 1908); R's data set "sleep". The figures are those that R's t.test prints.
    private static readonly double[] s_first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    private static readonly double[] s_second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void The_sleep_data_taken_as_independent_give_their_published_test()
    {
        WelchDifference difference = WelchDifference.Of(baseline: s_second, candidate: s_first);

        Assert.Equal(-1.58, difference.Mean.Mean, 1e-12);
        Assert.Equal(-1.8608, difference.Statistic!.Value, 5e-5);
        Assert.Equal(17.776, difference.DegreesOfFreedom!.Value, 5e-4);
        Assert.Equal(0.07939, difference.PValue!.Value, 5e-6);
        Assert.Equal(-3.3654832, difference.Mean.Lower, 5e-8);
        Assert.Equal(0.2054832, difference.Mean.Upper, 5e-8);
    }

    [Fact]
    public void The_sleep_data_taken_as_pairs_give_their_published_test()
    {
        PairedDifference difference = PairedDifference.Of(baseline: s_second, candidate: s_first);

        Assert.Equal(-4.0621, difference.Mean.Mean / Math.Sqrt(difference.Variance!.Value / difference.Count), 5e-5);
        Assert.Equal(0.002833, 2 * (1 - difference.ProbabilityBelowZero), 5e-7);
        Assert.Equal(-2.4598858, difference.Mean.Lower, 5e-8);
        Assert.Equal(-0.7001142, difference.Mean.Upper, 5e-8);
    }

    [Fact]
    public void Samples_of_different_sizes_agree_with_the_formula_and_turn_round_with_their_sign()
    {
        RandomStream random = Streams.Any(2001);
        for (int round = 0; round < 50; round++)
        {
            double[] first = [.. Enumerable.Range(0, 2 + random.NextIndex(30)).Select(_ => random.NextNormal())];
            double[] second = [.. Enumerable.Range(0, 2 + random.NextIndex(30)).Select(_ => 3 + (5 * random.NextNormal()))];
            WelchDifference found = WelchDifference.Of(first, second, 0.9);
            double v1 = first.Sum(x => Math.Pow(x - first.Average(), 2)) / (first.Length - 1) / first.Length;
            double v2 = second.Sum(x => Math.Pow(x - second.Average(), 2)) / (second.Length - 1) / second.Length;
            double degrees = Math.Pow(v1 + v2, 2) / ((v1 * v1 / (first.Length - 1)) + (v2 * v2 / (second.Length - 1)));
            Assert.Equal(degrees, found.DegreesOfFreedom!.Value, 1e-9 * degrees);
            Assert.Equal(second.Average() - first.Average(), found.Mean.Mean, 1e-12);
            Assert.Equal(MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degrees, 0.95) * Math.Sqrt(v1 + v2), found.Mean.HalfWidth, 1e-7 * found.Mean.HalfWidth);

            WelchDifference turned = WelchDifference.Of(second, first, 0.9);
            Assert.Equal(found.PValue!.Value, turned.PValue!.Value, 1e-12);
            Assert.Equal(-found.Mean.Mean, turned.Mean.Mean, 1e-12);
        }
    }

    [Fact]
    public void What_does_not_vary_or_has_one_observation_is_said_so()
    {
        WelchDifference constant = WelchDifference.Of([1, 1], [3, 3, 3]);
        Assert.Equal((new Interval(2, 2, 2), 0.0, null, null), (constant.Mean, constant.StandardError, constant.DegreesOfFreedom, constant.PValue));
        WelchDifference half = WelchDifference.Of([1, 1, 1], [3, 5, 7]);
        Assert.Equal(2, half.DegreesOfFreedom!.Value, 1e-12);
        WelchDifference single = WelchDifference.Of([1], [3, 5, 7]);
        Assert.Equal((new Interval(4, double.NegativeInfinity, double.PositiveInfinity), null), (single.Mean, single.StandardError));
        Assert.Equal(((double?)null, (double?)null), (single.Statistic, single.PValue));
    }

    [Fact]
    public void Empty_samples_and_impossible_levels_are_refused()
    {
        Assert.StartsWith("baseline: found no outcome;", Assert.Throws<ArgumentException>(() => WelchDifference.Of([], [1, 2])).Message, StringComparison.Ordinal);
        Assert.StartsWith("candidate: found no outcome;", Assert.Throws<ArgumentException>(() => WelchDifference.Of([1, 2], [])).Message, StringComparison.Ordinal);
        Assert.StartsWith("candidate[1]: found NaN;", Assert.Throws<ArgumentOutOfRangeException>(() => WelchDifference.Of([1, 2], [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => WelchDifference.Of([1], [2], 1));
    }
}
