using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class LeastServersTests
{
    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(0.1, 0.8)]
    [InlineData(0.5, 0.95)]
    [InlineData(2, 0.99)]
    public void For_each_load_the_number_keeps_waits_short_enough_and_one_fewer_does_not(double time, double share)
    {
        for (int load = 1; load <= 200; load++)
        {
            ErlangC queue = LeastServers.ForWaitAtMost(load / 3.0, 3, 3 * time, share);
            Assert.True(WaitAtMost(queue.Servers, load, time) >= share, $"Load {load}: {queue.Servers} servers are too few.");
            Assert.True(queue.Servers - 1 <= load || WaitAtMost(queue.Servers - 1, load, time) < share, $"Load {load}: {queue.Servers} servers are too many.");
            Assert.True(queue.Servers > load);
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(3)]
    public void For_each_load_the_number_keeps_the_mean_wait_short_enough_and_one_fewer_does_not(double meanWait)
    {
        for (int load = 1; load <= 200; load++)
        {
            ErlangC queue = LeastServers.ForMeanWait(load / 3.0, 3, 3 * meanWait);
            Assert.True(MeanWait(queue.Servers, load) <= meanWait, $"Load {load}: {queue.Servers} servers are too few.");
            Assert.True(queue.Servers - 1 <= load || MeanWait(queue.Servers - 1, load) > meanWait, $"Load {load}: {queue.Servers} servers are too many.");
        }
    }

    [Fact]
    public void The_answer_is_the_system_with_that_many_servers()
    {
        // M/M/1 at ρ = ½ waits 1 on average: just enough, and 1.01 times as many arrivals are too many.
        ErlangC queue = LeastServers.ForMeanWait(0.5, 1, 1);
        Assert.Equal((1, 1.0), (queue.Servers, queue.MeanWait));
        Assert.Equal(2, LeastServers.ForMeanWait(0.505, 1, 1).Servers);

        // The published call centre: 55 agents reach 84.6 % within 15 seconds, so 84 % take 55 at most.
        queue = LeastServers.ForWaitAtMost(0.2, 240, 15, 0.84);
        Assert.Equal(55, queue.Servers);
        Assert.Equal(new ErlangC(55, 0.2, 240).WaitProbability, queue.WaitProbability, 1e-15);
    }

    [Fact]
    public void Targets_that_no_number_meets_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LeastServers.ForMeanWait(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LeastServers.ForWaitAtMost(1, 1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LeastServers.ForWaitAtMost(1, 1, -1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => LeastServers.ForWaitAtMost(0, 1, 1, 0.5));
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => LeastServers.ForMeanWait(1e9, 1, 1));
        Assert.StartsWith("arrivalRate × meanService: found 1000000000; expected a load above 0, at most 100000000.", error.Message, StringComparison.Ordinal);
    }

    // By the chain of the number in the system, with a mean service of 1: P(wait > t) is the chance that an arrival that finds n ≥ c there sees fewer than
    // n − c + 1 services end by t, which are Poisson of rate c.
    private static double WaitAtMost(int servers, double load, double time)
    {
        double[] states = QueueTheory.NumberInSystem(servers, load, 1);
        double beyond = 0;
        double chance = Math.Exp(-servers * time);
        double below = 0;
        for (int ahead = 0; servers + ahead < states.Length; ahead++)
        {
            below += chance;
            chance *= servers * time / (ahead + 1);
            beyond += states[servers + ahead] * below;
        }

        return 1 - beyond;
    }

    private static double MeanWait(int servers, double load)
    {
        double[] states = QueueTheory.NumberInSystem(servers, load, 1);
        return states.Skip(servers).Select((chance, waiting) => chance * waiting).Sum() / load;
    }
}
