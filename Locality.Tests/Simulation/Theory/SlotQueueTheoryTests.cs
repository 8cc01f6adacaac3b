using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Cases that take a slot each for 17 days on average: M/M/c, alone and merged.</summary>
public sealed class SlotQueueTheoryTests(ITestOutputHelper output)
{
    private const double MeanService = 17;
    private const int Batches = 40;

    /// <summary>Five separate areas of four slots; two pairs and one alone; all in one.</summary>
    private static readonly int[] Separate = [1, 1, 1, 1, 1];
    private static readonly int[] Merged = [2, 2, 1];
    private static readonly int[] Pooled = [5];

    [Fact]
    public void The_published_waits_are_those_of_erlang()
    {
        TheoryCheck.Rounds(19.53, QueueTheory.MeanWait(4, 0.2, MeanService), 2);
        TheoryCheck.Rounds(8.11, QueueTheory.MeanWait(8, 0.4, MeanService), 2);
        TheoryCheck.Rounds(2.18, QueueTheory.MeanWait(20, 1, MeanService), 2);
        TheoryCheck.Rounds(19.53, KnownWait(Separate), 2);
        TheoryCheck.Rounds(10.40, KnownWait(Merged), 2);
        TheoryCheck.Rounds(2.18, KnownWait(Pooled), 2);
    }

    [Fact]
    public void Five_separate_areas_of_four_slots_wait_19_53_days() => AssertWaits("separate", Separate, yearsABatch: 500, seed: 101);

    [Fact]
    public void Three_merged_areas_wait_10_40_days_and_those_with_eight_slots_8_11() => AssertWaits("three merged", Merged, yearsABatch: 900, seed: 103);

    [Fact]
    public void One_pool_of_twenty_slots_waits_2_18_days() => AssertWaits("one pool", Pooled, yearsABatch: 900, seed: 104);

    private static double KnownWait(int[] areas) =>
        areas.Sum(size => size * QueueTheory.MeanWait(4 * size, 0.2 * size, MeanService)) / areas.Sum();

    private void AssertWaits(string name, int[] areas, int yearsABatch, ulong seed)
    {
        double[] all = new double[Batches];
        double[] first = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(seed, (uint)batch);
            SlotQueue[] queues = [.. areas.Select((size, index) => new SlotQueue(simulator, streams, (uint)index, 4 * size, 0.2 * size, MeanService))];
            simulator.Run(yearsABatch * 365);
            all[batch] = MeanWait(queues);
            first[batch] = MeanWait(queues.Where(queue => queue.Slots.Capacity == 4 * areas[0]));
        }

        TheoryCheck.Inside(output, $"Mean wait, {name}", KnownWait(areas), all);
        TheoryCheck.Inside(output, $"Mean wait, {name}, areas with {4 * areas[0]} slots", KnownWait([areas[0]]), first);
    }

    private static double MeanWait(IEnumerable<SlotQueue> queues)
    {
        Tally waits = new();
        foreach (SlotQueue queue in queues)
        {
            waits.Merge(queue.Waits);
        }

        return waits.Mean!.Value;
    }
}
