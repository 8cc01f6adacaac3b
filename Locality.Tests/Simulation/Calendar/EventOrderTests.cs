using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class EventOrderTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public EventOrderTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Events_run_in_the_order_of_time()
    {
        Schedule("third", 3);
        Schedule("first", 1);
        Schedule("second", 2);

        simulator.Run();

        trace.ShouldBe((1, "first"), (2, "second"), (3, "third"));
        Assert.Equal(3, simulator.Now);
        Assert.Equal(3, simulator.EventCount);
        Assert.Equal(0, simulator.PendingCount);
    }

    [Fact]
    public void Ties_run_in_priority_then_schedule_order()
    {
        Schedule("plain, scheduled first", 1);
        Schedule("last of all", 1, priority: 127);
        Schedule("plain, scheduled second", 1);
        Schedule("early", 1, priority: -1);
        Schedule("first of all", 1, priority: -128);

        simulator.Run();

        trace.ShouldBe((1, "first of all"), (1, "early"), (1, "plain, scheduled first"), (1, "plain, scheduled second"), (1, "last of all"));
    }

    [Fact]
    public void An_event_scheduled_at_the_present_time_runs_after_those_that_were_there_before()
    {
        ActionEvent late = new(simulator, () => trace.Note("late"));
        ActionEvent starter = new(simulator, () =>
        {
            trace.Note("starter");
            simulator.Schedule(late, 0);
        });
        simulator.Schedule(starter, 1);
        Schedule("other", 1);

        simulator.Run();

        trace.ShouldBe((1, "starter"), (1, "other"), (1, "late"));
    }

    [Fact]
    public void An_event_of_more_urgent_priority_scheduled_at_the_present_time_runs_next()
    {
        ActionEvent urgent = new(simulator, () => trace.Note("urgent"));
        ActionEvent starter = new(simulator, () => simulator.Schedule(urgent, 0, priority: -5));
        simulator.Schedule(starter, 1);
        Schedule("other", 1);

        simulator.Run();

        trace.ShouldBe((1, "urgent"), (1, "other"));
    }

    [Fact]
    public void A_negative_zero_is_a_zero()
    {
        Schedule("plus", 0.0);
        Schedule("minus", -0.0);

        simulator.Run();

        trace.ShouldBe((0, "plus"), (0, "minus"));
    }

    [Fact]
    public void A_cancelled_event_does_not_happen()
    {
        ActionEvent item = Schedule("cancelled", 1);
        Schedule("kept", 2);
        Assert.True(item.IsPending);
        Assert.Equal(2, simulator.PendingCount);

        simulator.Cancel(item);

        Assert.False(item.IsPending);
        Assert.Equal(1, simulator.PendingCount);
        simulator.Run();
        trace.ShouldBe((2, "kept"));
        Assert.Equal(1, simulator.EventCount);
    }

    [Fact]
    public void Cancelling_twice_or_what_never_stood_in_the_calendar_does_nothing()
    {
        ActionEvent never = new(simulator, () => trace.Note("never"));
        ActionEvent item = Schedule("cancelled", 1);
        Schedule("kept", 2);

        simulator.Cancel(never);
        simulator.Cancel(item);
        simulator.Cancel(item);

        Assert.Equal(1, simulator.PendingCount);
    }

    [Fact]
    public void Cancelled_events_at_the_end_do_not_move_the_time()
    {
        Schedule("kept", 2);
        simulator.Cancel(Schedule("cancelled", 5));

        simulator.Run();

        Assert.Equal(2, simulator.Now);
    }

    [Fact]
    public void An_event_that_is_scheduled_again_moves()
    {
        ActionEvent item = Schedule("moved", 5);
        Schedule("fixed", 3);
        simulator.Schedule(item, 1);

        simulator.Run();

        trace.ShouldBe((1, "moved"), (3, "fixed"));
    }

    [Fact]
    public void An_event_moved_to_its_own_time_goes_behind_its_ties()
    {
        ActionEvent item = Schedule("moved", 1);
        Schedule("other", 1);
        simulator.Schedule(item, 1);

        simulator.Run();

        trace.ShouldBe((1, "other"), (1, "moved"));
    }

    [Fact]
    public void Thousands_of_cancelled_events_are_swept_out_and_the_rest_keep_their_order()
    {
        ActionEvent[] items = new ActionEvent[5000];
        for (int index = 0; index < items.Length; index++)
        {
            items[index] = Schedule($"event {index}", 1 + (index % 7));
        }

        for (int index = 0; index < items.Length; index++)
        {
            if (index % 1000 != 0)
            {
                simulator.Cancel(items[index]);
            }
        }

        Assert.Equal(5, simulator.PendingCount);
        simulator.Run();

        // 1000 % 7 = 6, 2000 % 7 = 5, 3000 % 7 = 4, 4000 % 7 = 3.
        trace.ShouldBe((1, "event 0"), (4, "event 4000"), (5, "event 3000"), (6, "event 2000"), (7, "event 1000"));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_delay_that_is_not_a_finite_length_is_refused(double delay)
    {
        ActionEvent item = new(simulator, () => { });

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Schedule(item, delay));

        Assert.StartsWith("Expected a finite length of time, zero or more.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Delay(delay));
    }

    [Theory]
    [InlineData(-129)]
    [InlineData(128)]
    public void A_priority_out_of_range_is_refused(int priority)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Schedule("never", 1, priority));

        Assert.StartsWith("Expected a priority from -128 to 127.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Delay(1, priority));
    }

    private ActionEvent Schedule(string what, double delay, int priority = 0)
    {
        ActionEvent item = new(simulator, () => trace.Note(what));
        simulator.Schedule(item, delay, priority);
        return item;
    }
}
