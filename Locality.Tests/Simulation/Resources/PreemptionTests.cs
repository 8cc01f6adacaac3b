using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class PreemptionTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public PreemptionTests() => trace = new EventTrace(simulator);

    [Theory]
    [InlineData(PreemptionRule.None, 10, 11)]
    [InlineData(PreemptionRule.Resume, 11, 5)]
    [InlineData(PreemptionRule.Restart, 15, 5)]
    public void A_job_put_out_needs_what_was_left_or_all_of_its_work(PreemptionRule rule, double plainEnd, double urgentEnd)
    {
        ServerPool pool = Pool(rule);
        simulator.Start(Job(pool, "plain", 0, 10, priority: 1));
        simulator.Start(Job(pool, "urgent", 4, 1, priority: 0));

        simulator.Run();

        (double, string)[] expected = [(plainEnd, "plain Completed, 0 left"), (urgentEnd, "urgent Completed, 0 left")];
        trace.ShouldBe([.. expected.OrderBy(entry => entry.Item1)]);
        Assert.Equal(rule == PreemptionRule.None ? 0 : 1, pool.Preemptions);
    }

    [Fact]
    public void A_job_put_out_for_good_leaves_at_once_with_what_was_left()
    {
        ServerPool pool = Pool(PreemptionRule.Lose, speed: 2);
        simulator.Start(Job(pool, "plain", 0, 10, priority: 1));
        simulator.Start(Job(pool, "urgent", 4, 1, priority: 0));

        simulator.Run();

        trace.ShouldBe((4, "plain Lost, 2 left"), (4.5, "urgent Completed, 0 left"));
        Assert.Equal((1L, 1L, 0), (pool.Completed, pool.Preemptions, pool.JobCount));
    }

    [Fact]
    public void One_of_the_same_class_puts_nobody_out()
    {
        ServerPool pool = Pool(PreemptionRule.Resume);
        simulator.Start(Job(pool, "a", 0, 3, priority: 1));
        simulator.Start(Job(pool, "b", 1, 3, priority: 1));

        simulator.Run();

        trace.ShouldBe((3, "a Completed, 0 left"), (6, "b Completed, 0 left"));
    }

    [Fact]
    public void The_least_urgent_gives_way_and_of_these_the_latest_arrived()
    {
        ServerPool pool = Pool(PreemptionRule.Lose, speed: 1, servers: 4);
        simulator.Start(Job(pool, "middle", 0, 20, priority: 5));
        simulator.Start(Job(pool, "last class, early", 1, 20, priority: 9));
        simulator.Start(Job(pool, "last class, late", 2, 20, priority: 9));
        simulator.Start(Job(pool, "urgent", 3, 20, priority: 1));
        for (int time = 4; time < 8; time++)
        {
            simulator.Start(Job(pool, "top", time, 20, priority: 0));
        }

        simulator.Run(10);

        trace.ShouldBe((4, "last class, late Lost, 18 left"), (5, "last class, early Lost, 16 left"), (6, "middle Lost, 14 left"), (7, "urgent Lost, 16 left"));
    }

    [Fact]
    public void One_put_out_goes_back_to_its_place_by_arrival_and_past_the_limit_of_the_queue()
    {
        ServerPool pool = Pool(PreemptionRule.Resume, limit: 1);
        simulator.Start(Job(pool, "first", 0, 4, priority: 1));
        simulator.Start(Job(pool, "second", 1, 1, priority: 1));
        simulator.Start(Job(pool, "urgent", 2, 1, priority: 0));

        simulator.Run(2);
        Assert.Equal(2, pool.QueueLength);
        simulator.Run();

        trace.ShouldBe((3, "urgent Completed, 0 left"), (5, "first Completed, 0 left"), (6, "second Completed, 0 left"));
    }

    [Fact]
    public void One_put_out_does_not_renege()
    {
        ServerPool pool = Pool(PreemptionRule.Resume);
        simulator.Start(Job(pool, "served once", 0, 4, priority: 1, patience: 1));
        simulator.Start(Job(pool, "urgent", 2, 10, priority: 0));

        simulator.Run();

        trace.ShouldBe((12, "urgent Completed, 0 left"), (14, "served once Completed, 0 left"));
    }

    [Fact]
    public void A_job_that_is_done_at_the_very_time_is_completed_and_not_put_out()
    {
        ServerPool pool = Pool(PreemptionRule.Lose);
        simulator.Start(Job(pool, "urgent", 3, 1, priority: 0));
        simulator.Start(Job(pool, "plain", 0, 3, priority: 1));

        simulator.Run();

        trace.ShouldBe((3, "plain Completed, 0 left"), (4, "urgent Completed, 0 left"));
        Assert.Equal(0, pool.Preemptions);
    }

    [Fact]
    public void One_put_out_twice_keeps_what_was_left_and_may_end_at_another_server()
    {
        ServerPool pool = new(
            simulator,
            [new Server(simulator, "a", 1), new Server(simulator, "b", 2)],
            new ServerPoolOptions { Preemption = PreemptionRule.Resume });
        simulator.Start(Job(pool, "plain", 0, 10, priority: 9));
        simulator.Start(Job(pool, "long", 0, 20, priority: 0));
        simulator.Start(Job(pool, "urgent 1", 2, 1, priority: 0));
        simulator.Start(Job(pool, "urgent 2", 5, 6, priority: 0));

        // At a: work 8 left at 2, goes on at 3, 6 left at 5; at b from 10 on, speed 2, unless a is free first, at 11.
        simulator.Run();

        trace.ShouldBe((3, "urgent 1 Completed, 0 left"), (10, "long Completed, 0 left"), (11, "urgent 2 Completed, 0 left"), (13, "plain Completed, 0 left"));
        Assert.Equal(2, pool.Preemptions);
    }

    [Fact]
    public void One_put_out_may_be_interrupted_in_the_queue()
    {
        ServerPool pool = Pool(PreemptionRule.Resume);
        Process plain = Job(pool, "plain", 0, 10, priority: 1);
        simulator.Start(plain);
        simulator.Start(Job(pool, "urgent", 2, 5, priority: 0));
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Interrupt(plain)), 4);

        simulator.Run();

        trace.ShouldBe((4, "plain is interrupted"), (7, "urgent Completed, 0 left"));
        Assert.Equal((0, 0), (pool.JobCount, pool.QueueLength));
    }

    private ServerPool Pool(PreemptionRule rule, double speed = 1, int servers = 1, int? limit = null) => new(
        simulator,
        Enumerable.Range(0, servers).Select(number => new Server(simulator, $"{number}", speed)),
        new ServerPoolOptions { Preemption = rule, QueueLimit = limit });

    private async Process Job(ServerPool pool, string name, double arrival, double work, int priority, double? patience = null)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            JobOutcome outcome = await pool.Serve(work, priority, patience);
            trace.Note(FormattableString.Invariant($"{name} {outcome.End}, {outcome.RemainingWork} left"));
        }
        catch (InterruptedException)
        {
            trace.Note($"{name} is interrupted");
        }
    }
}
