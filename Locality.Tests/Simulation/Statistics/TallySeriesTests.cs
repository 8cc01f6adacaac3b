using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class TallySeriesTests
{
    [Fact]
    public void Observations_fall_into_the_bin_of_their_time()
    {
        TallySeries series = new(binWidth: 10);
        series.Add(0, 1);
        series.Add(9.5, 3);
        series.Add(10, 100);
        series.Add(35, 7);
        Assert.Equal((4, 35.0), (series.Bins, series.EndTime));
        WindowedTally first = series.Bin(0);
        Assert.Equal((0.0, 10.0, 10.0, 2L, 4.0, 2.0, 2.0), (first.From, first.To, first.Exposure, first.Observations.Count, first.Observations.Sum, first.Observations.Mean, first.Observations.Variance));
        Assert.Equal(0.2, first.Rate);
        Assert.Equal(100, series.Bin(1).Observations.Mean);
        Assert.Equal((0L, null, 0.0), (series.Bin(2).Observations.Count, series.Bin(2).Observations.Mean, series.Bin(2).Rate));
        Assert.Equal((30.0, 35.0, 5.0), (series.Bin(3).From, series.Bin(3).To, series.Bin(3).Exposure));
        series.AdvanceTo(40);
        Assert.Equal(0.1, series.Bin(3).Rate);
    }

    [Fact]
    public void An_observation_at_the_very_end_lies_in_a_bin_of_no_time()
    {
        TallySeries series = new(10);
        series.AdvanceTo(20);
        Assert.Equal(2, series.Bins);
        series.Add(20, 5);
        Assert.Equal((3, 1L, null), (series.Bins, series.Bin(2).Observations.Count, series.Bin(2).Rate));
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0, 1.0 / 49)]
    [InlineData(1000.1, 0.3)]
    [InlineData(-1e6, 0.7)]
    public void A_bound_belongs_to_the_bin_that_it_starts_however_it_rounds(double start, double width)
    {
        TallySeries series = new(width, start);
        for (int bin = 1; bin < 1000; bin++)
        {
            series.Add(start + (bin * width), bin);
            series.Add(Math.BitDecrement(start + (bin * width)), bin - 1);
        }

        for (int bin = 0; bin < series.Bins; bin++)
        {
            Assert.Equal((bin, bin), (series.Bin(bin).Observations.Min, series.Bin(bin).Observations.Max));
        }
    }

    [Fact]
    public void Windows_side_by_side_add_up_to_the_whole()
    {
        TallySeries series = Random(1, 5000, 128);
        Tally added = new();
        double exposure = 0;
        double[] bounds = [0, 3, 17.2, 17.3, 100, 400, 1e6];
        for (int i = 1; i < bounds.Length; i++)
        {
            if (series.Window(bounds[i - 1], bounds[i]) is { } window)
            {
                added.Merge(window.Observations);
                exposure += window.Exposure;
                Assert.InRange(window.From, bounds[i - 1], bounds[i - 1] + series.BinWidth);
            }
        }

        Tally whole = series.Window(0, 1e6)!.Observations;
        Close(whole, added);
        Assert.Equal(5000, whole.Count);
        Assert.Equal(series.EndTime, exposure, 1e-9);
    }

    [Fact]
    public void A_window_in_which_no_bin_starts_is_null()
    {
        TallySeries series = new(10);
        Assert.Null(series.Window(0, 100));
        series.Add(25, 1);
        Assert.Null(series.Window(1, 10));
        Assert.Null(series.Window(30, 100));
        Assert.Null(series.Window(20, 20));
        Assert.Equal(1, series.Window(20, 21)!.Observations.Count);
    }

    [Fact]
    public void A_series_that_has_doubled_equals_one_made_wide()
    {
        TallySeries narrow = Random(0.3, 3000, 64);
        TallySeries wide = Random(narrow.BinWidth, 3000, 64);
        Assert.True(narrow.BinWidth > 0.3 * 8);
        Assert.Equal((wide.Bins, wide.EndTime), (narrow.Bins, narrow.EndTime));
        Assert.InRange(narrow.Bins, 32, 64);
        for (int bin = 0; bin < wide.Bins; bin++)
        {
            Assert.Equal((wide.BinStart(bin), wide.Exposure(bin)), (narrow.BinStart(bin), narrow.Exposure(bin)));
            Close(wide.Bin(bin).Observations, narrow.Bin(bin).Observations);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void The_number_of_bins_stays_bounded_however_long_the_run(int most)
    {
        TallySeries series = new(1, maximumBins: most);
        for (int power = 0; power < 300; power++)
        {
            series.Add(Math.ScaleB(1, power), power);
            Assert.InRange(series.Bins, 1, most);
        }

        Assert.Equal(300, series.Window(0, double.MaxValue)!.Observations.Count);
    }

    [Fact]
    public void Merging_equals_having_seen_both()
    {
        TallySeries merged = new(1, maximumBins: 64);
        TallySeries direct = new(1, maximumBins: 64);
        for (int part = 0; part < 4; part++)
        {
            TallySeries one = new(1, maximumBins: 64);
            RandomStream random = Streams.Any((uint)(730 + part));
            double time = 0;
            for (int i = 0; i < 300 * part; i++)
            {
                time += random.NextExponential();
                double value = 1000 + random.NextNormal();
                one.Add(time, value);
                direct.Add(time, value);
            }

            merged.Merge(one);
        }

        Assert.Equal((direct.Bins, direct.BinWidth, 16.0), (merged.Bins, merged.BinWidth, merged.BinWidth));
        for (int bin = 0; bin < merged.Bins; bin++)
        {
            Close(direct.Bin(bin).Observations, merged.Bin(bin).Observations);
        }

        // The first bin was watched by the three that lasted; the fourth lasted no time.
        Assert.Equal(3 * 16, merged.Exposure(0), 1e-12);
        Assert.Equal(direct.EndTime, merged.Window(0, 1e6)!.To);
    }

    [Fact]
    public void A_reset_series_is_as_a_fresh_one()
    {
        TallySeries used = Random(1, 1000, 16);
        double start = used.EndTime + 3;
        used.ResetAt(start);
        TallySeries fresh = new(1, start, 16);
        Assert.Equal((0, 1.0, start), (used.Bins, used.BinWidth, used.StartTime));
        Assert.Null(used.Window(start, start + 1));
        foreach (TallySeries series in (TallySeries[])[used, fresh])
        {
            series.Add(start + 2.5, 9);
            series.Add(start + 0.5, 4);
        }

        Assert.Equal(fresh.Bins, used.Bins);
        for (int bin = 0; bin < fresh.Bins; bin++)
        {
            Assert.Equal((fresh.Bin(bin).Rate, fresh.Bin(bin).Observations.Mean), (used.Bin(bin).Rate, used.Bin(bin).Observations.Mean));
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        TallySeries series = new(10, startTime: 5);
        Message(() => series.Add(4, 1), "time: found 4; expected a finite number, 5 or more.");
        Message(() => series.Add(double.NaN, 1), "time: found NaN; expected");
        Message(() => series.Add(6, double.NaN), "value: found NaN; expected a finite number.");
        Assert.Equal(0, series.Bins);
        Message(() => series.Bin(0), "bin: found 0; expected a whole number from 0 to -1.");
        Message(() => series.Window(7, 6), "to: found 6; expected a finite number, 7 or more.");
        Message(() => _ = new TallySeries(0), "binWidth: found 0; expected a finite number above zero.");
        Assert.Throws<ArgumentOutOfRangeException>(() => new TallySeries(1, 0, 1));
        ArgumentException error = Assert.Throws<ArgumentException>(() => series.Merge(new TallySeries(7, 5)));
        Assert.StartsWith("Merging series: found start 5, width 7, at most 1024 bins; expected 5, 10, 1024, as in this one.", error.Message, StringComparison.Ordinal);
        series.Add(26, 1);
        Message(() => series.ResetAt(25), "time: found 25; expected a finite number, 26 or more.");
    }

    private static TallySeries Random(double width, int count, int most)
    {
        TallySeries series = new(width, maximumBins: most);
        RandomStream random = Streams.Any(720);
        double time = 0;
        for (int i = 0; i < count; i++)
        {
            time += random.NextExponential() * 0.1;
            series.Add(time, 50 + random.NextNormal());
        }

        return series;
    }

    private static void Close(Tally expected, Tally actual)
    {
        Assert.Equal((expected.Count, expected.Min, expected.Max), (actual.Count, actual.Min, actual.Max));
        Assert.Equal(expected.Mean ?? 0, actual.Mean ?? 0, 1e-12 * Math.Abs(expected.Mean ?? 0));
        Assert.Equal(expected.Variance ?? 0, actual.Variance ?? 0, 1e-12 * (1 + ((expected.Mean * expected.Mean) ?? 0)));
    }

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
}
