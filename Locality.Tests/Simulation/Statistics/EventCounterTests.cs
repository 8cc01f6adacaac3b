using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class EventCounterTests
{
    [Fact]
    public void Six_arrivals_in_twenty_hours_come_at_their_rates()
    {
        EventCounter arrivals = new(binWidth: 5);
        Assert.Equal((0L, null), (arrivals.Count, arrivals.Rate));
        foreach (double time in (double[])[1, 2, 3, 7, 16])
        {
            arrivals.Add(time);
        }

        arrivals.Add(4, events: 1);
        arrivals.AdvanceTo(20);
        Assert.Equal((6L, 0.3), (arrivals.Count, arrivals.Rate));
        Assert.Equal((4, 0.8, 0.2, 0.0, 0.2), (arrivals.Bins, arrivals.Bin(0).Rate, arrivals.Bin(1).Rate, arrivals.Bin(2).Rate, arrivals.Bin(3).Rate));
        Assert.Equal(new WindowedCount(5, 20, 15, 2), arrivals.Window(5, 20));
        Assert.Null(arrivals.Window(6, 9));
    }

    [Fact]
    public void Windows_add_up_and_bins_stay_bounded()
    {
        EventCounter counter = new(1, maximumBins: 10);
        for (int i = 0; i < 1000; i++)
        {
            counter.Add(i * 0.7);
            Assert.InRange(counter.Bins, 1, 10);
        }

        Assert.Equal(128, counter.BinWidth);
        long sum = 0;
        for (double from = 0; from < 1000; from += 100)
        {
            sum += counter.Window(from, from + 100)?.Count ?? 0;
        }

        Assert.Equal((1000L, 1000L), (sum, counter.Window(0, 1000)!.Value.Count));
        Assert.Equal(1000 / (999 * 0.7), counter.Rate!.Value, 1e-12);
    }

    [Fact]
    public void Merged_replications_share_their_time()
    {
        EventCounter merged = new(5, maximumBins: 4);
        EventCounter first = new(5, maximumBins: 4);
        first.Add(1, 3);
        first.AdvanceTo(10);
        EventCounter longer = new(5, maximumBins: 4);
        longer.Add(1);
        longer.Add(33);
        longer.AdvanceTo(40);
        merged.Merge(first);
        Assert.Equal(0.3, merged.Rate);
        merged.Merge(longer);
        Assert.Equal((5L, 0.1, 10.0, 4), (merged.Count, merged.Rate, merged.BinWidth, merged.Bins));
        Assert.Equal((0.2, 0.0, 0.0, 0.1), (merged.Bin(0).Rate, merged.Bin(1).Rate, merged.Bin(2).Rate, merged.Bin(3).Rate));

        // The other way about: the finer of the two is merged into the coarser.
        longer.Merge(first);
        Assert.Equal((5L, 0.1, 0.2), (longer.Count, longer.Rate, longer.Bin(0).Rate));
        Assert.Equal((3L, 5.0, 2), (first.Count, first.BinWidth, first.Bins));
    }

    [Fact]
    public void A_reset_starts_from_zero_and_from_here()
    {
        EventCounter counter = new(1);
        counter.Add(3);
        counter.ResetAt(10);
        Assert.Equal((0L, 0, null), (counter.Count, counter.Bins, counter.Rate));
        counter.Add(12);
        counter.AdvanceTo(14);
        Assert.Equal((1L, 0.25, 4), (counter.Count, counter.Rate, counter.Bins));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        EventCounter counter = new(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => counter.Add(1, -1));
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => counter.Add(-1));
        Assert.StartsWith("time: found -1; expected a finite number, 0 or more.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, counter.Count);
    }
}
