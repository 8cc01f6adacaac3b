using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Marginal allocation costs no more than any other split, where each queue's cost falls by ever less.</summary>
public sealed class MarginalAllocationTests
{
    [Fact]
    public void No_other_split_of_servers_among_three_queues_waits_less()
    {
        double[] loads = [1.7, 4.2, 0.6];
        foreach (int total in new[] { 9, 11, 15 })
        {
            int[] found = [.. MarginalAllocation.Share(total, [2, 5, 1], Cost)];
            Assert.Equal(total, found.Sum());
            double best = double.PositiveInfinity;
            for (int first = 2; first <= total; first++)
            {
                for (int second = 5; first + second < total; second++)
                {
                    best = Math.Min(best, Cost(0, first) + Cost(1, second) + Cost(2, total - first - second));
                }
            }

            Assert.Equal(best, found.Select((servers, queue) => Cost(queue, servers)).Sum(), 12);
        }

        double Cost(int queue, int servers) => new ErlangC(servers, loads[queue], 1).MeanQueueLength;
    }

    [Fact]
    public void A_queue_that_cannot_do_without_comes_first() =>
        Assert.Equal([1, 4], MarginalAllocation.Share(5, [1, 1], (queue, servers) => queue == 1 && servers < 4 ? double.PositiveInfinity : 10 - servers));

    [Fact]
    public void Of_equal_savings_the_first_queue_gets_the_server() => Assert.Equal([2, 1], MarginalAllocation.Share(3, [1, 1], (_, servers) => 10 - servers));

    [Fact]
    public void What_cannot_be_shared_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MarginalAllocation.Share(3, [], (_, _) => 0));
        Assert.Throws<ArgumentException>(() => MarginalAllocation.Share(3, [-1, 2], (_, _) => 0));
        Assert.Throws<ArgumentException>(() => MarginalAllocation.Share(3, [2, 2], (_, _) => 0));
    }
}
