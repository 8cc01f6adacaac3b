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
        Message(() => queue.Set(8, double.NaN), "value: found NaN; expected a finite number.");
        Assert.Equal((1.0, 2.5), (queue.Value, queue.Integral(10)));
    }

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
}
