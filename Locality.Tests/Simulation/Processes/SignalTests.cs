using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class SignalTests
{
    private readonly Simulator simulator = new();
    private readonly Signal signal;
    private readonly EventTrace trace;

    public SignalTests()
    {
        signal = new Signal(simulator);
        trace = new EventTrace(simulator);
    }

    [Fact]
    public void A_signal_wakes_those_who_wait_and_not_those_who_come_later()
    {
        simulator.Start(Wait("early", 0, null));
        simulator.Start(Wait("late", 2, null));
        FireAt(1);

        simulator.Run();

        trace.ShouldBe((1, "early: signal"));
        Assert.Equal(1, signal.WaitingCount);
    }

    [Fact]
    public void The_time_out_comes_if_the_signal_does_not()
    {
        simulator.Start(Wait("impatient", 0, 3));
        simulator.Start(Wait("patient", 0, 5));
        FireAt(4);

        simulator.Run();

        trace.ShouldBe((3, "impatient: time-out"), (4, "patient: signal"));
        Assert.Equal(0, signal.WaitingCount);
        Assert.Equal(4, simulator.Now);
    }

    [Fact]
    public void A_signal_at_the_very_time_out_still_counts_in_whatever_order_they_were_scheduled()
    {
        simulator.Start(Wait("scheduled before the signal", 0, 3));
        FireAt(3);
        simulator.Start(Wait("scheduled after the signal", 0, 3));

        simulator.Run();

        trace.ShouldBe((3, "scheduled before the signal: signal"), (3, "scheduled after the signal: signal"));
    }

    [Fact]
    public void Those_behind_one_who_left_keep_their_order()
    {
        simulator.Start(Wait("a", 0, null));
        simulator.Start(Wait("b", 0, 1));
        simulator.Start(Wait("c", 0, null));
        simulator.Start(Wait("d", 0, 1));
        simulator.Start(Wait("e", 0, null));
        FireAt(2);

        simulator.Run();

        trace.ShouldBe((1, "b: time-out"), (1, "d: time-out"), (2, "a: signal"), (2, "c: signal"), (2, "e: signal"));
    }

    [Fact]
    public void One_who_waits_again_when_woken_waits_for_the_next_signal()
    {
        simulator.Start(WaitTwice());
        FireAt(1);
        FireAt(4);

        simulator.Run();

        trace.ShouldBe((1, "once"), (4, "twice"));

        async Process WaitTwice()
        {
            await signal.Wait();
            trace.Note("once");
            await signal.Wait();
            trace.Note("twice");
        }
    }

    [Fact]
    public void A_time_out_that_is_not_a_finite_length_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => signal.Wait(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => signal.Wait(double.PositiveInfinity));
    }

    [Fact]
    public void One_firing_wakes_the_one_who_has_waited_longest()
    {
        simulator.Start(Wait("left", 0, 1));
        simulator.Start(Wait("a", 0, null));
        simulator.Start(Wait("b", 0, null));
        FireOneAt(2);
        FireOneAt(3);
        FireOneAt(4);

        simulator.Run();

        trace.ShouldBe((1, "left: time-out"), (2, "a: signal"), (2, "one of 2"), (3, "b: signal"), (3, "one of 1"), (4, "nobody"));

        void FireOneAt(double time) => simulator.Start(FireOne(time));

        async Process FireOne(double time)
        {
            await simulator.Delay(time);
            int waiting = signal.WaitingCount;
            string what = signal.FireOne() ? $"one of {waiting}" : "nobody";
            await simulator.Delay(0);
            trace.Note(what);
        }
    }

    [Fact]
    public void Many_who_come_and_leave_are_woken_in_the_order_of_coming()
    {
        List<int> woken = [];
        for (int index = 0; index < 1000; index++)
        {
            simulator.Start(Come(index));
        }

        simulator.Schedule(new ActionEvent(simulator, () => Assert.True(signal.FireOne())), 1500);
        FireAt(2000);

        simulator.Run();

        // Two in three leave while others have come behind them.
        Assert.Equal(Enumerable.Range(0, 334).Select(index => 3 * index), woken);
        Assert.Equal(0, signal.WaitingCount);

        async Process Come(int index)
        {
            await simulator.Delay(index);
            if (await signal.Wait(index % 3 == 0 ? null : 10.5))
            {
                woken.Add(index);
            }
        }
    }

    private void FireAt(double time) => simulator.Schedule(new ActionEvent(simulator, signal.Fire), time);

    private async Process Wait(string name, double start, double? timeout)
    {
        if (start > 0)
        {
            await simulator.Delay(start);
        }

        trace.Note(await signal.Wait(timeout) ? $"{name}: signal" : $"{name}: time-out");
    }
}
