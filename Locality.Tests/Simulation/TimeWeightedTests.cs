using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class TimeWeightedTests
{
    [Fact]
    public void A_queue_of_one_then_three_then_one_averages_by_time()
    {
        // 1 for 2 units, 3 for 3, 1 for 5: integral 16; mean 1.6; mean square 3.4, variance 3.4 − 2.56.
        TimeWeighted queue = new(0, 1);
        queue.Set(2, 3);
        queue.Add(5, -2);
        Assert.Equal(16, queue.Integral(10));
        Assert.Equal(1.6, queue.Mean(10));
        Assert.Equal(0.84, queue.Variance(10), 1e-14);
        Assert.Equal((1.0, 1.0, 3.0), (queue.Value, queue.Min, queue.Max));
    }

    [Fact]
    public void Asking_changes_nothing()
    {
        TimeWeighted queue = new(0, 1);
        queue.Set(2, 3);
        _ = (queue.Mean(100), queue.Variance(100), queue.Integral(100));
        queue.Add(5, -2);
        Assert.Equal(16, queue.Integral(10));
        Assert.Equal(0.84, queue.Variance(10), 1e-14);
    }

    [Fact]
    public void A_reset_keeps_the_value_and_forgets_the_rest()
    {
        TimeWeighted queue = new(10, 7);
        queue.Set(12, 2);
        queue.ResetAt(14);
        Assert.Equal((2.0, 2.0, 2.0), (queue.Value, queue.Min, queue.Max));
        Assert.Equal((2.0, 0.0), (queue.Mean(14), queue.Variance(14)));
        queue.Set(18, 4);
        Assert.Equal(16, queue.Integral(20));
        Assert.Equal(16.0 / 6, queue.Mean(20));
        Assert.Equal(4, queue.Max);
    }

    [Fact]
    public void A_spell_of_no_length_counts_for_the_range_and_not_for_the_mean()
    {
        TimeWeighted queue = new(0, 1);
        queue.Set(4, 9);
        queue.Set(4, 1);
        Assert.Equal((1.0, 9.0, 0.0), (queue.Mean(8), queue.Max, queue.Variance(8)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e9)]
    [InlineData(-1e12)]
    public void A_large_offset_does_not_spoil_the_variance(double offset)
    {
        // The first value held for some time sets the shift, not the start value, which is held for none.
        TimeWeighted level = new(0, 0);
        level.Set(0, offset);
        for (int second = 1; second < 100_000; second++)
        {
            level.Set(second, offset + (second % 2));
        }

        Assert.Equal(offset + 0.5, level.Mean(100_000));
        Assert.Equal(0.25, level.Variance(100_000), 1e-12);
    }

    [Fact]
    public void A_value_that_never_changes_has_no_variance_at_all()
    {
        TimeWeighted level = new(0, 0.1);
        for (int step = 1; step < 1000; step++)
        {
            level.Set(step * 0.1, 0.1);
        }

        Assert.Equal((0.1, 0.0), (level.Mean(100), level.Variance(100)));
    }

    [Fact]
    public void A_level_far_from_the_first_costs_no_more_digits_than_stated()
    {
        // Level 0 for a hundredth of the time, then 1e9 and 1e9 + 1 in turn: relative error under n · 10⁻¹⁶ · (1 + 1/f).
        TimeWeighted level = new(0, 0);
        for (int second = 1; second < 100; second++)
        {
            level.Set(second, 1e9 + (second % 2));
        }

        // 0 once, 1e9 49 times, 1e9 + 1 50 times: mean square less square of mean, in exact decimals.
        decimal mean = ((99m * 1e9m) + 50) / 100;
        decimal square = ((49m * 1e9m * 1e9m) + (50m * 1000000001m * 1000000001m)) / 100;
        double exact = (double)(square - (mean * mean));
        Assert.InRange(Math.Abs(level.Variance(100) - exact) / exact, 0, 100 * 1e-16 * 101);
    }

    [Fact]
    public void A_reset_equals_a_fresh_start()
    {
        TimeWeighted used = new(0, 5);
        used.Set(1, 1e9);
        used.Set(2, 3);
        used.ResetAt(4);
        TimeWeighted fresh = new(4, 3);
        foreach (TimeWeighted level in (TimeWeighted[])[used, fresh])
        {
            level.Set(4, 0.3);
            level.Set(4.7, 0.1);
            level.Set(11, 9);
        }

        Assert.Equal(
            (fresh.Integral(12), fresh.Mean(12), fresh.Variance(12), fresh.Min, fresh.Max),
            (used.Integral(12), used.Mean(12), used.Variance(12), used.Min, used.Max));
    }

    [Fact]
    public void Time_does_not_run_back()
    {
        TimeWeighted queue = new(5, 0);
        Message(() => queue.Set(4, 1), "time: found 4; expected a finite number, 5 or more.");
        queue.Set(7.5, 1);
        Message(() => queue.Add(7, 1), "time: found 7; expected a finite number, 7.5 or more.");
        Message(() => queue.Mean(6), "time: found 6; expected");
        Message(() => queue.ResetAt(6), "time: found 6; expected");
        Message(() => queue.Set(double.NaN, 1), "time: found NaN; expected");
        Message(() => queue.Set(double.PositiveInfinity, 1), "time: found Infinity; expected");
        Message(() => queue.Set(8, double.NaN), "value: found NaN; expected a finite number.");
        Assert.Equal((1.0, 2.5), (queue.Value, queue.Integral(10)));
    }

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
}
