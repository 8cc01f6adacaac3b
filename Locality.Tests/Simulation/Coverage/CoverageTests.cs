using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Of many experiments with a known truth, as many intervals hold it as their level says.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int Replications = 20;

    // Of 1,000 at 95 % one expects 950 with a standard deviation of 6.9: the bounds are nearly three of these on either side.
    private const int Low = 930;
    private const int High = 970;

    private static readonly Purpose s_start = new(1, "number at the start");
    private static readonly Purpose s_gaps = new(2, "gaps");
    private static readonly Purpose s_services = new(3, "services");

    [Fact]
    public void A_short_run_of_the_queue_in_equilibrium_covers_its_mean_wait()
    {
        // 200 experiments at 95 %: 190 ± 3 × 3.1.
        int hits = Count(200, experiment => Confidence.Mean(Means(experiment, 0.5, 2000)).Contains(1));
        Report("M/M/1 at 0.5, 2,000 customers", hits, 200);
        Assert.InRange(hits, 181, 199);
    }

    [Fact]
    [Trait("Needs", "Hours")]
    public void The_queue_at_half_load_covers_its_mean_wait()
    {
        int hits = Count(1000, experiment => Confidence.Mean(Means(experiment, 0.5, 20_000)).Contains(1));
        Report("M/M/1 at 0.5, 20,000 customers", hits, 1000);
        Assert.InRange(hits, Low, High);
    }

    [Fact]
    [Trait("Needs", "Hours")]
    public void The_queue_at_nine_tenths_covers_its_mean_wait_nearly_as_often()
    {
        // Neighbouring waits are alike over hundreds of customers, so the means of replications are still skew and some coverage is lost; the bound says
        // no more than that it is not much. The figure is reported.
        int hits = Count(1000, experiment => Confidence.Mean(Means(experiment, 0.9, 20_000)).Contains(9));
        Report("M/M/1 at 0.9, 20,000 customers", hits, 1000);
        Assert.InRange(hits, 900, High);
    }

    [Fact]
    [Trait("Needs", "Hours")]
    public void The_paired_difference_of_two_queues_covers_the_true_one()
    {
        // Mean waits 1.5 and 1 with the same gaps, stretched, and the same services.
        int hits = Count(1000, experiment => PairedDifference.Of(Means(experiment, 0.5, 20_000), Means(experiment, 0.6, 20_000)).Mean.Contains(0.5));
        Report("Difference of M/M/1 at 0.6 and at 0.5, 20,000 customers", hits, 1000);
        Assert.InRange(hits, Low, High);
    }

    [Fact]
    public void Paired_differences_of_normal_outcomes_cover_the_true_one()
    {
        int hits = Count(1000, experiment =>
        {
            RandomStream random = Streams.Any(3_000_000 + (uint)experiment);
            double[] baseline = new double[10];
            double[] candidate = new double[10];
            for (int i = 0; i < 10; i++)
            {
                double shared = 5 * random.NextNormal();
                baseline[i] = shared + random.NextNormal();
                candidate[i] = shared + 0.7 + random.NextNormal();
            }

            return PairedDifference.Of(baseline, candidate).Mean.Contains(0.7);
        });
        Report("Paired difference of 10", hits, 1000);
        Assert.InRange(hits, Low, High);
    }

    [Fact]
    public void Welch_s_differences_of_unequal_normal_samples_cover_the_true_one()
    {
        int hits = Count(1000, experiment =>
        {
            RandomStream random = Streams.Any(3_100_000 + (uint)experiment);
            double[] baseline = new double[8];
            double[] candidate = new double[15];
            for (int i = 0; i < baseline.Length; i++)
            {
                baseline[i] = 4 * random.NextNormal();
            }

            for (int i = 0; i < candidate.Length; i++)
            {
                candidate[i] = 2 + random.NextNormal();
            }

            return WelchDifference.Of(baseline, candidate).Mean.Contains(2);
        });
        Report("Welch's difference of 8 and 15", hits, 1000);
        Assert.InRange(hits, Low, High);
    }

    [Theory]
    [InlineData(17, 0.5, 5, 13, 0.950958)]
    [InlineData(100, 0.9, 84, 96, 0.955690)]
    [InlineData(400, 0.9, 348, 372, 0.954773)]
    public void Quantiles_are_covered_as_often_as_the_binomial_distribution_says(int count, double share, int lower, int upper, double exact)
    {
        // Of exponential samples; the ranks and their exact coverage, Σ_{r ≤ i < s} C(n, i) p^i (1 − p)^(n − i), were worked out apart from this.
        double truth = -Math.Log(1 - share);
        int hits = Count(1000, experiment =>
        {
            RandomStream random = Streams.Any(3_200_000 + (uint)(count * 1000) + (uint)experiment);
            double[] values = new double[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = random.NextExponential();
            }

            OrderStatistics quantile = OrderStatistics.Quantile(values, share);
            double[] sorted = [.. values.Order()];
            Assert.Equal((sorted[lower - 1], sorted[upper - 1]), (quantile.Lower, quantile.Upper));
            return quantile.Lower <= truth && truth <= quantile.Upper;
        });
        Report(string.Create(CultureInfo.InvariantCulture, $"Quantile {share} of {count}, exactly {exact:P1}"), hits, 1000);
        Assert.InRange(hits, Low, High);
        double spread = 3 * Math.Sqrt(1000 * exact * (1 - exact));
        Assert.InRange(hits, (1000 * exact) - spread, (1000 * exact) + spread);
    }

    /// <summary>Mean waits of replications of M/M/1, mean service 1, from equilibrium, by Lindley's recursion (1952).</summary>
    private static double[] Means(int experiment, double load, int customers)
    {
        double[] means = new double[Replications];
        for (int replication = 0; replication < Replications; replication++)
        {
            RandomStreams streams = new(20260103, (uint)((experiment * Replications) + replication));
            RandomStream start = streams.Stream(s_start);
            RandomStream gaps = streams.Stream(s_gaps);
            RandomStream services = streams.Stream(s_services);

            // An arrival finds a geometric number, whose services, the rest of the first included, are all exponential.
            double wait = 0;
            while (start.NextUniform() < load)
            {
                wait += start.NextExponential();
            }

            double sum = 0;
            double meanGap = 1 / load;
            for (int customer = 0; customer < customers; customer++)
            {
                sum += wait;
                wait = Math.Max(0, wait + services.NextExponential() - (meanGap * gaps.NextExponential()));
            }

            means[replication] = sum / customers;
        }

        return means;
    }

    private static int Count(int experiments, Func<int, bool> covers) =>
        ReplicationRunner.Run(experiments, 2, (experiment, _) => covers(experiment), cancellationToken: TestContext.Current.CancellationToken).Count(hit => hit);

    private void Report(string name, int hits, int experiments) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {hits} of {experiments}"));
}
