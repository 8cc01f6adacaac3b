using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class WakingOrderTests
{
    private const int ChainLength = 100_000;
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public WakingOrderTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Woken_processes_run_after_their_waker_suspends_in_the_order_of_waking_before_the_next_calendar_event()
    {
        Signal signal = new(simulator);
        simulator.Start(Wait("first"));
        simulator.Start(Wait("second"));
        simulator.Start(Wake());
        simulator.Schedule(new ActionEvent(simulator, () => trace.Note("calendar event")), 1);

        simulator.Run();

        trace.ShouldBe((1, "fires"), (1, "has fired"), (1, "first"), (1, "second"), (1, "calendar event"), (2, "later"));

        async Process Wait(string name)
        {
            await signal.Wait();
            trace.Note(name);
        }

        async Process Wake()
        {
            await simulator.Delay(1);
            trace.Note("fires");
            signal.Fire();
            trace.Note("has fired");
            await simulator.Delay(1);
            trace.Note("later");
        }
    }

    [Fact]
    public void Processes_woken_by_a_woken_process_join_the_end_of_the_row()
    {
        Signal[] signals = [new(simulator), new(simulator)];
        simulator.Start(Wait("a", 0));
        simulator.Start(Wait("b", 0));
        simulator.Start(Wait("c", 1));
        simulator.Schedule(new ActionEvent(simulator, signals[0].Fire), 1);

        simulator.Run();

        trace.ShouldBe((1, "a"), (1, "b"), (1, "c"));

        async Process Wait(string name, int signal)
        {
            await signals[signal].Wait();
            trace.Note(name);
            signals[1].Fire();
        }
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_holders_at_one_instant_keeps_the_stack_flat()
    {
        Resource resource = new(simulator, 1);
        int served = 0;
        simulator.Start(Hold(1));
        for (int index = 0; index < ChainLength; index++)
        {
            simulator.Start(Hold(null));
        }

        simulator.Run();

        Assert.Equal(ChainLength + 1, served);
        Assert.Equal(1, simulator.Now);
        Assert.Equal(0, resource.InUse);

        async Process Hold(double? time)
        {
            using Lease lease = await resource.Acquire();
            if (time is { } duration)
            {
                await simulator.Delay(duration);
            }

            served++;
        }
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_signals_at_one_instant_keeps_the_stack_flat()
    {
        Signal[] signals = new Signal[ChainLength + 1];
        for (int index = 0; index < signals.Length; index++)
        {
            signals[index] = new Signal(simulator);
        }

        int last = -1;
        for (int index = 0; index < ChainLength; index++)
        {
            simulator.Start(PassOn(index));
        }

        signals[0].Fire();
        simulator.Run();

        Assert.Equal(ChainLength - 1, last);

        async Process PassOn(int index)
        {
            await signals[index].Wait();
            last = index;
            signals[index + 1].Fire();
        }
    }
}
