using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ShapleyWaterfallTests
{
    [Fact]
    public void The_glove_game_has_its_known_value()
    {
        // One left glove and two right ones, a pair is worth 1: 2/3, 1/6, 1/6 (Shapley 1953; a standard example).
        ShapleyWaterfall split = ShapleyWaterfall.Of(3, set => (set & 1) != 0 && (set & 6) != 0 ? 1 : 0);
        Assert.Equal([2.0 / 3, 1.0 / 6, 1.0 / 6], split.Contributions, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal((0.0, 1.0, 1.0), (split.None, split.All, split.Total));
        Assert.Equal(1.0, split.Contributions.Aggregate((a, b) => a + b));
        Assert.Null(split.Intervals);
    }

    [Fact]
    public void The_airport_game_has_its_known_value()
    {
        // Runways of lengths 1, 2, 4, 8: each part is paid by those who need it, evenly (Littlechild and Owen, Management Science 20(3), 1973).
        double[] lengths = [1, 2, 4, 8];
        ShapleyWaterfall split = ShapleyWaterfall.Of(4, set => lengths.Where((_, i) => (set >> i & 1) != 0).DefaultIfEmpty(0).Max());
        double first = 1.0 / 4;
        double second = first + (1.0 / 3);
        double third = second + (2.0 / 2);
        Assert.Equal([first, second, third, third + 4], split.Contributions, (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void What_two_factors_do_only_together_is_shared_and_the_rest_is_each_one_s_own()
    {
        // 10 + 3a − 2b + 4ab, c does nothing.
        ShapleyWaterfall split = ShapleyWaterfall.Of(3, set => 10 + (3 * (set & 1)) - (2 * (set >> 1 & 1)) + (4 * (set & set >> 1 & 1)));
        Assert.Equal([5.0, 0.0, 0.0], split.Contributions);
        Assert.Equal((10.0, 15.0), (split.None, split.All));
    }

    [Fact]
    public void Every_order_tried_one_by_one_gives_the_same()
    {
        RandomStream random = Streams.Any(2021);
        for (int factors = 1; factors <= 7; factors++)
        {
            double[] values = new double[1 << factors];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = random.NextNormal();
            }

            double[] sums = new double[factors];
            int orders = 0;
            Walk(0);
            ShapleyWaterfall split = ShapleyWaterfall.Of(factors, set => values[set]);
            Assert.Equal(sums.Select(sum => sum / orders), split.Contributions, (a, b) => Math.Abs(a - b) < 1e-12);

            // Effects by orders: each path from none to all, counted at its end.
            int Walk(int set)
            {
                if (set == values.Length - 1)
                {
                    orders++;
                    return 1;
                }

                int paths = 0;
                for (int factor = 0; factor < factors; factor++)
                {
                    if ((set >> factor & 1) == 0)
                    {
                        int beyond = Walk(set | 1 << factor);
                        sums[factor] += beyond * (values[set | 1 << factor] - values[set]);
                        paths += beyond;
                    }
                }

                return paths;
            }
        }
    }

    [Fact]
    public void The_contributions_add_up_to_the_last_bit()
    {
        RandomStream random = Streams.Any(2022);
        for (int round = 0; round < 300; round++)
        {
            int factors = 1 + random.NextIndex(8);
            double[] values = new double[1 << factors];
            for (int i = 0; i < values.Length; i++)
            {
                // A total of the size of the contributions.
                values[i] = (1000 * int.PopCount(i)) + (300 * random.NextNormal());
            }

            ShapleyWaterfall split = ShapleyWaterfall.Of(factors, set => values[set]);
            Assert.Equal(values[^1] - values[0], split.Contributions.Aggregate((a, b) => a + b));
        }
    }

    [Fact]
    public void Where_large_contributions_cancel_the_sum_is_right_to_their_last_place()
    {
        RandomStream random = Streams.Any(2023);
        for (int round = 0; round < 100; round++)
        {
            double large = 1e9 * random.NextUniform();
            double total = random.NextUniform();
            ShapleyWaterfall split = ShapleyWaterfall.Of(2, set => (set & 1) * large + ((set >> 1) * (total - large)));
            Assert.Equal(split.Total, split.Contributions[0] + split.Contributions[1], 2 * double.BitIncrement(large) - (2 * large));
        }
    }

    [Fact]
    public void Twelve_factors_are_the_most_and_each_subset_is_asked_for_once_in_order()
    {
        List<int> asked = [];
        ShapleyWaterfall split = ShapleyWaterfall.Of(12, set =>
        {
            asked.Add(set);
            return int.PopCount(set) * int.PopCount(set);
        });
        Assert.Equal(Enumerable.Range(0, 4096), asked);

        // All alike, so 144/12 each.
        Assert.All(split.Contributions, contribution => Assert.Equal(12, contribution, 1e-12));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShapleyWaterfall.Of(13, _ => 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShapleyWaterfall.Of(0, _ => 0));
    }

    [Fact]
    public void Paired_replications_give_each_factor_an_interval_of_its_own()
    {
        // Replication r: effects 1 + r and 2, and the noise of the replication, which is the same in every subset and cancels.
        double[] noise = [5, -40, 12, 3];
        IReadOnlyList<double> Values(int set) => [.. noise.Select((n, r) => n + ((set & 1) * (1 + r)) + (2 * (set >> 1)))];
        ShapleyWaterfall split = ShapleyWaterfall.OfReplications(2, Values);

        Assert.Equal(2.5, split.Contributions[0], 1e-12);
        Assert.Equal(2, split.Contributions[1], 1e-12);
        Interval first = split.Intervals!.Value[0];

        // 1, 2, 3, 4: mean 2.5, s² = 5/3, t(3) = 3.182446.
        Assert.Equal(2.5, first.Mean, 1e-12);
        Assert.Equal(3.182446 * Math.Sqrt(5.0 / 12), first.HalfWidth, 1e-6);
        Assert.Equal(0, split.Intervals.Value[1].HalfWidth, 1e-12);
        Assert.Equal(-5, split.None, 1e-12);
        Assert.Equal(split.Total, split.Contributions[0] + split.Contributions[1]);
    }

    [Fact]
    public void Contradictory_values_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ShapleyWaterfall.OfReplications(2, set => set == 2 ? [1.0, 2] : [1.0]));
        Assert.StartsWith("values(2): found 2 replications; expected 1", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => ShapleyWaterfall.OfReplications(2, _ => []));
        Assert.StartsWith("values(0): found 0 replications; expected 1", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => ShapleyWaterfall.Of(2, set => set == 3 ? double.NaN : 1));
        Assert.StartsWith("values(3)[0]: found NaN;", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ShapleyWaterfall.OfReplications(1, _ => [1.0], 0));
    }
}
