using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ConfidenceTests
{
    // Hours of extra sleep under two drugs ("Student", Biometrika 1908).
    private static readonly double[] s_first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    private static readonly double[] s_second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void The_sleep_data_have_their_published_interval()
    {
        double[] differences = [.. s_second.Zip(s_first, (b, a) => b - a)];
        Interval interval = Confidence.Mean(differences);
        Assert.Equal(1.58, interval.Mean, 1e-12);
        Assert.Equal(0.7001142, interval.Lower, 5e-8);
        Assert.Equal(2.4598858, interval.Upper, 5e-8);
        Assert.Equal(0.8798858, interval.HalfWidth, 5e-8);
    }

    [Fact]
    public void The_sleep_data_as_pairs_give_their_published_p_value()
    {
        PairedDifference difference = PairedDifference.Of(s_first, s_second);
        Assert.Equal(10, difference.Count);
        Assert.Equal(0.7001142, difference.Mean.Lower, 5e-8);
        Assert.Equal(2.4598858, difference.Mean.Upper, 5e-8);
        Assert.Equal(1.5128889, difference.Variance!.Value, 5e-8);

        // The two-sided p-value is 0.002833.
        Assert.Equal(0.002833 / 2, difference.ProbabilityBelowZero, 5e-7);
        Assert.Equal((0.0, 0.9), (difference.ShareBelowZero, difference.ShareAboveZero));
        PairedDifference turned = PairedDifference.Of(s_second, s_first);
        Assert.Equal(1 - (0.002833 / 2), turned.ProbabilityBelowZero, 5e-7);
    }

    [Fact]
    public void A_candidate_against_itself_differs_by_exactly_zero()
    {
        PairedDifference difference = PairedDifference.Of(s_first, s_first);
        Assert.Equal(new Interval(0, 0, 0), difference.Mean);
        Assert.Equal((0.0, 0.5), (difference.Variance, difference.ProbabilityBelowZero));
        Assert.Equal((0.0, 0.0), (difference.ShareBelowZero, difference.ShareAboveZero));
    }

    [Fact]
    public void A_constant_difference_leaves_no_doubt()
    {
        PairedDifference better = PairedDifference.Of([1, 2, 3], [0, 1, 2]);
        Assert.Equal((new Interval(-1, -1, -1), 1.0, 1.0), (better.Mean, better.ProbabilityBelowZero, better.ShareBelowZero));
        PairedDifference worse = PairedDifference.Of([1, 2, 3], [2, 3, 4]);
        Assert.Equal((new Interval(1, 1, 1), 0.0, 1.0), (worse.Mean, worse.ProbabilityBelowZero, worse.ShareAboveZero));
    }

    [Fact]
    public void One_replication_says_nothing_of_the_spread()
    {
        Interval interval = Confidence.Mean([4.0]);
        Assert.Equal(new Interval(4, double.NegativeInfinity, double.PositiveInfinity), interval);
        Assert.True(interval.Contains(1e300));
        Assert.False(interval.Contains(double.NaN));
        PairedDifference difference = PairedDifference.Of([4], [3]);
        Assert.Equal((0.5, null), (difference.ProbabilityBelowZero, difference.Variance));
        Assert.Equal((double.PositiveInfinity, 1.0), (difference.Mean.Upper, difference.ShareBelowZero));
    }

    [Fact]
    public void Two_observations_and_a_high_level_still_have_an_interval()
    {
        // One degree of freedom: t = tan(π(½ − tail)), here 1/tan(5 × 10⁻⁷ π) = 636619.77….
        Interval interval = Confidence.Mean([-1.0, 1.0], 0.999999);
        Assert.Equal(1 / Math.Tan(5e-7 * Math.PI), interval.HalfWidth, 1e-4);
    }

    [Fact]
    public void Intervals_cover_the_mean_as_often_as_they_say()
    {
        // 10,000 intervals of five normals at 90 %: five standard deviations are 150.
        RandomStream random = Streams.Any(1000);
        double[] values = new double[5];
        int covered = 0;
        for (int i = 0; i < 10_000; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                values[j] = 3 + (2 * random.NextNormal());
            }

            covered += Confidence.Mean(values, 0.9).Contains(3) ? 1 : 0;
        }

        Assert.InRange(covered, 8850, 9150);
    }

    [Fact]
    public void Students_t_agrees_with_closed_forms_and_an_independent_library()
    {
        double[] degrees = [1, 2, 3, 4.5, 9, 30, 199, 1000];
        double[] arguments = [-40, -3, -0.7, -1e-3, 0, 0.2, 1, 2.5, 12];
        foreach (double df in degrees)
        {
            foreach (double t in arguments)
            {
                double expected = MathNet.Numerics.Distributions.StudentT.CDF(0, 1, df, t);
                Assert.Equal(expected, StudentT.Cdf(t, df), (1e-9 * expected) + 1e-13);
            }

            double[] tails = [0.4, 0.1, 0.025, 1e-6];
            foreach (double tail in tails)
            {
                Assert.Equal(tail, StudentT.Cdf(-StudentT.UpperQuantile(tail, df), df), tail * 1e-12);
            }
        }

        // By multiple-precision arithmetic, for the library loses digits here.
        Assert.Equal(0.4996010578858245, StudentT.Cdf(-0.001, 1e6), 1e-12);
        Assert.Equal(0.006209744751081623, StudentT.Cdf(-2.5, 1e6), 1e-15);
        Assert.Equal(12.706204736174698, StudentT.UpperQuantile(0.025, 1), 1e-11);
        Assert.Equal(0.95 / Math.Sqrt(2 * 0.975 * 0.025), StudentT.UpperQuantile(0.025, 2), 1e-12);
        Assert.Equal(1.959963984540054, StudentT.UpperQuantile(0.025, 1e15), 1e-11);
    }

    [Fact]
    public void What_gives_no_interval_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Confidence.Mean([]));
        Assert.StartsWith("values: found none; expected one or more.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => Confidence.Mean([1, double.NaN]));
        Assert.StartsWith("values[1]: found NaN; expected a finite number.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => Confidence.Mean([1, 2], 1));
        Assert.StartsWith("level: found 1; expected a number between 0 and 1, exclusive.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => Confidence.Mean(new Tally()));
        Assert.StartsWith("tally: found no observation", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => PairedDifference.Of([1, 2], [1]));
        Assert.StartsWith("Paired difference: found 2 baseline and 1 candidate outcomes", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => PairedDifference.Of([1, 2], [1, double.NaN]));
        Assert.StartsWith("candidate[1]: found NaN", error.Message, StringComparison.Ordinal);
    }
}
