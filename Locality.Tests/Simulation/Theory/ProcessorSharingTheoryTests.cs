using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The mean stretch of shared work depends on the mean of the work alone, by Erlang's formula.</summary>
public sealed class ProcessorSharingTheoryTests(ITestOutputHelper output)
{
    private const int Batches = 40;

    /// <summary>Moderate: at 0.7 means of batches are so skewed that Student's interval misses too often on the low side.</summary>
    private const double SingleLoad = 0.6;

    private static readonly Distribution Exponential = new ExponentialDistribution(1);

    /// <summary>Four in five short, one in five long: mean 1, squared coefficient of variation 5.5.</summary>
    private static readonly Distribution Hyperexponential = new MixtureDistribution(
        (0.8, new ExponentialDistribution(0.25)),
        (0.2, new ExponentialDistribution(4)));

    [Fact]
    public void One_worker_with_exponential_work() => AssertStretch(1, SingleLoad, "exponential", Exponential, 50_000, 401);

    [Fact]
    public void One_worker_with_hyperexponential_work() => AssertStretch(1, SingleLoad, "hyperexponential", Hyperexponential, 100_000, 402);

    [Fact]
    public void A_capacity_of_three_with_exponential_work() => AssertStretch(3, 2.25, "exponential", Exponential, 10_000, 403);

    [Fact]
    public void A_capacity_of_three_with_hyperexponential_work() => AssertStretch(3, 2.25, "hyperexponential", Hyperexponential, 20_000, 404);

    [Fact]
    public void A_capacity_of_eight_with_exponential_work() => AssertStretch(8, 6.4, "exponential", Exponential, 3000, 405);

    [Fact]
    public void A_capacity_of_eight_with_hyperexponential_work() => AssertStretch(8, 6.4, "hyperexponential", Hyperexponential, 4000, 406);

    [Fact]
    public void One_worker_stretches_short_and_long_jobs_alike()
    {
        double[] works = [0.2, 1, 5];
        MixtureDistribution service = new(
            (0.6, new DeterministicDistribution(works[0])),
            (0.3, new DeterministicDistribution(works[1])),
            (0.1, new DeterministicDistribution(works[2])));
        double[][] means = [new double[Batches], new double[Batches], new double[Batches]];

        for (int batch = 0; batch < Batches; batch++)
        {
            Tally[] times = [new(), new(), new()];
            SharedServer.Run(1, SingleLoad, service, 40_000, new RandomStreams(407, (uint)batch), (work, time) => times[Array.IndexOf(works, work)].Add(time));
            for (int index = 0; index < works.Length; index++)
            {
                means[index][batch] = times[index].Mean!.Value;
            }
        }

        for (int index = 0; index < works.Length; index++)
        {
            TheoryCheck.Inside(output, FormattableString.Invariant($"M/G/1-PS, mean time of work {works[index]}"), works[index] / (1 - SingleLoad), means[index]);
        }
    }

    private void AssertStretch(int capacity, double load, string name, Distribution service, double horizon, ulong seed)
    {
        double[] stretches = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            double works = 0;
            double times = 0;
            SharedServer.Run(capacity, load, service, horizon, new RandomStreams(seed, (uint)batch), (work, time) =>
            {
                works += work;
                times += time;
            });
            stretches[batch] = times / works;
        }

        TheoryCheck.Inside(output, FormattableString.Invariant($"Stretch, R = {capacity}, a = {load}, {name}"), QueueTheory.Stretch(capacity, load), stretches);
    }
}
