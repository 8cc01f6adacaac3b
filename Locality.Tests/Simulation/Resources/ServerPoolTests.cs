using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ServerPoolTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ServerPoolTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Jobs_take_their_work_over_the_servers_speed_and_are_served_in_the_order_of_arrival()
    {
        ServerPool pool = new(simulator, [new Server(simulator, "one", speed: 2)]);
        simulator.Start(Job(pool, "a", 0, work: 6));
        simulator.Start(Job(pool, "b", 1, work: 4));
        simulator.Start(Job(pool, "c", 2, work: 2));

        simulator.Run(2);
        Assert.Equal((2, 3), (pool.QueueLength, pool.JobCount));
        simulator.Run();

        trace.ShouldBe((3, "a Completed by one after 0"), (5, "b Completed by one after 2"), (6, "c Completed by one after 3"));
        Assert.Equal((0, 0, 3L), (pool.QueueLength, pool.JobCount, pool.Completed));
        Assert.Equal(5.0, pool.QueueLengthOverTime.Integral(6));
        Assert.Equal(1.0, pool.Servers[0].Utilisation(6));
    }

    [Fact]
    public void The_more_urgent_are_served_first_and_put_nobody_out()
    {
        ServerPool pool = OneServer();
        simulator.Start(Job(pool, "first", 0, 5, priority: 9));
        simulator.Start(Job(pool, "plain", 1, 1, priority: 1));
        simulator.Start(Job(pool, "urgent", 2, 1, priority: 0));

        simulator.Run();

        trace.ShouldBe((5, "first Completed by one after 0"), (6, "urgent Completed by one after 3"), (7, "plain Completed by one after 5"));
        Assert.Equal(0, pool.Preemptions);
    }

    [Theory]
    [InlineData(ServerChoice.InOrderGiven, "slow")]
    [InlineData(ServerChoice.FastestFirst, "quick")]
    [InlineData(ServerChoice.LongestIdle, "middling")]
    public void A_job_goes_to_the_free_server_that_the_rule_chooses(ServerChoice choice, string chosen)
    {
        ServerPool pool = new(
            simulator,
            [new Server(simulator, "slow", 1), new Server(simulator, "middling", 2), new Server(simulator, "quick", 3)],
            new ServerPoolOptions { Choice = choice });

        // At 0 all three are taken, in the order of the rule; slow comes free at 3, middling at 1 and quick at 2.
        foreach (double end in choice == ServerChoice.FastestFirst ? (double[])[2, 1, 3] : [3, 1, 2])
        {
            double speed = choice == ServerChoice.FastestFirst ? 3 - pool.JobCount : 1 + pool.JobCount;
            simulator.Start(Job(pool, $"{end}", 0, end * speed));
        }

        simulator.Start(Job(pool, "late", 10, 6));

        simulator.Run();

        Assert.Equal(chosen, pool.Servers.Single(server => server.JobsCompleted == 2).Name);
    }

    [Fact]
    public void Of_servers_equally_fast_the_first_given_takes_the_job()
    {
        ServerPool pool = new(
            simulator,
            [new Server(simulator, "a", 1), new Server(simulator, "b", 2), new Server(simulator, "c", 2)],
            new ServerPoolOptions { Choice = ServerChoice.FastestFirst });
        for (int index = 0; index < 3; index++)
        {
            simulator.Start(Job(pool, $"{index}", 0, 4));
        }

        simulator.Run();

        trace.ShouldBe((2, "0 Completed by b after 0"), (2, "1 Completed by c after 0"), (4, "2 Completed by a after 0"));
    }

    [Fact]
    public void A_job_does_not_move_to_a_faster_server_that_comes_free()
    {
        ServerPool pool = new(
            simulator,
            [new Server(simulator, "quick", 2), new Server(simulator, "slow", 1)],
            new ServerPoolOptions { Choice = ServerChoice.FastestFirst });
        simulator.Start(Job(pool, "short", 0, 2));
        simulator.Start(Job(pool, "long", 0, 10));

        simulator.Run();

        trace.ShouldBe((1, "short Completed by quick after 0"), (10, "long Completed by slow after 0"));
    }

    [Fact]
    public void One_who_finds_the_queue_full_balks_and_goes_on_at_once()
    {
        ServerPool pool = OneServer(new ServerPoolOptions { QueueLimit = 1 });
        simulator.Start(Job(pool, "served", 0, 5));
        simulator.Start(Job(pool, "waits", 1, 5));
        simulator.Start(Job(pool, "balks", 2, 5, priority: -1));
        simulator.Start(Job(pool, "waits too", 6, 1));

        simulator.Run();

        trace.ShouldBe(
            (2, "balks Balked with 5 left"),
            (5, "served Completed by one after 0"),
            (10, "waits Completed by one after 4"),
            (11, "waits too Completed by one after 4"));
        Assert.Equal(1, pool.Balked);
    }

    [Fact]
    public void A_limit_of_zero_makes_a_loss_system()
    {
        ServerPool pool = OneServer(new ServerPoolOptions { QueueLimit = 0 });
        simulator.Start(Job(pool, "a", 0, 2));
        simulator.Start(Job(pool, "b", 1, 2));
        simulator.Start(Job(pool, "c", 3, 2));

        simulator.Run();

        trace.ShouldBe((1, "b Balked with 2 left"), (2, "a Completed by one after 0"), (5, "c Completed by one after 0"));
    }

    [Fact]
    public void One_whose_patience_runs_out_before_service_reneges()
    {
        ServerPool pool = OneServer();
        simulator.Start(Job(pool, "served", 0, 5));
        simulator.Start(Job(pool, "impatient", 1, 5, patience: 3));
        simulator.Start(Job(pool, "patient", 2, 5, patience: 4));

        simulator.Run();

        trace.ShouldBe((4, "impatient Reneged with 5 left"), (5, "served Completed by one after 0"), (10, "patient Completed by one after 3"));
        Assert.Equal(1, pool.Reneged);
        Assert.Equal(10, simulator.Now);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_server_that_comes_free_at_the_very_end_of_patience_takes_the_job(bool patienceIsScheduledFirst)
    {
        ServerPool pool = OneServer();
        simulator.Start(Job(pool, "served", 0, 3));
        simulator.Start(Job(pool, "next", 0, 2));
        simulator.Start(Job(pool, "just", patienceIsScheduledFirst ? 1 : 4, 1, patience: patienceIsScheduledFirst ? 4 : 1));

        simulator.Run();

        Assert.Equal(3, pool.Completed);
    }

    [Fact]
    public void Patience_of_zero_is_no_wait_and_is_not_needed_while_a_server_is_free()
    {
        ServerPool pool = OneServer();
        simulator.Start(Job(pool, "lucky", 0, 3, patience: 0));
        simulator.Start(Job(pool, "unlucky", 1, 3, patience: 0));

        simulator.Run();

        trace.ShouldBe((1, "unlucky Reneged with 3 left"), (3, "lucky Completed by one after 0"));
    }

    [Fact]
    public void A_job_without_work_takes_no_time_but_its_turn()
    {
        ServerPool pool = OneServer();
        simulator.Start(Job(pool, "a", 0, 3));
        simulator.Start(Job(pool, "nothing", 1, 0));

        simulator.Run();

        trace.ShouldBe((3, "a Completed by one after 0"), (3, "nothing Completed by one after 2"));
    }

    [Fact]
    public void An_interrupted_job_leaves_the_queue()
    {
        ServerPool pool = OneServer();
        simulator.Start(Job(pool, "a", 0, 3));
        InterruptAt(2, Job(pool, "interrupted", 1, 3, patience: 100));
        simulator.Start(Job(pool, "b", 2, 1));

        simulator.Run();

        trace.ShouldBe((2, "interrupted is interrupted"), (3, "a Completed by one after 0"), (4, "b Completed by one after 1"));
        Assert.Equal((0, 0L), (pool.JobCount, pool.Reneged));
        Assert.Equal(4, simulator.Now);
    }

    [Fact]
    public void An_interrupted_job_leaves_its_server_to_the_next()
    {
        ServerPool pool = OneServer();
        InterruptAt(2, Job(pool, "interrupted", 0, 30));
        simulator.Start(Job(pool, "b", 1, 1));

        simulator.Run();

        trace.ShouldBe((2, "interrupted is interrupted"), (3, "b Completed by one after 1"));
        Assert.Equal((0, ServerState.Idle), (pool.JobCount, pool.Servers[0].State));
        Assert.Equal(1L, pool.Servers[0].JobsCompleted);
        Assert.Equal(3.0, pool.Servers[0].BusyOverTime.Integral(3));
    }

    [Fact]
    public void A_server_that_finds_nobody_takes_vacations_until_somebody_waits()
    {
        double length = 0;
        ServerPool pool = OneServer(new ServerPoolOptions { Vacation = _ => ++length });
        simulator.Start(Job(pool, "a", 2, 4));
        simulator.Start(Job(pool, "b", 4, 1));

        // Vacations last 1, 2, 3 …: to 1, to 3; both served to 8; to 11, to 15.
        simulator.Start(Job(pool, "c", 9, 1));
        simulator.Run(12);

        trace.ShouldBe((7, "a Completed by one after 1"), (8, "b Completed by one after 3"), (12, "c Completed by one after 2"));
        Assert.Equal(ServerState.OnVacation, pool.Servers[0].State);
        Assert.Equal(6.0, pool.Servers[0].BusyOverTime.Integral(12));
    }

    [Fact]
    public void A_vacation_without_length_is_refused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => OneServer(new ServerPoolOptions { Vacation = _ => 0 }));
        Assert.StartsWith("Vacation: found 0; expected a finite length above zero.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        ServerPool pool = OneServer();
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Serve(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Serve(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Serve(1, patience: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneServer(new ServerPoolOptions { QueueLimit = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneServer(new ServerPoolOptions { Choice = (ServerChoice)9 }));
        Assert.Throws<ArgumentException>(() => new Server(simulator, " "));
        ArgumentOutOfRangeException speed = Assert.Throws<ArgumentOutOfRangeException>(() => new Server(simulator, "a", 0));
        Assert.StartsWith("speed: found 0; expected a finite number above zero.", speed.Message, StringComparison.Ordinal);
        ArgumentException none = Assert.Throws<ArgumentException>(() => new ServerPool(simulator, []));
        Assert.StartsWith("Expected at least one server.", none.Message, StringComparison.Ordinal);
        ArgumentException twice = Assert.Throws<ArgumentException>(() => new ServerPool(simulator, pool.Servers));
        Assert.StartsWith("The server 'one' serves in a pool already: make one for each pool.", twice.Message, StringComparison.Ordinal);
        ArgumentException foreign = Assert.Throws<ArgumentException>(() => new ServerPool(simulator, [new Server(new Simulator(), "far")]));
        Assert.StartsWith("The server 'far' belongs to another simulator than its pool.", foreign.Message, StringComparison.Ordinal);
    }

    private ServerPool OneServer(ServerPoolOptions? options = null) => new(simulator, [new Server(simulator, "one")], options);

    private async Process Job(ServerPool pool, string name, double arrival, double work, int priority = 0, double? patience = null)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            JobOutcome outcome = await pool.Serve(work, priority, patience);
            trace.Note(outcome.Completed
                ? FormattableString.Invariant($"{name} {outcome.End} by {outcome.Server} after {outcome.WaitBeforeService}")
                : FormattableString.Invariant($"{name} {outcome.End} with {outcome.RemainingWork} left"));
        }
        catch (InterruptedException)
        {
            trace.Note($"{name} is interrupted");
        }
    }

    private void InterruptAt(double time, Process process)
    {
        simulator.Start(process);
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Interrupt(process)), time);
    }
}
