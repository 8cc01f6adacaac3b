using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class BatchArrivalsTests(ITestOutputHelper output)
{
    private static readonly Purpose s_gaps = new(1, "gaps");
    private static readonly Purpose s_sizes = new(2, "sizes");
    private static readonly Purpose s_services = new(3, "services");

    [Fact]
    public void Members_of_a_batch_share_its_time_and_number()
    {
        RandomStreams streams = new(41, 0);
        RandomStream gaps = streams.Stream(s_gaps);
        RandomStream sizes = streams.Stream(s_sizes);
        RandomStream gapsAgain = gaps;
        RandomStream sizesAgain = sizes;
        PiecewiseConstantRate rate = new([0], [2], end: 50);
        CategoricalDistribution size = new(1, 3, 2, 1);
        BatchArrivals arrivals = new(rate, size);
        PoissonArrivals batches = new(rate);
        List<BatchMember> expected = [];
        for (long batch = 0; batches.Next(gapsAgain.NextExponential()) is { } time; batch++)
        {
            int members = size.Sample(ref sizesAgain);
            expected.AddRange(Enumerable.Range(0, members).Select(index => new BatchMember(time, batch, index, members)));
        }

        List<BatchMember> found = [];
        while (arrivals.Next(ref gaps, ref sizes) is { } member)
        {
            found.Add(member);
        }

        Assert.Equal(expected, found);
        Assert.InRange(expected.Count, 80, 200);

        // One batch in seven has no member, but has its number.
        Assert.True(expected[^1].Batch > expected.Select(member => member.Batch).Distinct().Count());
        Assert.Null(arrivals.Next(ref gaps, ref sizes));
    }

    [Fact]
    public void Arrivals_allocate_nothing()
    {
        RandomStream gaps = Streams.Any(36);
        RandomStream sizes = Streams.Any(37);
        BatchArrivals arrivals = new(new CyclicRate(new PiecewiseLinearRate([0, 1, 3], [1, 5, 0]), 4), new CategoricalDistribution(1, 2, 3));
        Take(1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Take(10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Take(int count)
        {
            for (int i = 0; i < count; i++)
            {
                _ = arrivals.Next(ref gaps, ref sizes);
            }
        }
    }

    [Fact]
    public void The_number_of_members_has_the_mean_and_variance_of_a_compound_poisson_number()
    {
        // E[N] = 10/7 and E[N²] = (3 + 8 + 9)/7 = 20/7; forty batches are expected.
        const int Runs = 8000;
        Tally counts = new();
        PiecewiseConstantRate rate = new([0, 4], [8, 2], end: 8);
        CategoricalDistribution size = new(1, 3, 2, 1);
        RandomStream gaps = Streams.Any(34);
        RandomStream sizes = Streams.Any(35);
        for (int run = 0; run < Runs; run++)
        {
            BatchArrivals arrivals = new(rate, size);
            int count = 0;
            while (arrivals.Next(ref gaps, ref sizes) is not null)
            {
                count++;
            }

            counts.Add(count);
        }

        double margin = 5 * Math.Sqrt(40 * 20.0 / 7 / Runs);
        Assert.InRange(counts.Mean!.Value, (400.0 / 7) - margin, (400.0 / 7) + margin);
        Assert.InRange(counts.Variance!.Value, 0.92 * 800 / 7, 1.08 * 800 / 7);
    }

    [Fact]
    public void Batches_before_one_server_wait_as_theory_says()
    {
        // M^X/M/1 (Gross and Harris, "Fundamentals of Queueing Theory", section 3.1): the number in the system is
        // L = ρ(E[X] + E[X²]) / (2E[X](1 − ρ)), the time in it L/(λE[X]), the wait less than that by a service.
        const double Rate = 0.3;
        const double MeanSize = 1.7;
        const double MeanSquare = 0.5 + 1.2 + 1.8;
        const double Load = Rate * MeanSize;
        double inSystem = Load * (MeanSize + MeanSquare) / (2 * MeanSize * (1 - Load));
        double known = (inSystem / Load) - 1;
        CategoricalDistribution size = new(0, 0.5, 0.3, 0.2);
        double[] waits = new double[40];
        for (int batch = 0; batch < waits.Length; batch++)
        {
            waits[batch] = MeanWait(new RandomStreams(801, (uint)batch), new PiecewiseConstantRate([0], [Rate], end: 40_000), size);
        }

        TheoryCheck.Inside(output, "batches before one server", known, waits);
    }

    private static double MeanWait(RandomStreams streams, ArrivalRate rate, DiscreteDistribution size)
    {
        RandomStream gaps = streams.Stream(s_gaps);
        RandomStream sizes = streams.Stream(s_sizes);
        RandomStream services = streams.Stream(s_services);
        BatchArrivals arrivals = new(rate, size);
        Simulator simulator = new();
        Resource server = new(simulator, capacity: 1);
        Tally waits = new();
        simulator.Start(Arrive());
        simulator.Run(40_000);
        return waits.Mean!.Value;

        async Process Arrive()
        {
            while (arrivals.Next(ref gaps, ref sizes) is { } member)
            {
                await simulator.Delay(member.Time - simulator.Now);
                simulator.Start(Visit(services.NextExponential()));
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
}
