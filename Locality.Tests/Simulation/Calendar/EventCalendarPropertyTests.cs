using FsCheck;
using FsCheck.Fluent;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class EventCalendarPropertyTests
{
    private const int ItemCount = 150;

    [Fact]
    public void Any_schedule_cancel_and_move_gives_the_order_of_a_sorted_list()
    {
        long occurrences = 0;
        Arbitrary<int[]> operations = Arb.From(Gen.Choose(0, (1 << 24) - 1).ArrayOf().Resize(2000), Halves);

        Prop.ForAll(operations, codes =>
        {
            (List<(double, int)> expected, List<int> expectedPending) = RunNaive(codes);
            (List<(double, int)> found, List<int> foundPending) = RunEngine(codes);
            occurrences += found.Count;
            return found.SequenceEqual(expected) && foundPending.SequenceEqual(expectedPending);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260801, 1UL));

        Assert.True(occurrences > 20_000, $"The property saw {occurrences} events only.");
    }

    private static IEnumerable<int[]> Halves(int[] codes)
    {
        for (int length = codes.Length / 2; length > 0; length /= 2)
        {
            for (int start = 0; start + length <= codes.Length; start += length)
            {
                yield return [.. codes[..start], .. codes[(start + length)..]];
            }
        }
    }

    private static (List<(double Time, int Item)> Order, List<int> Pending) RunEngine(int[] codes)
    {
        Simulator simulator = new();
        List<(double, int)> order = [];
        ActionEvent[] items = new ActionEvent[ItemCount];
        for (int index = 0; index < ItemCount; index++)
        {
            int item = index;
            items[index] = new ActionEvent(simulator, () =>
            {
                order.Add((simulator.Now, item));
                React(item, (other, delay, priority) => simulator.Schedule(items[other], delay, priority), other => simulator.Cancel(items[other]));
            });
        }

        List<int> pending = Perform(
            codes,
            (item, delay, priority) => simulator.Schedule(items[item], delay, priority),
            item => simulator.Cancel(items[item]),
            duration => simulator.Run(simulator.Now + duration),
            () => simulator.PendingCount);
        return (order, pending);
    }

    private static (List<(double Time, int Item)> Order, List<int> Pending) RunNaive(int[] codes)
    {
        List<(double, int)> order = [];
        NaiveCalendar? calendar = null;
        calendar = new NaiveCalendar(item =>
        {
            order.Add((calendar!.Now, item));
            React(item, calendar.Schedule, calendar.Cancel);
        });
        List<int> pending = Perform(codes, calendar.Schedule, calendar.Cancel, duration => calendar.Run(calendar.Now + duration), () => calendar.PendingCount);
        return (order, pending);
    }

    /// <summary>Some events move or cancel others, always into the future, so that a run ends.</summary>
    private static void React(int item, Action<int, double, int> schedule, Action<int> cancel)
    {
        if (item % 7 == 0)
        {
            schedule((item + 3) % ItemCount, 1 + (item % 2), (item % 3) - 1);
        }

        if (item % 5 == 0)
        {
            cancel((item + 1) % ItemCount);
        }
    }

    private static List<int> Perform(int[] codes, Action<int, double, int> schedule, Action<int> cancel, Action<double> run, Func<int> pendingCount)
    {
        List<int> pending = [];
        foreach (int code in codes)
        {
            int kind = code % 32;
            int item = code / 32 % ItemCount;
            int delay = code / 32 / ItemCount % 6;
            int priority = (code / 32 / ItemCount / 6 % 3) - 1;
            if (kind < 20)
            {
                schedule(item, delay * 0.5, priority);
            }
            else if (kind < 31)
            {
                cancel(item);
            }
            else
            {
                run(delay * 0.25);
            }

            pending.Add(pendingCount());
        }

        run(10);
        return pending;
    }
}
