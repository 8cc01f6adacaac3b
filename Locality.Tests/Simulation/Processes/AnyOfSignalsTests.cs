using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AnyOfSignalsTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public AnyOfSignalsTests() => trace = new EventTrace(simulator);

    [Fact]
    public void The_first_of_two_signals_ends_the_wait_for_both()
    {
        Signal news = new(simulator);
        Signal alarm = new(simulator);
        simulator.Start(Wait());
        FireAt(alarm, 3);
        FireAt(news, 4);

        simulator.Run(3);
        Assert.Equal((0, 0), (news.WaitingCount, alarm.WaitingCount));
        simulator.Run();

        trace.ShouldBe((3, "first 1"));

        async Process Wait() => trace.Note($"first {await simulator.WhenAny(news, alarm)}");
    }

    [Fact]
    public void A_limit_that_comes_first_yields_nothing_and_leaves_the_signals()
    {
        Signal news = new(simulator);
        Signal alarm = new(simulator);
        simulator.Start(Wait());
        FireAt(news, 6);

        simulator.Run();

        trace.ShouldBe((4, "first none"), (6, "first 0"));
        Assert.Equal((0, 0), (news.WaitingCount, alarm.WaitingCount));

        async Process Wait()
        {
            for (int round = 0; round < 2; round++)
            {
                int? first = await simulator.WhenAnyWithin(4, news, alarm);
                trace.Note($"first {first?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
            }
        }
    }

    [Fact]
    public void A_limit_that_came_too_late_does_not_end_the_next_wait()
    {
        Signal news = new(simulator);
        simulator.Start(Wait());
        FireAt(news, 1);

        simulator.Run();

        trace.ShouldBe((1, "first 0"));
        Assert.Equal(1, simulator.Now);
        Assert.Equal(1, news.WaitingCount);

        async Process Wait()
        {
            trace.Note($"first {await simulator.WhenAnyWithin(4, news, new Signal(simulator))}");
            await news.Wait();
            trace.Note("never");
        }
    }

    [Fact]
    public void A_signal_at_the_very_limit_still_counts_in_whatever_order_they_were_scheduled()
    {
        Signal news = new(simulator);
        simulator.Start(Wait("scheduled before the signal"));
        FireAt(news, 4);
        simulator.Start(Wait("scheduled after the signal"));

        simulator.Run();

        trace.ShouldBe((4, "scheduled before the signal: True"), (4, "scheduled after the signal: True"));

        async Process Wait(string name) => trace.Note($"{name}: {await simulator.WhenAnyWithin(4, news) is not null}");
    }

    [Fact]
    public void The_same_signal_twice_wakes_once()
    {
        Signal news = new(simulator);
        simulator.Start(Wait());
        FireAt(news, 1);
        FireAt(news, 2);

        simulator.Run();

        trace.ShouldBe((1, "first 0"), (2, "both"));

        async Process Wait()
        {
            trace.Note($"first {await simulator.WhenAny(news, news)}");
            await simulator.WhenAll(news, news);
            trace.Note("both");
        }
    }

    [Fact]
    public void A_process_and_a_signal_may_be_mixed_and_those_waiting_for_a_signal_keep_their_order()
    {
        Signal closing = new(simulator);
        simulator.Start(Listen("before"));
        simulator.Start(Wait());
        simulator.Start(Listen("after"));
        FireAt(closing, 3);

        simulator.Run();

        trace.ShouldBe((3, "before"), (3, "first 1"), (3, "after"), (5, "work"));

        async Process Listen(string name)
        {
            await closing.Wait();
            trace.Note(name);
        }

        async Process Wait() => trace.Note($"first {await simulator.WhenAny(Work("work", 5), closing)}");
    }

    [Fact]
    public void One_who_is_interrupted_leaves_all()
    {
        Signal news = new(simulator);
        Process work = Work("work", 5);
        Process waiting = Wait();
        simulator.Start(waiting);
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Interrupt(waiting)), 2);

        simulator.Run();

        trace.ShouldBe((2, "interrupted"), (5, "work"), (5, "awaited"));
        Assert.Equal(0, news.WaitingCount);

        async Process Wait()
        {
            try
            {
                await simulator.WhenAny(work, news);
            }
            catch (InterruptedException)
            {
                trace.Note("interrupted");
            }

            await work;
            trace.Note("awaited");
        }
    }

    private void FireAt(Signal signal, double time) => simulator.Schedule(new ActionEvent(simulator, signal.Fire), time);

    private async Process Work(string name, double time)
    {
        await simulator.Delay(time);
        trace.Note(name);
    }
}
