using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ReplicationDeterminismTests
{
    [Fact]
    public void Replications_give_the_same_bits_on_one_thread_and_on_two()
    {
        long[][] one = ReplicationRunner.Run(24, threads: 1, (replication, _) => Replicate(replication), cancellationToken: TestContext.Current.CancellationToken);
        long[][] two = ReplicationRunner.Run(24, threads: 2, (replication, _) => Replicate(replication), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(one, two);
        Assert.Equal(24, one.Select(bits => bits[0]).Distinct().Count());
    }

    private static long[] Replicate(int replication)
    {
        Simulator simulator = new();
        RandomStreams streams = new(801, (uint)replication);
        SlotQueue queue = new(simulator, streams, 0, 16, 1, 17, meanPatience: 60);
        simulator.Run(3000);
        double sum = 0;
        SharedServer.Run(3, 2.25, LognormalDistribution.FromMeanAndSd(1, 2), 1000, streams, (_, time) => sum += time);
        return
        [
            BitConverter.DoubleToInt64Bits(queue.Waits.Mean!.Value),
            BitConverter.DoubleToInt64Bits(queue.Waits.Variance!.Value),
            BitConverter.DoubleToInt64Bits(queue.Slots.QueueLengthOverTime.Mean(3000)),
            BitConverter.DoubleToInt64Bits(sum),
            simulator.EventCount,
        ];
    }
}
