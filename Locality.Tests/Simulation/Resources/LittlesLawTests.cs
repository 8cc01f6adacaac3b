using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Little's law on one sample path: the queue length integrated over a window is the sum of the waits within it.</summary>
public sealed class LittlesLawTests
{
    private const double WindowStart = 100;
    private const double WindowEnd = 2000;

    private readonly Simulator simulator = new();
    private readonly Resource resource;
    private readonly Dictionary<int, double> open = [];
    private RandomStream random;
    private double sumOfWaits;
    private double sumOfHolds;
    private int lost;

    public LittlesLawTests() => resource = new Resource(simulator, 2);

    [Theory]
    [InlineData(1, 2.2, null)]
    [InlineData(2, 1.7, null)]
    [InlineData(3, 4.0, 3.0)]
    [InlineData(4, 1.7, 0.5)]
    public void The_integral_of_the_queue_length_is_the_sum_of_the_waits(uint replication, double arrivalRate, double? meanPatience)
    {
        random = new RandomStreams(17, replication).Stream(new Purpose(1, "all"));
        resource.Follow([new CapacityChange(300, 1), new CapacityChange(600, 3), new CapacityChange(1500, 2)]);
        simulator.Start(Arrive(arrivalRate, meanPatience));
        simulator.Run(WindowStart);
        resource.QueueLengthOverTime.ResetAt(WindowStart);
        resource.InUseOverTime.ResetAt(WindowStart);

        simulator.Run(WindowEnd);

        // Those who still wait or hold count up to the end of the window: open holds its start with a minus sign for holders.
        double waits = sumOfWaits + open.Values.Where(start => start >= 0).Sum(start => Clip(start, WindowEnd));
        double holds = sumOfHolds + open.Values.Where(start => start < 0).Sum(start => Clip(-start, WindowEnd));
        Assert.Equal(resource.QueueLength, open.Values.Count(start => start >= 0));
        Assert.Equal(resource.InUse, open.Values.Count(start => start < 0));
        Assert.Equal(meanPatience is not null, lost > 0);
        AssertClose(waits, resource.QueueLengthOverTime.Integral(WindowEnd));
        AssertClose(holds, resource.InUseOverTime.Integral(WindowEnd));
    }

    private static void AssertClose(double expected, double found) =>
        Assert.True(
            expected > 0 && Math.Abs(found - expected) <= 1e-9 * expected,
            FormattableString.Invariant($"Sum over customers {expected:R}, integral over time {found:R}."));

    private static double Clip(double start, double end) => Math.Max(0, Math.Min(end, WindowEnd) - Math.Max(start, WindowStart));

    private async Process Arrive(double rate, double? meanPatience)
    {
        for (int number = 0; ; number++)
        {
            await simulator.Delay(random.NextExponential() / rate);
            simulator.Start(Visit(number, meanPatience * random.NextExponential()));
        }
    }

    private async Process Visit(int number, double? patience)
    {
        double arrival = simulator.Now;
        open[number] = arrival;
        using Lease lease = await resource.Acquire(priority: number % 3, patience);
        sumOfWaits += Clip(arrival, simulator.Now);
        open.Remove(number);
        if (!lease.Granted)
        {
            lost++;
            return;
        }

        double start = simulator.Now;
        open[number] = -start;
        await simulator.Delay(random.NextExponential());
        sumOfHolds += Clip(start, simulator.Now);
        open.Remove(number);
    }
}
