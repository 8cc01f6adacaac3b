using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class Mser5Tests
{
    [Fact]
    public void A_start_that_is_too_high_is_cut_off_by_hand()
    {
        // Batch means 10, 4, then 1, 2, 1, 2, 1, 2, 1, 2. With all ten: 70.4/100; from the second: 8/81 + …; from the third: 2/64.
        double[] means = [10, 4, 1, 2, 1, 2, 1, 2, 1, 2];
        Mser5 cut = Mser5.Of(Repeat(means));
        Assert.Equal((10, 2.0 / 64, 1.5, true), (cut.Truncation, cut.Statistic, cut.Mean, cut.IsTrusted));
    }

    [Fact]
    public void Every_cut_tried_one_by_one_gives_the_same()
    {
        for (uint seed = 0; seed < 40; seed++)
        {
            RandomStream random = Streams.Any(790 + seed);
            double[] values = new double[30 + random.NextIndex(300)];
            double level = 20 * random.NextUniform();
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = 1000 + (level * Math.Pow(0.97, i)) + random.NextNormal();
            }

            (int truncation, double statistic) = OneByOne(values);
            Mser5 found = Mser5.Of(values);
            Assert.Equal(truncation, found.Truncation);
            Assert.Equal(statistic, found.Statistic, 1e-9 * statistic);
            Assert.Equal(2 * truncation / 5 <= values.Length / 5, found.IsTrusted);
        }
    }

    [Fact]
    public void A_series_that_never_settles_is_not_to_be_trusted()
    {
        double[] trend = [.. Enumerable.Range(0, 500).Select(i => (double)i)];
        Mser5 cut = Mser5.Of(trend);
        Assert.False(cut.IsTrusted);
        Assert.Equal((500 / 5) - 6, cut.Truncation / 5);
    }

    [Fact]
    public void A_step_in_the_second_half_is_found_and_not_trusted()
    {
        // Sixty batches of 5, then forty of 0 and 1 in turn.
        double[] means = [.. Enumerable.Range(0, 100).Select(i => i < 60 ? 50.0 : i % 2)];
        Mser5 cut = Mser5.Of(Repeat(means));
        Assert.Equal((300, false), (cut.Truncation, cut.IsTrusted));
        means = [.. Enumerable.Range(0, 100).Select(i => i < 50 ? 50.0 : i % 2)];
        cut = Mser5.Of(Repeat(means));
        Assert.Equal((250, true), (cut.Truncation, cut.IsTrusted));
    }

    [Fact]
    public void A_series_without_a_start_keeps_all_and_observations_that_fill_no_batch_do_not_count()
    {
        Mser5 cut = Mser5.Of([.. Repeat([1, 2, 1, 2, 1, 2, 1, 2]), 99, 99, 99, 99]);
        Assert.Equal((0, 2.0 / 64, 1.5, true), (cut.Truncation, cut.Statistic, cut.Mean, cut.IsTrusted));
        cut = Mser5.Of(new double[100]);
        Assert.Equal((0, 0.0, true), (cut.Truncation, cut.Statistic, cut.IsTrusted));
    }

    [Fact]
    public void Too_few_observations_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mser5.Of(new double[29]));
        Assert.StartsWith("values: found 29 observations; expected 30 or more.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, Mser5.Of(new double[30]).Truncation);
        double[] bad = new double[30];
        bad[7] = double.NaN;
        error = Assert.Throws<ArgumentOutOfRangeException>(() => Mser5.Of(bad));
        Assert.StartsWith("values[7]: found NaN; expected a finite number.", error.Message, StringComparison.Ordinal);
    }

    private static double[] Repeat(double[] means) => [.. means.SelectMany(mean => (double[])[mean - 1, mean, mean + 1, mean - 2, mean + 2])];

    private static (int Truncation, double Statistic) OneByOne(double[] values)
    {
        double[] means = [.. values.Chunk(5).Where(batch => batch.Length == 5).Select(batch => batch.Average())];
        (int Cut, double Statistic) best = (0, double.PositiveInfinity);
        for (int cut = 0; means.Length - cut > 5; cut++)
        {
            double[] left = means[cut..];
            double mean = left.Average();
            double statistic = left.Sum(value => (value - mean) * (value - mean)) / ((double)left.Length * left.Length);
            best = statistic < best.Statistic ? (cut, statistic) : best;
        }

        return (best.Cut * 5, best.Statistic);
    }
}
