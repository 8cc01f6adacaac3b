using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ShiftTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ShiftTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Before_its_first_shift_a_server_takes_no_job()
    {
        ServerPool pool = new(simulator, [Server("a", 1, (5, true), (10, false))]);
        simulator.Start(Job(pool, "a job", 2, 3));
        simulator.Start(Job(pool, "too late", 10, 3));

        simulator.Run(100);

        trace.ShouldBe((8, "a job by a"));
        Assert.Equal(1, pool.QueueLength);
        Assert.Equal(ServerState.OffDuty, pool.Servers[0].State);
        Assert.Equal(5.0, pool.Servers[0].OnDutyOverTime.Integral(100));
        Assert.Equal(0.6, pool.Servers[0].Utilisation(100));
    }

    [Fact]
    public void A_job_is_finished_after_hours_and_no_other_begun()
    {
        ServerPool pool = new(simulator, [Server("a", 1, (4, false), (20, true))]);
        simulator.Start(Job(pool, "first", 0, 6));
        simulator.Start(Job(pool, "second", 1, 1));

        simulator.Run(5);
        Assert.Equal((ServerState.Busy, false), (pool.Servers[0].State, pool.Servers[0].IsOnDuty));
        simulator.Run();

        trace.ShouldBe((6, "first by a"), (21, "second by a"));
        Assert.Equal(7.0, pool.Servers[0].BusyOverTime.Integral(21));
        Assert.Equal(5.0, pool.Servers[0].OnDutyOverTime.Integral(21));
        Assert.Equal(1.4, pool.Servers[0].Utilisation(21));
    }

    [Fact]
    public void A_job_handed_over_goes_on_with_another_server_at_its_place_by_arrival()
    {
        ServerPool pool = new(
            simulator,
            [Server("a", 1, (4, false)), Server("b", 2, (10, true))],
            new ServerPoolOptions { OffShift = OffShiftRule.HandOver });
        simulator.Start(Job(pool, "first", 0, 6));
        simulator.Start(Job(pool, "second", 1, 1));

        simulator.Run();

        trace.ShouldBe((11, "first by b"), (11.5, "second by b"));
    }

    [Fact]
    public void A_job_handed_over_at_the_change_of_two_shifts_goes_on_at_once()
    {
        ServerPool pool = new(
            simulator,
            [Server("b", 2, (4, true)), Server("a", 1, (4, false))],
            new ServerPoolOptions { OffShift = OffShiftRule.HandOver });
        simulator.Start(Job(pool, "first", 0, 6));
        simulator.Start(Job(pool, "second", 1, 1));

        simulator.Run();

        trace.ShouldBe((5, "first by b"), (5.5, "second by b"));
    }

    [Fact]
    public void A_suspended_job_goes_on_with_its_server_at_the_next_shift()
    {
        ServerPool pool = new(
            simulator,
            [Server("a", 1, (4, false), (20, true)), Server("b", 1)],
            new ServerPoolOptions { OffShift = OffShiftRule.Suspend });
        simulator.Start(Job(pool, "first", 0, 6));
        simulator.Start(Job(pool, "second", 0, 1));

        simulator.Run(10);
        Assert.Equal((ServerState.Suspended, 1, 0), (pool.Servers[0].State, pool.JobCount, pool.QueueLength));
        simulator.Run();

        trace.ShouldBe((1, "second by b"), (22, "first by a"));
        Assert.Equal(6.0, pool.Servers[0].BusyOverTime.Integral(22));
    }

    [Theory]
    [InlineData(OffShiftRule.FinishJob)]
    [InlineData(OffShiftRule.HandOver)]
    [InlineData(OffShiftRule.Suspend)]
    public void A_job_that_is_done_at_the_very_end_of_the_shift_is_completed(OffShiftRule rule)
    {
        ServerPool pool = new(simulator, [Server("a", 1, (4, false))], new ServerPoolOptions { OffShift = rule });
        simulator.Start(Job(pool, "just", 0, 4));
        simulator.Start(Job(pool, "next", 1, 4));

        simulator.Run();

        trace.ShouldBe((4, "just by a"));
        Assert.Equal((ServerState.OffDuty, 1), (pool.Servers[0].State, pool.QueueLength));
        Assert.Equal(4, simulator.Now);
    }

    [Fact]
    public void A_change_comes_first_among_the_events_of_its_time()
    {
        ServerPool pool = new(simulator, [Server("a", 1, (4, false), (6, true))]);
        simulator.Start(Job(pool, "at the end", 4, 1));
        simulator.Start(Job(pool, "at the beginning", 6, 1, priority: -1));

        simulator.Run();

        trace.ShouldBe((7, "at the end by a"), (8, "at the beginning by a"));
    }

    [Fact]
    public void A_timetable_with_a_period_comes_again()
    {
        ServerPool pool = new(
            simulator,
            [new Server(simulator, "a", 1, new ShiftTimetable([new(9, true), new(17, false)], period: 24))],
            new ServerPoolOptions { OffShift = OffShiftRule.HandOver });
        simulator.Start(Job(pool, "a job of twenty hours", 10, 20));

        simulator.Run(200);

        // 7 hours on the first day, 8 on the second and 5 on the third.
        trace.ShouldBe((62, "a job of twenty hours by a"));
        Assert.Equal(8.0 * 8, pool.Servers[0].OnDutyOverTime.Integral(192));
    }

    [Fact]
    public void A_server_that_finishes_after_hours_is_not_put_out_until_it_is_on_duty_again()
    {
        ServerPool pool = new(
            simulator,
            [Server("a", 1, (4, false), (8, true))],
            new ServerPoolOptions { Preemption = PreemptionRule.Resume });
        simulator.Start(Job(pool, "plain", 0, 10, priority: 1));
        simulator.Start(Job(pool, "urgent", 5, 1, priority: 0));

        simulator.Run();

        trace.ShouldBe((9, "urgent by a"), (11, "plain by a"));
        Assert.Equal(1, pool.Preemptions);
    }

    [Fact]
    public void A_suspended_job_gives_way_at_the_next_shift_to_a_more_urgent_one()
    {
        ServerPool pool = new(
            simulator,
            [Server("a", 1, (4, false), (8, true))],
            new ServerPoolOptions { Preemption = PreemptionRule.Resume, OffShift = OffShiftRule.Suspend });
        simulator.Start(Job(pool, "plain", 0, 10, priority: 1));
        simulator.Start(Job(pool, "urgent", 5, 1, priority: 0));

        simulator.Run();

        trace.ShouldBe((9, "urgent by a"), (15, "plain by a"));
    }

    [Fact]
    public void A_suspended_job_may_be_interrupted_and_its_server_is_free_at_the_next_shift()
    {
        ServerPool pool = new(simulator, [Server("a", 1, (4, false), (8, true))], new ServerPoolOptions { OffShift = OffShiftRule.Suspend });
        Process suspended = Job(pool, "suspended", 0, 10);
        simulator.Start(suspended);
        simulator.Start(Job(pool, "next", 1, 1));
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Interrupt(suspended)), 6);

        simulator.Run();

        trace.ShouldBe((6, "suspended is interrupted"), (9, "next by a"));
        Assert.Equal(0, pool.JobCount);
    }

    [Fact]
    public void A_vacation_ends_with_the_shift()
    {
        List<double> vacations = [];
        ServerPool pool = new(
            simulator,
            [Server("a", 1, (4, false), (8, true))],
            new ServerPoolOptions
            {
                Vacation = _ =>
                {
                    vacations.Add(simulator.Now);
                    return 3;
                },
            });
        simulator.Start(Job(pool, "a job", 9, 1));

        simulator.Run(13);

        trace.ShouldBe((12, "a job by a"));
        Assert.Equal([0, 3, 8, 12], vacations);
    }

    [Fact]
    public void A_server_is_on_duty_from_the_very_time_of_a_change()
    {
        ShiftTimetable once = new([new(2, true), new(5, false)]);
        Assert.Equal([false, true, true, false, false], Array.ConvertAll((double[])[0, 2, 4.9, 5, 99], once.IsOnDuty));

        ShiftTimetable tenths = new([new(0, true), new(0.05, false)], period: 0.1);
        for (int cycle = 0; cycle < 1000; cycle++)
        {
            Assert.True(tenths.IsOnDuty(cycle * 0.1));
            Assert.False(tenths.IsOnDuty((cycle * 0.1) + 0.05));
            Assert.Equal((cycle * 2) + 1, tenths.FirstAfter(cycle * 0.1));
        }
    }

    [Fact]
    public void A_timetable_that_makes_no_sense_is_refused()
    {
        AssertRefused("Expected at least one change; a server without a timetable is always on duty.", []);
        AssertRefused("changes[1].Time: found 3; expected finite times of zero or more, each later than the one in front of it.", [new(3, true), new(3, false)]);
        AssertRefused("changes[0].Time: found -1; expected finite times of zero or more, each later than the one in front of it.", [new(-1, true)]);
        AssertRefused("changes[1].OnDuty: found True twice in a row; expected changes by turns on and off.", [new(1, true), new(2, true)]);
        AssertRefused("Expected an even number of changes in a timetable with a period: it ends as it began.", [new(1, true)], 24);
        AssertRefused("Expected a finite period, later than the last change.", [new(1, true), new(2, false)], 2);

        static void AssertRefused(string message, ShiftChange[] changes, double? period = null) =>
            Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => new ShiftTimetable(changes, period)).Message, StringComparison.Ordinal);
    }

    private Server Server(string name, double speed, params (double Time, bool OnDuty)[] shifts) => new(
        simulator,
        name,
        speed,
        shifts.Length == 0 ? null : new ShiftTimetable(shifts.Select(shift => new ShiftChange(shift.Time, shift.OnDuty))));

    private async Process Job(ServerPool pool, string name, double arrival, double work, int priority = 0)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            JobOutcome outcome = await pool.Serve(work, priority);
            trace.Note($"{name} by {outcome.Server}");
        }
        catch (InterruptedException)
        {
            trace.Note($"{name} is interrupted");
        }
    }
}
