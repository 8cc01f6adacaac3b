using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class HolmAdjustmentTests
{
    [Fact]
    public void Values_are_multiplied_by_how_many_are_left_and_never_fall()
    {
        // 0.005 × 4, 0.01 × 3, 0.03 × 2, and 0.04 × 1 raised to what comes before it.
        double[] adjusted = HolmAdjustment.Of([0.01, 0.04, 0.03, 0.005]);
        double[] expected = [0.03, 0.06, 0.06, 0.02];
        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, 15));
    }

    [Fact]
    public void One_value_stays_and_none_exceeds_one()
    {
        Assert.Equal([0.04], HolmAdjustment.Of([0.04]));
        Assert.Equal([1, 1], HolmAdjustment.Of([0.7, 0.9]));
        Assert.Empty(HolmAdjustment.Of([]));
    }

    [Fact]
    public void What_is_no_p_value_is_refused()
    {
        Assert.Contains("pValues[1]", Assert.Throws<ArgumentOutOfRangeException>(() => HolmAdjustment.Of([0.5, 1.5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => HolmAdjustment.Of([double.NaN]));
    }
}
