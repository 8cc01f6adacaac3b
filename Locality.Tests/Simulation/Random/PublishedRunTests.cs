using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>
/// Runs published with their output, run again: the examples QueueEv, QueueObs and QueueLindley of the user's guide of SSJ
/// (L'Ecuyer and Buist, "Simulation in Java with SSJ", Winter Simulation Conference 2005; outputs in SSJ's src/main/docs/examples/tutorial,
/// files *.res). One arrival a time unit, service at rate 2; the first stream for the gaps, the second for the services.
/// </summary>
public sealed class PublishedRunTests
{
    [Fact]
    public void QueueEv_gives_its_published_report()
    {
        Mrg32k3aStreams streams = new();
        RandomStream gaps = streams.Next().ToRandomStream();
        RandomStream lengths = streams.Next().ToRandomStream();
        ExponentialDistribution gap = new(1);
        ExponentialDistribution length = new(0.5);
        Simulator simulator = new();
        Resource server = new(simulator, capacity: 1);
        Tally waits = new();
        simulator.Start(Arrive());
        simulator.Run(1000);

        Assert.Equal(1037, waits.Count);
        Assert.Equal("0.000", Text(waits.Min!.Value));
        Assert.Equal("6.262", Text(waits.Max!.Value));
        Assert.Equal("0.495", Text(waits.Mean!.Value));
        Assert.Equal("0.697", Text(waits.Variance!.Value));
        Assert.Equal("0.835", Text(waits.StandardDeviation!.Value));
        Assert.Equal(0, server.QueueLengthOverTime.Min);
        Assert.Equal(10, server.QueueLengthOverTime.Max);
        Assert.Equal("0.513", Text(server.QueueLengthOverTime.Mean(1000)));

        async Process Arrive()
        {
            while (true)
            {
                await simulator.Delay(gap.Sample(ref gaps));
                simulator.Start(Visit(length.Sample(ref lengths)));
            }
        }

        async Process Visit(double service)
        {
            double arrival = simulator.Now;
            using Lease lease = await server.Acquire();
            waits.Add(simulator.Now - arrival);
            await simulator.Delay(service);
        }
    }

    [Fact]
    public void QueueObs_gives_its_published_waits_to_fifteen_digits()
    {
        // Every fifth customer of two runs of a hundred; those who did not wait are left out.
        (int Customer, double Wait)[] first =
        [
            (5, 0.7326681134344923), (10, 0.5885316645668064), (15, 1.043252136439675), (25, 1.1931739005489084), (30, 0.46021574329744774),
            (50, 0.252307672226395), (55, 0.07427782294905083), (60, 0.5994090559375538), (85, 0.007945837364173702), (100, 0.5757258813866157),
        ];
        (int Customer, double Wait)[] second = [(20, 0.3735196841043573), (25, 0.7395881102279829), (75, 0.0031920235804928088), (100, 0.6060216943922617)];
        Mrg32k3aStreams streams = new();
        Mrg32k3a gaps = streams.Next();
        Mrg32k3a lengths = streams.Next();
        Tally means = new();
        foreach ((int Customer, double Wait)[] published in new[] { first, second })
        {
            List<(int Customer, double Wait)> found = [];
            Tally waits = new();
            double wait = 0;
            waits.Add(wait);
            for (int customer = 2; customer <= 100; customer++)
            {
                wait = Math.Max(0, wait + ((lengths.NextExponential() / 2) - gaps.NextExponential()));
                waits.Add(wait);
                if (customer % 5 == 0 && wait > 0)
                {
                    found.Add((customer, wait));
                }
            }

            // The platform's log1p that the published run used may differ from ours in the last place.
            Assert.Equal(published.Select(pair => pair.Customer), found.Select(pair => pair.Customer));
            Assert.All(published.Zip(found), pair => Assert.Equal(pair.First.Wait, pair.Second.Wait, 5e-16));
            means.Add(waits.Mean!.Value);
        }

        Assert.Equal("0.200", Text(means.Min!.Value));
        Assert.Equal("0.405", Text(means.Max!.Value));
        Assert.Equal("0.303", Text(means.Mean!.Value));
        Assert.Equal("0.145", Text(means.StandardDeviation!.Value));
    }

    [Fact]
    public void QueueLindley_gives_its_published_report()
    {
        Mrg32k3aStreams streams = new();
        Mrg32k3a gaps = streams.Next();
        Mrg32k3a lengths = streams.Next();
        Tally means = new();
        for (int run = 0; run < 100; run++)
        {
            double wait = 0;
            double sum = 0;
            for (int customer = 2; customer <= 10_000; customer++)
            {
                wait = Math.Max(0, wait + ((lengths.NextExponential() / 2) - gaps.NextExponential()));
                sum += wait;
            }

            means.Add(sum / 10_000);
        }

        Assert.Equal("0.428", Text(means.Min!.Value));
        Assert.Equal("0.591", Text(means.Max!.Value));
        Assert.Equal("0.506", Text(means.Mean!.Value));
        Assert.Equal("0.027", Text(means.StandardDeviation!.Value));
        Assert.Equal("7.5E-4", means.Variance!.Value.ToString("0.0E-0", CultureInfo.InvariantCulture));
    }

    private static string Text(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
