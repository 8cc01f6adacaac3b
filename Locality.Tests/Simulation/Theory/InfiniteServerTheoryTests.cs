using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Cases that never wait, M/G/∞: the number open is Poisson with mean λE[S], whatever the distribution of the service time.</summary>
public sealed class InfiniteServerTheoryTests(ITestOutputHelper output)
{
    private const double MeanService = 10;
    private const double Rate = 0.5;
    private const double MeanOpen = Rate * MeanService;

    /// <summary>So far apart that hardly a case is open at two epochs.</summary>
    private const double DaysBetweenEpochs = 60;
    private const int EpochsABatch = 1400;
    private const int Batches = 40;

    [Fact]
    public void The_number_open_is_poisson_with_exponential_service() =>
        AssertPoisson("exponential", new ExponentialDistribution(MeanService), 301);

    [Fact]
    public void The_number_open_is_poisson_with_lognormal_service() =>
        AssertPoisson("lognormal", LognormalDistribution.FromMeanAndSd(MeanService, 12), 302);

    [Fact]
    public void The_number_open_is_poisson_with_uniform_service() =>
        AssertPoisson("uniform", new UniformDistribution(0, 2 * MeanService), 303);

    private void AssertPoisson(string name, Distribution service, ulong seed)
    {
        double[] means = new double[Batches];
        double[] dispersions = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Tally open = CountOpen(service, new RandomStreams(seed, (uint)batch));
            means[batch] = open.Mean!.Value;
            dispersions[batch] = open.Variance!.Value / MeanOpen;
        }

        TheoryCheck.Inside(output, $"M/G/∞ {name}, mean open", MeanOpen, means);
        TheoryCheck.Inside(output, $"M/G/∞ {name}, variance over mean", 1, dispersions);
    }

    private static Tally CountOpen(Distribution service, RandomStreams streams)
    {
        Simulator simulator = new();
        Tally counts = new();
        RandomStream arrivals = streams.Stream(new Purpose(1, "arrivals"));
        RandomStream services = streams.Stream(new Purpose(2, "services"));
        RandomStream start = streams.Stream(new Purpose(3, "start"));
        int open = 0;

        // In equilibrium those open have been open for a uniform part of a length-biased service time.
        int present = new PoissonDistribution(MeanOpen).Sample(ref start);
        for (int index = 0; index < present; index++)
        {
            simulator.Start(Case(start.NextUniform() * service.SampleLengthBiased(ref start)));
        }

        simulator.Start(Arrive());
        simulator.Start(Count());
        simulator.Run(EpochsABatch * DaysBetweenEpochs);
        return counts;

        async Process Arrive()
        {
            while (true)
            {
                await simulator.Delay(arrivals.NextExponential() / Rate);
                simulator.Start(Case(service.Sample(ref services)));
            }
        }

        async Process Case(double duration)
        {
            open++;
            await simulator.Delay(duration);
            open--;
        }

        async Process Count()
        {
            while (true)
            {
                await simulator.Delay(DaysBetweenEpochs);
                counts.Add(open);
            }
        }
    }
}
