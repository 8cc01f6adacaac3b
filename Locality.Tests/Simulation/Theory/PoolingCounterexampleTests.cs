using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Pooling may lengthen waits where cases are unlike. Source: Smith and Whitt, Bell System Technical Journal 60(1), 1981.</summary>
public sealed class PoolingCounterexampleTests(ITestOutputHelper output)
{
    private const int SlotsAClass = 5;
    private const double ShortMean = 30;
    private const double LongMean = 400;
    private const double ShortRate = 0.85 * SlotsAClass / ShortMean;
    private const double LongRate = 0.85 * SlotsAClass / LongMean;
    private const double WarmUpDays = 50_000;
    private const double BatchDays = 2_500_000;
    private const int Batches = 40;

    [Fact]
    public void Cases_of_30_and_400_days_wait_48_7_days_apart_and_64_4_pooled()
    {
        double apart = ((ShortRate * QueueTheory.MeanWait(SlotsAClass, ShortRate, ShortMean)) + (LongRate * QueueTheory.MeanWait(SlotsAClass, LongRate, LongMean)))
            / (ShortRate + LongRate);
        double pooled = QueueTheory.MeanWaitOfTwoClasses(2 * SlotsAClass, ShortRate, ShortMean, LongRate, LongMean);
        TheoryCheck.Rounds(48.7, apart, 1);
        TheoryCheck.Rounds(64.4, pooled, 1);
        output.WriteLine(FormattableString.Invariant($"Apart {apart:F3}, pooled {pooled:F3} days, both exact."));
        double[] apartMeans = new double[Batches];
        double[] pooledMeans = new double[Batches];

        for (int batch = 0; batch < Batches; batch++)
        {
            (apartMeans[batch], pooledMeans[batch]) = Run(new RandomStreams(701, (uint)batch));
        }

        Interval difference = PairedDifference.Of(apartMeans, pooledMeans, 0.99).Mean;
        output.WriteLine(FormattableString.Invariant($"Pooled less apart: {difference.Mean:F2}, 99 % interval {difference.Lower:F2} to {difference.Upper:F2} days."));
        TheoryCheck.Inside(output, "Mean wait, apart", apart, apartMeans, level: 0.95);
        TheoryCheck.Inside(output, "Mean wait, pooled", pooled, TheoryCheck.Controlled(pooledMeans, apartMeans, apart));
        Assert.True(difference.Lower > 0);
        Assert.True(difference.Contains(pooled - apart));
    }

    [Fact]
    public void The_exact_solution_for_two_classes_is_that_of_erlang_where_they_are_alike() =>
        Assert.Equal(QueueTheory.MeanWait(10, 0.5, 17), QueueTheory.MeanWaitOfTwoClasses(10, 0.2, 17, 0.3, 17), 9);

    private static (double Apart, double Pooled) Run(RandomStreams streams)
    {
        Simulator simulator = new();
        Resource pool = new(simulator, 2 * SlotsAClass);
        Tally apart = new();
        Tally pooled = new();
        for (uint index = 0; index < 2; index++)
        {
            simulator.Start(Arrive(index == 0 ? ShortRate : LongRate, index == 0 ? ShortMean : LongMean, index));
        }

        simulator.Run(BatchDays);
        return (apart.Mean!.Value, pooled.Mean!.Value);

        async Process Arrive(double rate, double mean, uint index)
        {
            Resource slots = new(simulator, SlotsAClass);
            RandomStream arrivals = streams.Stream(new Purpose(1, "arrivals"), index);
            RandomStream services = streams.Stream(new Purpose(2, "services"), index);
            while (true)
            {
                await simulator.Delay(arrivals.NextExponential() / rate);
                double duration = mean * services.NextExponential();
                simulator.Start(Visit(slots, duration, apart));
                simulator.Start(Visit(pool, duration, pooled));
            }
        }

        async Process Visit(Resource slots, double duration, Tally waits)
        {
            double arrival = simulator.Now;
            using Lease lease = await slots.Acquire();
            if (arrival > WarmUpDays)
            {
                waits.Add(simulator.Now - arrival);
            }

            await simulator.Delay(duration);
        }
    }
}
