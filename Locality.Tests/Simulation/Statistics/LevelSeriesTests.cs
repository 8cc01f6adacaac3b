using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class LevelSeriesTests
{
    [Fact]
    public void A_level_is_split_at_the_bounds_of_bins()
    {
        // 2 until 5, 7 until 12, 0 until 35: bins of ten hold 10 + 35, 14, 0 and half a bin of 0.
        LevelSeries queue = new(binWidth: 10, startValue: 2);
        queue.Set(5, 7);
        queue.Add(12, -7);
        queue.AdvanceTo(35);
        Assert.Equal((4, 0.0), (queue.Bins, queue.Value));
        Assert.Equal(new WindowedLevel(0, 10, 10, 45, 2, 7), queue.Bin(0));
        Assert.Equal(new WindowedLevel(10, 20, 10, 14, 0, 7), queue.Bin(1));
        Assert.Equal(new WindowedLevel(20, 30, 10, 0, 0, 0), queue.Bin(2));
        Assert.Equal(new WindowedLevel(30, 35, 5, 0, 0, 0), queue.Bin(3));
        Assert.Equal((4.5, 1.4), (queue.Bin(0).Mean, queue.Bin(1).Mean));
        Assert.Equal(new WindowedLevel(0, 20, 20, 59, 0, 7), queue.Window(0, 20));
    }

    [Fact]
    public void A_change_at_a_bound_belongs_to_the_next_bin()
    {
        LevelSeries queue = new(10);
        queue.Set(10, 5);
        Assert.Equal(1, queue.Bins);
        Assert.Equal(0, queue.Bin(0).Integral);
        queue.Set(20, 1);
        queue.Set(20, 9);
        queue.AdvanceTo(20);
        Assert.Equal((2, 50.0, 5.0, 5.0), (queue.Bins, queue.Bin(1).Integral, queue.Bin(1).Min, queue.Bin(1).Max));
    }

    [Fact]
    public void Bins_add_up_to_the_average_of_the_whole_and_stay_bounded()
    {
        RandomStream random = Streams.Any(740);
        LevelSeries series = new(0.25, maximumBins: 50);
        TimeWeighted whole = new();
        double time = 0;
        for (int i = 0; i < 5000; i++)
        {
            time += random.NextExponential();
            double value = random.NextIndex(20);
            series.Set(time, value);
            whole.Set(time, value);
            Assert.InRange(series.Bins, 1, 50);
        }

        double sum = 0;
        for (int bin = 0; bin < series.Bins; bin++)
        {
            sum += series.Bin(bin).Integral;
        }

        Assert.Equal(whole.Integral(time), sum, 1e-12 * sum);
        WindowedLevel all = series.Window(0, time)!.Value;
        Assert.Equal(whole.Mean(time), all.Mean!.Value, 1e-12 * all.Mean.Value);
        Assert.Equal((0.0, time, 0.0, 19.0), (all.From, all.To, all.Min, all.Max));
        double parts = series.Window(0, 1234)!.Value.Integral + series.Window(1234, 2000)!.Value.Integral + series.Window(2000, time)!.Value.Integral;
        Assert.Equal(sum, parts, 1e-12 * sum);
    }

    [Fact]
    public void A_series_that_has_doubled_equals_one_made_wide()
    {
        LevelSeries narrow = new(1, maximumBins: 8);
        LevelSeries wide = new(64, maximumBins: 8);
        foreach (LevelSeries series in (LevelSeries[])[narrow, wide])
        {
            for (int i = 0; i < 100; i++)
            {
                series.Set(i * 3.5, i % 13);
            }

            series.AdvanceTo(500);
        }

        Assert.Equal((64.0, 8), (narrow.BinWidth, narrow.Bins));
        for (int bin = 0; bin < 8; bin++)
        {
            Assert.Equal(wide.Bin(bin), narrow.Bin(bin));
        }
    }

    [Fact]
    public void A_long_silence_costs_no_more_bins_than_allowed()
    {
        LevelSeries series = new(1, startValue: 1, maximumBins: 4);
        series.Set(1e300, 0);
        Assert.InRange(series.Bins, 2, 4);
        Assert.Equal(1, series.Window(0, 1e300)!.Value.Mean!.Value, 1e-12);
    }

    [Fact]
    public void Merged_replications_average_over_the_time_of_both()
    {
        LevelSeries merged = new(10, maximumBins: 4);
        LevelSeries one = new(10, startValue: 2, maximumBins: 4);
        one.AdvanceTo(15);
        LevelSeries other = new(10, startValue: 5, maximumBins: 4);
        other.AdvanceTo(60);
        merged.Merge(one);
        merged.Merge(other);
        Assert.Equal(20, merged.BinWidth);
        Assert.Equal(new WindowedLevel(0, 20, 35, 130, 2, 5), merged.Bin(0));
        Assert.Equal(5, merged.Bin(2).Mean);
        other.Merge(one);
        Assert.Equal(merged.Bin(0), other.Bin(0));
    }

    [Fact]
    public void A_reset_keeps_the_value_and_forgets_the_rest()
    {
        LevelSeries used = new(1, maximumBins: 4);
        used.Set(30, 3);
        used.ResetAt(40);
        LevelSeries fresh = new(1, 40, 3, 4);
        Assert.Equal((0, 1.0, 3.0), (used.Bins, used.BinWidth, used.Value));
        used.Set(42.5, 0);
        fresh.Set(42.5, 0);
        used.AdvanceTo(44);
        fresh.AdvanceTo(44);
        Assert.Equal(4, used.Bins);
        for (int bin = 0; bin < 4; bin++)
        {
            Assert.Equal(fresh.Bin(bin), used.Bin(bin));
        }
    }

    [Fact]
    public void A_reset_after_a_silence_forgets_that_too()
    {
        LevelSeries series = new(10, startValue: 4);
        series.ResetAt(25);
        series.AdvanceTo(30);
        Assert.Equal(new WindowedLevel(25, 30, 5, 20, 4, 4), series.Bin(0));
    }

    [Fact]
    public void Time_does_not_run_back()
    {
        LevelSeries series = new(1);
        series.Set(5, 1);
        Message(() => series.Set(4, 1), "time: found 4; expected a finite number, 5 or more.");
        Message(() => series.Add(double.NaN, 1), "time: found NaN; expected");
        Message(() => series.Set(6, double.PositiveInfinity), "value: found Infinity; expected a finite number.");
        series.AdvanceTo(3);
        Assert.Equal((5.0, 1.0), (series.EndTime, series.Value));
    }

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
}
