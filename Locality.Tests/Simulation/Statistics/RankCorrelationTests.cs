using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class RankCorrelationTests
{
    // The ten pairs of "Spearman's rank correlation coefficient", Wikipedia: Σd² = 194, ρ = −29/165, p = 0.627188 by Student's t.
    private static readonly double[] Scores = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    private static readonly double[] Hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];

    [Fact]
    public void A_published_example_has_its_correlation_and_its_p_value()
    {
        RankCorrelation correlation = RankCorrelation.Of(Scores, Hours)!;
        Assert.Equal(-29.0 / 165, correlation.Correlation.Mean, 14);
        Assert.Equal(0.627188, correlation.PValue, 6);
        Assert.Equal(10, correlation.Count);
    }

    [Fact]
    public void The_interval_is_Fishers_with_the_variance_of_Bonett_and_Wright()
    {
        // atanh(−29/165) ± 1.959964 √((1 + r²/2)/7), and back by tanh, in another program's arithmetic.
        Interval interval = RankCorrelation.Of(Scores, Hours)!.Correlation;
        Assert.Equal(-0.7278300282394071, interval.Lower, 12);
        Assert.Equal(0.5145466616329561, interval.Upper, 12);
    }

    [Fact]
    public void Equal_values_share_the_mean_of_their_ranks()
    {
        // Ranks 1, 2½, 2½, 4 against 1 to 4: 4.5/√(4.5 × 5).
        Assert.Equal(4.5 / Math.Sqrt(22.5), RankCorrelation.Of([10, 20, 20, 70], [1, 2, 3, 4])!.Correlation.Mean, 14);
    }

    [Fact]
    public void Only_the_order_counts()
    {
        RankCorrelation one = RankCorrelation.Of(Scores, Hours)!;
        Assert.Equal(one, RankCorrelation.Of([.. Scores.Select(value => value * value * value)], Hours));
        Assert.Equal(-one.Correlation.Mean, RankCorrelation.Of([.. Scores.Select(value => -value)], Hours)!.Correlation.Mean, 14);
    }

    [Fact]
    public void A_perfect_order_keeps_an_interval()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(value => (double)value)];
        RankCorrelation perfect = RankCorrelation.Of(values, values)!;
        Assert.Equal((1.0, 1.0, 0.0), (perfect.Correlation.Mean, perfect.Correlation.Upper, perfect.PValue));
        Assert.Equal(0.9951927622812029, perfect.Correlation.Lower, 10);
        RankCorrelation reversed = RankCorrelation.Of(values, [.. values.Select(value => -value)])!;
        Assert.Equal((-1.0, -1.0, -perfect.Correlation.Lower), (reversed.Correlation.Mean, reversed.Correlation.Lower, reversed.Correlation.Upper));
    }

    [Fact]
    public void Of_independent_samples_one_in_twenty_is_called_associated_and_intervals_hold_zero()
    {
        const int Samples = 4000;
        int rejected = 0;
        int missed = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            RandomStream random = new RandomStreams(5, (uint)sample).Stream(new Purpose(7, "test"));
            double[] first = new double[25];
            double[] second = new double[25];
            for (int i = 0; i < first.Length; i++)
            {
                first[i] = random.NextUniform();
                second[i] = random.NextExponential();
            }

            RankCorrelation correlation = RankCorrelation.Of(first, second)!;
            rejected += correlation.PValue <= 0.05 ? 1 : 0;
            missed += correlation.Correlation.Contains(0) ? 0 : 1;
        }

        // Three standard errors of a share of 5 % of 4,000 are 1.03 %; the interval's law is an approximation at 25 pairs.
        Assert.InRange((double)rejected / Samples, 0.0395, 0.0605);
        Assert.InRange((double)missed / Samples, 0.03, 0.07);
    }

    [Fact]
    public void A_sample_that_does_not_vary_has_no_correlation() => Assert.Null(RankCorrelation.Of([1, 1, 1, 1], [1, 2, 3, 4]));

    [Fact]
    public void What_cannot_be_correlated_is_refused()
    {
        Assert.Contains("found 3 and 3 values; expected 4 or more", Assert.Throws<ArgumentException>(() => RankCorrelation.Of([1, 2, 3], [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RankCorrelation.Of([1, 2, 3, 4], [1, 2, 3, 4, 5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankCorrelation.Of([1, 2, 3, double.NaN], [1, 2, 3, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankCorrelation.Of([1, 2, 3, 4], [1, 2, 3, 4], level: 1));
    }
}
