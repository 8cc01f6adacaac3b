using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>
/// The (s, S) inventory of the user's guide of SSJ (L'Ecuyer; programs and outputs in SSJ's src/main/docs/examples/tutorial, Inventory and
/// InventoryCRN). Each day a Poisson demand of mean 100 is sold at 2 as far as stock goes, the rest is lost; what is left costs 0.1 each; if it is below s an
/// order up to S is placed, which arrives by morning with probability 0.95 and then costs 10 and 1 for each item. The stock starts at S.
/// </summary>
public sealed class InventoryExampleTests(ITestOutputHelper output)
{
    private const double MeanDemand = 100;
    private const double Price = 2;
    private const double HoldingCost = 0.1;
    private const double OrderCost = 10;
    private const double ItemCost = 1;
    private const double Arrives = 0.95;

    // As printed: 500 runs of 2,000 days, profit a day.
    private const double PublishedMean = 84.961;
    private const double PublishedSd = 0.324;
    private const int PublishedRuns = 500;

    private static readonly Purpose s_demand = new(1, "demand");
    private static readonly Purpose s_order = new(2, "order");

    [Fact]
    public void The_published_run_gives_its_report()
    {
        Mrg32k3aStreams streams = new();
        RandomStream demand = streams.Next().ToRandomStream();
        RandomStream order = streams.Next().ToRandomStream();
        Tally profits = new();
        for (int run = 0; run < PublishedRuns; run++)
        {
            profits.Add(Plain(2000, 80, 200, ref demand, ref order));
        }

        Assert.Equal(("83.969", "85.753", "84.961", "0.324"), Text(profits));
        Interval interval = Confidence.Mean(profits, 0.9);
        Assert.Equal(("84.938", "84.985"), (Text(interval.Lower), Text(interval.Upper)));
    }

    [Fact]
    public void The_published_run_with_common_random_numbers_gives_its_report()
    {
        Mrg32k3aStreams streams = new();
        Mrg32k3a demands = streams.Next();
        Mrg32k3a orders = streams.Next();
        Tally differences = new();
        for (int run = 0; run < 5000; run++)
        {
            double first = PlainFrom(198);
            double second = PlainFrom(200);
            differences.Add(second - first);
            demands.ResetNextSubstream();
            orders.ResetNextSubstream();
        }

        Assert.Equal(("-1.297", "2.124", "0.315", "0.352"), Text(differences));
        Interval interval = Confidence.Mean(differences, 0.9);
        Assert.Equal(("0.307", "0.324"), (Text(interval.Lower), Text(interval.Upper)));

        double PlainFrom(int upTo)
        {
            RandomStream demand = demands.ToRandomStream();
            RandomStream order = orders.ToRandomStream();
            return Plain(200, 80, upTo, ref demand, ref order);
        }
    }

    [Fact]
    public void The_exact_profit_lies_in_the_published_intervals()
    {
        double profit = Exact(2000, 80, 200);
        double difference = Exact(200, 80, 200) - Exact(200, 80, 198);
        double longDifference = Exact(2000, 80, 200) - Exact(2000, 80, 198);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Exact: {profit:F4} a day over 2,000 days, differences {difference:F4} over 200 and {longDifference:F4} over 2,000"));

        TheoryCheck.Rounds(84.98, profit, 2);
        TheoryCheck.Rounds(0.312, longDifference, 3);

        // 99 % of the published means: 84.961 ± 2.586 × 0.324/√500 and 0.315 ± 2.577 × 0.352/√5000.
        Assert.Equal(PublishedMean, profit, 2.586 * PublishedSd / Math.Sqrt(PublishedRuns));
        Assert.Equal(0.315, difference, 2.577 * 0.352 / Math.Sqrt(5000));
    }

    [Fact]
    public void Our_engine_s_profit_and_difference_hold_the_exact_and_the_published_ones()
    {
        const int Runs = 100;
        (double At198, double At200)[] runs = ReplicationRunner.Run(
            Runs,
            2,
            (replication, _) => (OnTheEngine(replication, 80, 198), OnTheEngine(replication, 80, 200)),
            cancellationToken: TestContext.Current.CancellationToken);

        double[] profits = [.. runs.Select(run => run.At200)];
        TheoryCheck.Inside(output, "Profit a day", Exact(2000, 80, 200), profits);
        Interval profit = Confidence.Mean(profits, 0.99);
        double published = 2.586 * PublishedSd / Math.Sqrt(PublishedRuns);
        Assert.Equal(PublishedMean, profit.Mean, Math.Sqrt((profit.HalfWidth * profit.HalfWidth) + (published * published)));

        double[] apart = [.. runs.Select(run => run.At198)];
        PairedDifference difference = PairedDifference.Of(apart, profits, 0.99);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Difference of (80, 200) and (80, 198): {difference.Mean.Mean:F4}, 99 % interval {difference.Mean.Lower:F4} to {difference.Mean.Upper:F4}"));
        Assert.True(difference.Mean.Contains(Exact(2000, 80, 200) - Exact(2000, 80, 198)));
        Assert.True(difference.Mean.HalfWidth < 0.05);

        // Common random numbers take out nearly all of the noise: less than a tenth of the sum of the variances is left.
        Assert.True(difference.Variance < 0.1 * (Variance(apart) + Variance(profits)));
    }

    /// <summary>A day of profit: sales less holding, and the stock in the evening.</summary>
    private static (double Profit, int Evening) Day(int stock, int demand)
    {
        int evening = Math.Max(0, stock - demand);
        return ((Price * (stock - evening)) - (HoldingCost * evening), evening);
    }

    private static double Plain(int days, int below, int upTo, ref RandomStream demand, ref RandomStream order)
    {
        PoissonDistribution distribution = new(MeanDemand);
        int stock = upTo;
        double sum = 0;
        for (int day = 0; day < days; day++)
        {
            (double profit, stock) = Day(stock, distribution.Sample(ref demand));
            sum += profit;
            if (stock < below && order.NextUniform() < Arrives)
            {
                sum -= OrderCost + (ItemCost * (upTo - stock));
                stock = upTo;
            }
        }

        return sum / days;
    }

    /// <summary>The same with days and deliveries as events; each day has draws of its own, so that policies meet the same chances.</summary>
    private static double OnTheEngine(int replication, int below, int upTo)
    {
        const int Days = 2000;
        RandomStreams streams = new(20260104, (uint)replication);
        PoissonDistribution distribution = new(MeanDemand);
        Simulator simulator = new();
        int stock = upTo;
        double sum = 0;
        simulator.Start(Trade());
        simulator.Run(Days);
        return sum / Days;

        async Process Trade()
        {
            for (uint day = 0; day < Days; day++)
            {
                await simulator.Delay(0.5);
                RandomStream demand = streams.Stream(s_demand, entity: day);
                RandomStream order = streams.Stream(s_order, entity: day);
                (double profit, stock) = Day(stock, distribution.Sample(ref demand));
                sum += profit;
                if (stock < below)
                {
                    simulator.Start(Order(order.NextUniform() < Arrives));
                }

                await simulator.Delay(0.5);
            }
        }

        async Process Order(bool arrives)
        {
            await simulator.Delay(0.25);
            if (arrives)
            {
                sum -= OrderCost + (ItemCost * (upTo - stock));
                stock = upTo;
            }
        }
    }

    /// <summary>The expected profit a day over the first days, from the chain of the stock in the morning.</summary>
    private static double Exact(int days, int below, int upTo)
    {
        double[] demand = new double[upTo + 1];
        demand[0] = Math.Exp(-MeanDemand);
        for (int k = 1; k <= upTo; k++)
        {
            demand[k] = demand[k - 1] * MeanDemand / k;
        }

        // For each stock: the chances of what is left, and the mean profit of the day.
        double[][] left = new double[upTo + 1][];
        double[] profit = new double[upTo + 1];
        for (int stock = 0; stock <= upTo; stock++)
        {
            left[stock] = new double[stock + 1];
            for (int evening = 1; evening <= stock; evening++)
            {
                left[stock][evening] = demand[stock - evening];
            }

            left[stock][0] = 1 - left[stock].Sum();
            for (int evening = 0; evening <= stock; evening++)
            {
                double ordered = evening < below ? Arrives * (OrderCost + (ItemCost * (upTo - evening))) : 0;
                profit[stock] += left[stock][evening] * ((Price * (stock - evening)) - (HoldingCost * evening) - ordered);
            }
        }

        double[] chances = new double[upTo + 1];
        chances[upTo] = 1;
        double sum = 0;
        for (int day = 0; day < days; day++)
        {
            double[] next = new double[upTo + 1];
            for (int stock = 0; stock <= upTo; stock++)
            {
                sum += chances[stock] * profit[stock];
                for (int evening = 0; evening <= stock; evening++)
                {
                    double chance = chances[stock] * left[stock][evening];
                    double arrives = evening < below ? Arrives * chance : 0;
                    next[upTo] += arrives;
                    next[evening] += chance - arrives;
                }
            }

            chances = next;
        }

        return sum / days;
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    private static (string Min, string Max, string Mean, string Sd) Text(Tally tally) =>
        (Text(tally.Min!.Value), Text(tally.Max!.Value), Text(tally.Mean!.Value), Text(tally.StandardDeviation!.Value));

    private static string Text(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
