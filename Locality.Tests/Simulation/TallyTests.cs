using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class TallyTests
{
    [Fact]
    public void Eight_numbers_give_their_moments_and_range()
    {
        Tally tally = Of(2, 4, 4, 4, 5, 5, 7, 9);
        Assert.Equal(8, tally.Count);
        Assert.Equal(5, tally.Mean);
        Assert.Equal(32.0 / 7, tally.Variance!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(32.0 / 7), tally.StandardDeviation!.Value, 1e-14);
        Assert.Equal(2, tally.Min);
        Assert.Equal(9, tally.Max);
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        Tally tally = new();
        Assert.Equal((0L, null, null, null, null, null), (tally.Count, tally.Mean, tally.Variance, tally.StandardDeviation, tally.Min, tally.Max));
        tally.Add(-3);
        Assert.Equal((1L, -3.0, null, null, -3.0, -3.0), (tally.Count, tally.Mean, tally.Variance, tally.StandardDeviation, tally.Min, tally.Max));
    }

    [Fact]
    public void Merging_equals_adding_one_by_one()
    {
        RandomStream random = Streams.Any(700);
        int[] sizes = [0, 1, 2, 17, 1000, 0, 5];
        Tally merged = new();
        Tally direct = new();
        foreach (int size in sizes)
        {
            Tally part = new();
            for (int i = 0; i < size; i++)
            {
                double value = 1000 + random.NextNormal();
                part.Add(value);
                direct.Add(value);
            }

            merged.Merge(part);
        }

        Assert.Equal(direct.Count, merged.Count);
        Assert.Equal(direct.Mean!.Value, merged.Mean!.Value, 1e-11);
        Assert.Equal(direct.Variance!.Value, merged.Variance!.Value, 1e-11);
        Assert.Equal(direct.Min, merged.Min);
        Assert.Equal(direct.Max, merged.Max);
    }

    [Fact]
    public void A_large_offset_does_not_spoil_the_variance()
    {
        Tally tally = Of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
        Assert.Equal(30, tally.Variance!.Value, 1e-6);
    }

    [Fact]
    public void Equal_observations_have_no_variance_at_all()
    {
        Tally tally = Of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        Assert.Equal(0, tally.Variance);
        Assert.Equal(0.1, tally.Mean);
    }

    [Fact]
    public void A_reset_tally_is_as_a_new_one()
    {
        Tally tally = Of(2, 9, -4);
        tally.Reset();
        Assert.Equal((0L, null, null, null, null), (tally.Count, tally.Mean, tally.Variance, tally.Min, tally.Max));
        tally.Add(0.3);
        tally.Add(0.4);
        Tally fresh = Of(0.3, 0.4);
        Assert.Equal((fresh.Mean, fresh.Variance, fresh.Min, fresh.Max), (tally.Mean, tally.Variance, tally.Min, tally.Max));
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        double[] bad = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        foreach (double value in bad)
        {
            Tally tally = Of(1);
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(value));
            Assert.StartsWith(FormattableString.Invariant($"value: found {value}; expected a finite number."), error.Message, StringComparison.Ordinal);
            Assert.Equal(1, tally.Count);
        }
    }

    private static Tally Of(params double[] values)
    {
        Tally tally = new();
        foreach (double value in values)
        {
            tally.Add(value);
        }

        return tally;
    }
}
