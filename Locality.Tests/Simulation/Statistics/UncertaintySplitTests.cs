using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class UncertaintySplitTests
{
    [Fact]
    public void A_small_design_is_split_by_hand()
    {
        // Means 2, 5, 11; within: 2, 2, 8 over 3 degrees, so 4. Between: mean 6, 2 (16 + 1 + 25)/2 = 42. Inputs: (42 − 4)/2 = 19.
        UncertaintySplit split = UncertaintySplit.Of([[1, 3], [4, 6], [9, 13]]);

        Assert.Equal((3, 6), (split.Draws, split.Replications));
        Assert.Equal(4, split.NoiseVariance, 1e-12);
        Assert.Equal(19, split.InputVariance, 1e-12);
        Assert.Equal(6, split.Mean.Mean, 1e-12);
        Assert.Equal(4.0 / 42, split.NoiseShare!.Value.Mean, 1e-12);
        Assert.Equal(38.0 / 42, split.InputShare!.Value.Mean, 1e-12);

        // Of one replication: 19/(19 + 4), at most that of a ratio of (10.5/0.0255327 − 1)/2.
        Assert.Equal(19.0 / 23, split.InputCorrelation!.Value.Mean, 1e-12);
        double ratio = ((10.5 / 0.0255327) - 1) / 2;
        Assert.Equal(ratio / (ratio + 1), split.InputCorrelation.Value.Upper, 1e-6);
        Assert.Equal(0, split.InputCorrelation.Value.Lower);

        // With equal numbers the share is 1/F, so its bounds are quantiles of F(2, 3), 0.0255327 and 16.04411, over 42/4, at most 1.
        Assert.Equal(0.0255327 / 10.5, split.NoiseShare.Value.Lower, 1e-6);
        Assert.Equal(1, split.NoiseShare.Value.Upper);
        Assert.Equal(0, split.InputShare.Value.Lower);
    }

    [Fact]
    public void Equal_numbers_give_the_interval_of_the_F_ratio()
    {
        RandomStream random = Streams.Any(2031);
        double[][] outcomes = Nested(ref random, 25, draw => 6, inputs: 1, noise: 2);
        UncertaintySplit split = UncertaintySplit.Of(outcomes, 0.9);
        double[] means = [.. outcomes.Select(draw => draw.Average())];
        double between = 6 * means.Sum(mean => Math.Pow(mean - means.Average(), 2)) / 24;
        double within = outcomes.Sum(draw => draw.Sum(value => Math.Pow(value - draw.Average(), 2))) / 125;
        Assert.Equal(within / between, split.NoiseShare!.Value.Mean, 1e-9);
        Assert.Equal(MathNet.Numerics.Distributions.FisherSnedecor.InvCDF(24, 125, 0.05) * within / between, split.NoiseShare.Value.Lower, 1e-7);
        Assert.Equal(MathNet.Numerics.Distributions.FisherSnedecor.InvCDF(24, 125, 0.95) * within / between, split.NoiseShare.Value.Upper, 1e-7);
        Assert.Equal(Confidence.Mean(means, 0.9).Lower, split.Mean.Lower, 1e-12);
        Assert.Equal(Confidence.Mean(means, 0.9).Upper, split.Mean.Upper, 1e-12);
    }

    [Fact]
    public void Unequal_numbers_are_split_as_the_textbook_says()
    {
        // Numbers 1, 2, 3: n₀ = (6 − 14/6)/2 = 11/6. Mean of all 6; between: 1 × 25 + 2 × 9 + 3 × (11/3)² − … worked below.
        UncertaintySplit split = UncertaintySplit.Of([[1], [2, 4], [7, 9, 13]]);
        double between = (Math.Pow(1 - 6, 2) + (2 * Math.Pow(3 - 6, 2)) + (3 * Math.Pow((29.0 / 3) - 6, 2))) / 2;
        double within = (2 + Math.Pow(7 - (29.0 / 3), 2) + Math.Pow(9 - (29.0 / 3), 2) + Math.Pow(13 - (29.0 / 3), 2)) / 3;
        Assert.Equal(within, split.NoiseVariance, 1e-12);
        Assert.Equal((between - within) / (11.0 / 6), split.InputVariance, 1e-12);

        // The harmonic mean of the numbers is 3/(1 + 1/2 + 1/3) = 18/11.
        Assert.Equal(1 / (1 + (18.0 / 11 * split.InputVariance / within)), split.NoiseShare!.Value.Mean, 1e-12);
        Assert.Equal((1 + 3 + (29.0 / 3)) / 3, split.Mean.Mean, 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_many_nested_experiments_as_many_intervals_hold_the_true_share_as_they_say(bool unequal)
    {
        // True variances 1 and 4. 1,000 experiments at 95 %: 950 ± 3 × 6.9.
        Func<int, int> size = draw => unequal ? 2 + (draw % 5) : 4;
        double inverse = Enumerable.Range(0, 20).Average(draw => 1.0 / size(draw));
        double truth = 4 * inverse / (1 + (4 * inverse));
        int hits = 0;
        for (uint experiment = 0; experiment < 1000; experiment++)
        {
            RandomStream random = Streams.Any(2_000_000 + experiment);
            Interval share = UncertaintySplit.Of(Nested(ref random, 20, size, inputs: 1, noise: 2)).NoiseShare!.Value;
            hits += share.Contains(truth) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{hits} of 1000");
        Assert.InRange(hits, 930, 970);
    }

    [Fact]
    public void Draws_that_differ_by_less_than_the_noise_explains_give_no_share_to_the_inputs()
    {
        UncertaintySplit split = UncertaintySplit.Of([[1, 9], [2, 8], [0, 10]]);
        Assert.True(split.InputVariance < 0);
        Assert.Equal(new Interval(1, 1, 1), split.NoiseShare);
        Assert.Equal(new Interval(0, 0, 0), split.InputShare);
    }

    [Fact]
    public void Without_noise_all_comes_from_the_inputs_and_without_any_difference_there_is_no_share()
    {
        UncertaintySplit split = UncertaintySplit.Of([[1, 1], [2, 2]]);
        Assert.Equal((new Interval(0, 0, 0), 0.5), (split.NoiseShare!.Value, split.InputVariance));
        Assert.Null(UncertaintySplit.Of([[3, 3], [3, 3]]).NoiseShare);
        Assert.Null(UncertaintySplit.Of([[3, 3], [3, 3]]).InputShare);
    }

    [Fact]
    public void Designs_that_cannot_be_split_are_refused()
    {
        double[][][] wrong = [[], [[1, 2]], [[1], [2]], [[1, 2], []]];
        Assert.All(wrong, outcomes => Assert.StartsWith(
            $"outcomes: found {outcomes.Length} draws with ", Assert.Throws<ArgumentException>(() => UncertaintySplit.Of(outcomes)).Message, StringComparison.Ordinal));
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => UncertaintySplit.Of([[1, 2], [3, double.NaN]]));
        Assert.StartsWith("outcomes[1][1]: found NaN;", error.Message, StringComparison.Ordinal);
    }

    private static double[][] Nested(ref RandomStream random, int draws, Func<int, int> size, double inputs, double noise)
    {
        double[][] outcomes = new double[draws][];
        for (int draw = 0; draw < draws; draw++)
        {
            double input = inputs * random.NextNormal();
            outcomes[draw] = new double[size(draw)];
            for (int replication = 0; replication < outcomes[draw].Length; replication++)
            {
                outcomes[draw][replication] = input + (noise * random.NextNormal());
            }
        }

        return outcomes;
    }
}
