using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Columns in bins.</summary>
public sealed class ColumnBinsTests
{
    [Fact]
    public void Few_values_have_a_bin_each_and_missing_ones_a_code_of_their_own()
    {
        double[] values = [3, 1, double.NaN, 7, 3, 1];
        ColumnBins bins = ColumnBins.Of(values, 255);
        Assert.Equal([2, 5], bins.Thresholds);
        Assert.Equal([1, 0, 3, 2, 1, 0], bins.Codes(values));
        Assert.Equal([0, 0, 1, 1, 2, 2], bins.Codes([-9, 2, 2.1, 5, 5.1, 9]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(255)]
    public void Many_values_have_about_equally_full_bins(int most)
    {
        double[] values = [.. Enumerable.Range(0, 10_007).Select(row => (double)(row * 5003 % 10_007))];
        ColumnBins bins = ColumnBins.Of(values, most);
        Assert.Equal(most, bins.Bins);
        int[] counts = new int[most];
        foreach (byte code in bins.Codes(values))
        {
            counts[code]++;
        }

        Assert.All(counts, count => Assert.InRange(count, (10_007 / most) - 2, (10_007 / most) + 2));
    }

    [Fact]
    public void A_frequent_value_is_by_itself()
    {
        // Six in ten are zero; the bins below and above it are left for the others.
        double[] values = [.. Enumerable.Range(0, 10_000).Select(row => row % 10 < 6 ? 0.0 : row - 4937)];
        ColumnBins bins = ColumnBins.Of(values, 100);
        byte[] codes = bins.Codes(values);
        byte zero = codes[0];
        Assert.All(codes.Zip(values), pair => Assert.Equal(pair.Second == 0, pair.First == zero));
        Assert.InRange(bins.Bins, 95, 100);
    }

    [Fact]
    public void Neighbouring_numbers_and_the_ends_of_the_range_are_told_apart()
    {
        double next = Math.BitIncrement(1.0);
        Assert.Equal([0, 1], ColumnBins.Of([1, next], 255).Codes([1, next]));
        double after = Math.BitIncrement(next);

        // Half way between these two is rounded to the larger.
        Assert.Equal([0, 1], ColumnBins.Of([next, after], 255).Codes([next, after]));
        Assert.Equal([0, 1], ColumnBins.Of([-double.MaxValue, double.MaxValue], 255).Codes([-double.MaxValue, double.MaxValue]));
        Assert.Equal(1, ColumnBins.Of([double.NaN, double.NaN], 255).Bins);
    }
}
