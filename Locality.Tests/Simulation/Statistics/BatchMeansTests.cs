using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class BatchMeansTests(ITestOutputHelper output)
{
    [Fact]
    public void Nine_numbers_in_four_batches_come_out_by_hand()
    {
        // The first is left out. Means 2, 4, 8, 6 about 5: squares 9 + 1 + 9 + 1 = 20; differences 4 + 16 + 4 = 24; products 3 − 3 + 3 = 3.
        BatchMeans batches = BatchMeans.Of([100, 1, 3, 3, 5, 7, 9, 6, 6], batches: 4);
        Assert.Equal([2, 4, 8, 6], batches.Means);
        Assert.Equal((2, 1, 5.0), (batches.BatchSize, batches.LeftOut, batches.Mean.Mean));
        Assert.Equal(3.182446305284263 * Math.Sqrt(20.0 / 3 / 4), batches.Mean.HalfWidth, 1e-12);
        Assert.Equal(3.0 / 20, batches.Lag1!.Value, 1e-15);
        Assert.Equal(24.0 / 20, batches.VonNeumannRatio!.Value, 1e-15);
        Assert.Equal(0.4 * Math.Sqrt(15.0 / 2), batches.IndependenceStatistic!.Value, 1e-14);
        Assert.True(batches.LooksIndependent);
    }

    [Fact]
    public void The_check_is_the_lag_one_correlation_with_its_ends_put_right()
    {
        RandomStream random = Streams.Any(780);
        double[] values = [.. Enumerable.Range(0, 25).Select(_ => random.NextNormal())];
        BatchMeans batches = BatchMeans.Of(values, 25);
        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        double ends = (Math.Pow(values[0] - mean, 2) + Math.Pow(values[^1] - mean, 2)) / (2 * squares);
        Assert.Equal((batches.Lag1!.Value + ends) * Math.Sqrt(624.0 / 23), batches.IndependenceStatistic!.Value, 1e-12);
    }

    [Fact]
    public void Short_batches_of_a_slow_series_are_found_out()
    {
        double[] values = new double[4000];
        RandomStream random = Streams.Any(781);
        for (int i = 1; i < values.Length; i++)
        {
            values[i] = (0.99 * values[i - 1]) + random.NextNormal();
        }

        Assert.False(BatchMeans.Of(values, 400).LooksIndependent);
        Assert.True(BatchMeans.Of(values, 5).LooksIndependent);
    }

    [Fact]
    public void Equal_observations_say_nothing_of_independence()
    {
        BatchMeans batches = BatchMeans.Of([2, 2, 2, 2, 2, 2], 3);
        Assert.Equal(new Interval(2, 2, 2), batches.Mean);
        Assert.Equal((null, null, null, null), (batches.Lag1, batches.VonNeumannRatio, batches.IndependenceStatistic, batches.LooksIndependent));
    }

    [Fact]
    public void The_interval_covers_the_mean_wait_of_a_single_server_as_often_as_it_says()
    {
        // One server, load one half, mean service 1: the mean wait is ρ/(1 − ρ) = 1. By Lindley's recursion, after 500 customers.
        const int Runs = 200;
        const int Customers = 10_000;
        int covered = 0;
        int independent = 0;
        Tally halfWidths = new();
        double[] waits = new double[Customers];
        for (uint run = 0; run < Runs; run++)
        {
            RandomStream random = new RandomStreams(20260102, run).Stream(new Purpose(7, "test"));
            double wait = 0;
            for (int i = -500; i < Customers; i++)
            {
                wait = Math.Max(0, wait + random.NextExponential() - (2 * random.NextExponential()));
                waits[Math.Max(0, i)] = wait;
            }

            BatchMeans batches = BatchMeans.Of(waits, 20);
            covered += batches.Mean.Contains(1) ? 1 : 0;
            independent += batches.LooksIndependent is true ? 1 : 0;
            halfWidths.Add(batches.Mean.HalfWidth);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"covered {covered} of {Runs}, half-width {halfWidths.Mean:F4}, found independent {independent}"));
        Assert.InRange(covered, 0.85 * Runs, 0.985 * Runs);
        Assert.InRange(halfWidths.Mean!.Value, 0, 0.15);
        Assert.InRange(independent, 0.8 * Runs, Runs);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => BatchMeans.Of([1, 2, 3], 4));
        Assert.StartsWith("values: found 3 observations; expected 4 or more, one for each batch.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchMeans.Of([1, 2, 3], 2));
        error = Assert.Throws<ArgumentOutOfRangeException>(() => BatchMeans.Of([1, 2, double.NaN], 3));
        Assert.StartsWith("values[2]: found NaN; expected a finite number.", error.Message, StringComparison.Ordinal);
    }
}
