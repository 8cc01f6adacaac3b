using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class EventHandlerTests
{
    [Fact]
    public void Events_reach_the_handler_by_time_then_priority_then_schedule_order()
    {
        Simulator simulator = new();
        List<string> log = [];
        simulator.Schedule(2, kind: 1, entity: 10);
        simulator.Schedule(1, kind: 2, entity: 11);
        simulator.Schedule(2, kind: 3, entity: 12, priority: -1);
        simulator.Schedule(2, kind: 1, entity: 13);
        Log handler = new(simulator, log);

        simulator.Run(ref handler);

        Assert.Equal(["1: 2 of 11", "2: 3 of 12", "2: 1 of 10", "2: 1 of 13"], log);
        Assert.Equal(4, simulator.EventCount);
    }

    [Fact]
    public void Handlers_and_processes_share_one_order()
    {
        Simulator simulator = new();
        List<string> log = [];
        simulator.Schedule(1, kind: 0, entity: 0);
        simulator.Start(Wait());
        simulator.Schedule(1, kind: 0, entity: 1);
        Log handler = new(simulator, log);

        simulator.Run(ref handler, until: 4);

        Assert.Equal(["1: 0 of 0", "1: process", "1: 0 of 1"], log);
        Assert.Equal(4, simulator.Now);

        async Process Wait()
        {
            await simulator.Delay(1);
            log.Add($"{simulator.Now}: process");
        }
    }

    [Fact]
    public void A_timer_that_is_moved_or_cancelled_comes_at_its_last_time_or_never()
    {
        Simulator simulator = new();
        List<string> log = [];
        EntityTimers patience = new(simulator, kind: 5);
        EntityTimers other = new(simulator, kind: 6);
        patience.Set(0, 1);
        patience.Set(1, 1);
        patience.Set(200, 3);
        other.Set(1, 2);
        patience.Set(0, 4);
        patience.Cancel(1);
        patience.Cancel(1);
        patience.Cancel(9999);
        Assert.True(patience.IsSet(0));
        Assert.False(patience.IsSet(1));
        Assert.Equal(3, simulator.PendingCount);
        Log handler = new(simulator, log);

        simulator.Run(ref handler);

        Assert.Equal(["2: 6 of 1", "3: 5 of 200", "4: 5 of 0"], log);
        Assert.False(patience.IsSet(0));
        Assert.Equal(0, simulator.PendingCount);
        Assert.Equal(3, simulator.EventCount);
    }

    [Fact]
    public void Many_cancelled_timers_are_swept_out()
    {
        Simulator simulator = new();
        List<string> log = [];
        EntityTimers timers = new(simulator, kind: 1);
        for (int round = 0; round < 1000; round++)
        {
            for (int entity = 0; entity < 10; entity++)
            {
                timers.Set(entity, 1000 - round + (entity * 0.01));
            }
        }

        Assert.Equal(10, simulator.PendingCount);
        Log handler = new(simulator, log);
        simulator.Run(ref handler);

        Assert.Equal(10, log.Count);
        Assert.Equal("1: 1 of 0", log[0]);
    }

    [Fact]
    public void A_run_without_a_handler_refuses_an_event_that_needs_one()
    {
        Simulator simulator = new();
        simulator.Schedule(1, kind: 0, entity: 0);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => simulator.Run());

        Assert.Equal("An event was scheduled by kind and entity, but the run has no handler for it: call Run(ref handler).", error.Message);
    }

    [Fact]
    public void A_negative_kind_or_entity_or_delay_is_refused()
    {
        Simulator simulator = new();
        EntityTimers timers = new(simulator, 0);

        Assert.StartsWith("Expected a kind of zero or more.", Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Schedule(1, -1, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new EntityTimers(simulator, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => timers.Set(-1, 1));
        Assert.StartsWith("Expected a finite length of time", Assert.Throws<ArgumentOutOfRangeException>(() => timers.Set(0, double.NaN)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Expected a priority", Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Schedule(1, 0, 0, 128)).Message, StringComparison.Ordinal);
        Assert.Equal(0, simulator.PendingCount);
    }

    private readonly struct Log(Simulator simulator, List<string> log) : IEventHandler
    {
        public void Handle(int kind, int entity) => log.Add($"{simulator.Now}: {kind} of {entity}");
    }
}
