using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class AutocorrelationTests
{
    [Fact]
    public void Five_numbers_give_their_correlations()
    {
        // 1 … 5 less their mean: −2 −1 0 1 2. Products at lags 0 to 4: 10, 4, −1, −4, −4.
        double[] values = [1, 2, 3, 4, 5];
        Assert.Equal([1.0, 0.4, -0.1, -0.4, -0.4], Autocorrelation.UpToLag(values, 4)!);
        Assert.Equal(-0.1, Autocorrelation.AtLag(values, 2));
    }

    [Theory]
    [InlineData(0.8, 770)]
    [InlineData(-0.5, 771)]
    [InlineData(0, 772)]
    public void An_autoregression_of_order_one_falls_by_its_factor(double factor, uint entity)
    {
        const int Count = 200_000;
        double[] values = new double[Count];
        RandomStream random = Streams.Any(entity);
        values[0] = random.NextNormal() / Math.Sqrt(1 - (factor * factor));
        for (int i = 1; i < Count; i++)
        {
            values[i] = (factor * values[i - 1]) + random.NextNormal();
        }

        double[] found = Autocorrelation.UpToLag(values, 5)!;
        for (int lag = 0; lag <= 5; lag++)
        {
            // Bartlett's variance of an estimate is under (1 + φ²)/(1 − φ²)/n.
            double error = Math.Sqrt((1 + (factor * factor)) / (1 - (factor * factor)) / Count);
            Assert.Equal(Math.Pow(factor, lag), found[lag], 4 * error);
            Assert.Equal(found[lag], Autocorrelation.AtLag(values, lag));
        }
    }

    [Fact]
    public void Equal_numbers_have_none()
    {
        double[] values = [0.1, 0.1, 0.1];
        Assert.Null(Autocorrelation.AtLag(values, 1));
        Assert.Null(Autocorrelation.UpToLag(values, 2));
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Message(() => Autocorrelation.AtLag([1, 2], 2), "lag: found 2; expected a whole number, zero or more, below the number of observations, 2.");
        Message(() => Autocorrelation.UpToLag([1, 2], -1), "greatestLag: found -1; expected");
        Message(() => Autocorrelation.AtLag([], 0), "lag: found 0; expected");
        Message(() => Autocorrelation.AtLag([1, double.NaN], 1), "values[1]: found NaN; expected a finite number.");
    }

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
}
