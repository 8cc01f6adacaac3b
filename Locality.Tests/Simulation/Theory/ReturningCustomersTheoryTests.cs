using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Cases of which a share comes back some time after it was closed.</summary>
public sealed class ReturningCustomersTheoryTests(ITestOutputHelper output)
{
    private const int Slots = 4;
    private const double FirstRate = 0.105;
    private const double ReturnShare = 0.3;
    private const double MeanService = 17;
    private const double MeanGap = 60;
    private const double BatchDays = 450_000;
    private const int Batches = 40;

    /// <summary>The stream of returns is not Poisson, yet the queue is as if it were (Jackson, 1957).</summary>
    [Fact]
    public void Returns_raise_the_rate_by_one_over_the_share_that_stays_away_and_the_queue_with_it()
    {
        const double TotalRate = FirstRate / (1 - ReturnShare);
        double[] rates = new double[Batches];
        double[] waits = new double[Batches];

        for (int batch = 0; batch < Batches; batch++)
        {
            (rates[batch], waits[batch]) = Run(new RandomStreams(601, (uint)batch), TotalRate);
        }

        TheoryCheck.Inside(output, "Returns, total rate", TotalRate, rates);
        TheoryCheck.Inside(output, "Returns, mean wait", QueueTheory.MeanWait(Slots, TotalRate, MeanService), waits);
    }

    private static (double Rate, double MeanWait) Run(RandomStreams streams, double totalRate)
    {
        Simulator simulator = new();
        Resource slots = new(simulator, Slots);
        Tally waits = new();
        RandomStream random = streams.Stream(new Purpose(1, "all"));
        long visits = 0;
        int present = new CategoricalDistribution(QueueTheory.NumberInSystem(Slots, totalRate, MeanService)).Sample(ref random);
        for (int index = 0; index < present; index++)
        {
            simulator.Start(Case(isAway: false, isCounted: false));
        }

        int away = new PoissonDistribution(totalRate * ReturnShare * MeanGap).Sample(ref random);
        for (int index = 0; index < away; index++)
        {
            simulator.Start(Case(isAway: true, isCounted: true));
        }

        simulator.Start(Arrive());
        simulator.Run(BatchDays);
        return (visits / BatchDays, waits.Mean!.Value);

        async Process Arrive()
        {
            while (true)
            {
                await simulator.Delay(random.NextExponential() / FirstRate);
                simulator.Start(Case(isAway: false, isCounted: true));
            }
        }

        async Process Case(bool isAway, bool isCounted)
        {
            if (isAway)
            {
                await simulator.Delay(MeanGap * random.NextExponential());
            }

            do
            {
                visits += isCounted ? 1 : 0;
                double arrival = simulator.Now;
                using (await slots.Acquire())
                {
                    if (isCounted)
                    {
                        waits.Add(simulator.Now - arrival);
                    }

                    await simulator.Delay(MeanService * random.NextExponential());
                }

                isCounted = true;
                if (random.NextUniform() >= ReturnShare)
                {
                    return;
                }

                await simulator.Delay(MeanGap * random.NextExponential());
            }
            while (true);
        }
    }
}
