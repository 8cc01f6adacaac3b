using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AntitheticEstimateTests
{
    private static readonly Purpose s_purpose = new(7, "test");

    [Fact]
    public void Pairs_worked_out_by_hand()
    {
        // Pair means 2, 3, 2.5, 4.5: mean 3, variance 3.5/3. Variances of the members 14/3 and 10/3 (of 1, 4, 2, 5 and 3, 2, 3, 4: 10/3
        // and 2/3): independent runs would give (10/3 + 2/3)/4 = 1; the covariance is (2 × 3.5/3) − 2 = 1/3.
        AntitheticEstimate found = AntitheticEstimate.Of([1, 4, 2, 5], [3, 2, 3, 4]);
        Assert.Equal(Confidence.Mean([2, 3, 2.5, 4.5]), found.Mean);
        Assert.Equal(4, found.Pairs);
        Assert.Equal(3.5 / 3, found.VarianceRatio!.Value, 1e-12);
        Assert.Equal(1.0 / 3 / Math.Sqrt(20.0 / 9), found.Correlation!.Value, 1e-12);
    }

    [Fact]
    public void The_exponential_of_a_uniform_number_has_its_known_gain()
    {
        // Ross, "Simulation" (5th ed. 2013), example 9b: the variance of a pair's mean is 0.0039 in place of 0.1210.
        (double[] first, double[] second) = Draw((ref RandomStream random) => Math.Exp(random.NextOpenUniform()), 5000);
        AntitheticEstimate found = AntitheticEstimate.Of(first, second);
        Assert.True(found.Mean.Contains(Math.E - 1), found.Mean.ToString());
        double variance = (((Math.E * Math.E) - 1) / 2) - ((Math.E - 1) * (Math.E - 1));
        double covariance = Math.E - ((Math.E - 1) * (Math.E - 1));
        Assert.Equal(0.0039, 0.5 * (variance + covariance), 5e-5);
        Assert.Equal(1 + (covariance / variance), found.VarianceRatio!.Value, 0.002);
        Assert.Equal(covariance / variance, found.Correlation!.Value, 0.002);
    }

    [Fact]
    public void A_response_that_turns_back_gets_worse_and_the_ratio_says_so()
    {
        // (u − ½)² is the same for both members.
        (double[] first, double[] second) = Draw((ref RandomStream random) => (random.NextOpenUniform() - 0.5) is var u ? u * u : 0, 200);
        AntitheticEstimate found = AntitheticEstimate.Of(first, second);
        Assert.Equal(2, found.VarianceRatio!.Value, 1e-9);
        Assert.Equal(1, found.Correlation!.Value, 1e-9);
    }

    [Fact]
    public void What_does_not_vary_has_no_gain()
    {
        AntitheticEstimate one = AntitheticEstimate.Of([1], [3]);
        Assert.Equal((2.0, double.PositiveInfinity, null, null), (one.Mean.Mean, one.Mean.Upper, one.Correlation, one.VarianceRatio));
        AntitheticEstimate still = AntitheticEstimate.Of([2, 2], [2, 2]);
        Assert.Equal((2.0, 2.0, null, null), (still.Mean.Lower, still.Mean.Upper, still.Correlation, still.VarianceRatio));
        AntitheticEstimate half = AntitheticEstimate.Of([2, 2], [1, 3]);
        Assert.Null(half.Correlation);
        Assert.Equal(1, half.VarianceRatio);
    }

    [Fact]
    public void Members_that_do_not_match_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => AntitheticEstimate.Of([1, 2], [1]));
        Assert.StartsWith("Antithetic pairs: found 2 first and 1 second members; expected one or more, and as many of each.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AntitheticEstimate.Of([], []));
        error = Assert.Throws<ArgumentOutOfRangeException>(() => AntitheticEstimate.Of([1, 2], [1, double.NaN]));
        Assert.StartsWith("second[1]: found NaN", error.Message, StringComparison.Ordinal);
    }

    private delegate double Replicate(ref RandomStream random);

    private static (double[] First, double[] Second) Draw(Replicate replicate, int pairs)
    {
        double[] first = new double[pairs];
        double[] second = new double[pairs];
        for (int i = 0; i < pairs; i++)
        {
            RandomStream one = new RandomStreams(9, (uint)i, AntitheticPair.First).Stream(s_purpose);
            RandomStream other = new RandomStreams(9, (uint)i, AntitheticPair.Second).Stream(s_purpose);
            first[i] = replicate(ref one);
            second[i] = replicate(ref other);
        }

        return (first, second);
    }
}
