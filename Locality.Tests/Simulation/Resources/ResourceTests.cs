using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ResourceTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ResourceTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Those_who_wait_are_served_in_the_order_of_arrival()
    {
        Resource resource = new(simulator, 2);
        foreach (string name in (string[])["a", "b", "c", "d"])
        {
            simulator.Start(Use(resource, name, 0, 3));
        }

        simulator.Run(0);
        Assert.Equal((2, 2), (resource.InUse, resource.QueueLength));
        simulator.Run();

        trace.ShouldBe((0, "a starts"), (0, "b starts"), (3, "a ends"), (3, "c starts"), (3, "b ends"), (3, "d starts"), (6, "c ends"), (6, "d ends"));
        Assert.Equal((0, 0), (resource.InUse, resource.QueueLength));
        Assert.Equal(6.0, resource.QueueLengthOverTime.Integral(6));
        Assert.Equal(12.0, resource.InUseOverTime.Integral(6));
    }

    [Fact]
    public void The_more_urgent_is_served_first_and_equals_in_the_order_of_arrival()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Use(resource, "holder", 0, 5));
        simulator.Start(Use(resource, "plain 1", 1, 1));
        simulator.Start(Use(resource, "late urgent", 2, 1, priority: -3));
        simulator.Start(Use(resource, "plain 2", 3, 1));
        simulator.Start(Use(resource, "later urgent", 4, 1, priority: -3));
        simulator.Start(Use(resource, "least", 1, 1, priority: 1000));

        simulator.Run();

        trace.ShouldBe(
            (0, "holder starts"),
            (5, "holder ends"),
            (5, "late urgent starts"),
            (6, "late urgent ends"),
            (6, "later urgent starts"),
            (7, "later urgent ends"),
            (7, "plain 1 starts"),
            (8, "plain 1 ends"),
            (8, "plain 2 starts"),
            (9, "plain 2 ends"),
            (9, "least starts"),
            (10, "least ends"));
    }

    [Fact]
    public void One_whose_patience_runs_out_leaves_without_a_unit()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Use(resource, "holder", 0, 10));
        simulator.Start(Use(resource, "impatient", 1, 1, patience: 4));
        simulator.Start(Use(resource, "patient", 2, 1, patience: 40));

        simulator.Run(5);
        Assert.Equal(1, resource.QueueLength);
        simulator.Run();

        trace.ShouldBe((0, "holder starts"), (5, "impatient leaves"), (10, "holder ends"), (10, "patient starts"), (11, "patient ends"));
        Assert.Equal(0, resource.InUse);
        Assert.Equal(12.0, resource.QueueLengthOverTime.Integral(11));
        Assert.Equal(11, simulator.Now);
    }

    [Fact]
    public void A_patience_that_was_not_used_up_ends_no_later_wait()
    {
        Resource resource = new(simulator, 1);
        Signal signal = new(simulator);
        simulator.Start(Use(resource, "holder", 0, 2));
        simulator.Start(WaitTwice());
        simulator.Schedule(new ActionEvent(simulator, signal.Fire), 20);

        simulator.Run();

        trace.ShouldBe((0, "holder starts"), (2, "holder ends"), (2, "granted"), (20, "signal"));

        async Process WaitTwice()
        {
            using Lease lease = await resource.Acquire(patience: 5);
            trace.Note("granted");
            trace.Note(await signal.Wait() ? "signal" : "time-out");
        }
    }

    [Fact]
    public void Patience_is_not_needed_while_a_unit_is_free()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Use(resource, "lucky", 0, 3, patience: 0));
        simulator.Start(Use(resource, "unlucky", 1, 3, patience: 0));

        simulator.Run();

        trace.ShouldBe((0, "lucky starts"), (1, "unlucky leaves"), (3, "lucky ends"));
    }

    [Fact]
    public void A_unit_and_the_end_of_patience_at_one_time_are_decided_by_the_order_of_scheduling()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Use(resource, "holder", 0, 3));
        simulator.Start(Use(resource, "in time", 0, 1, patience: 3));

        simulator.Run();

        trace.ShouldBe((0, "holder starts"), (3, "holder ends"), (3, "in time starts"), (4, "in time ends"));
    }

    [Fact]
    public void One_who_arrives_at_the_instant_of_a_release_does_not_overtake_the_queue()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Use(resource, "holder", 0, 3));
        simulator.Start(Use(resource, "waiting", 1, 1));
        simulator.Start(Use(resource, "newcomer", 3, 1));

        simulator.Run();

        trace.ShouldBe((0, "holder starts"), (3, "holder ends"), (3, "waiting starts"), (4, "waiting ends"), (4, "newcomer starts"), (5, "newcomer ends"));
    }

    [Fact]
    public void A_capacity_change_at_eight_shows_at_eight()
    {
        Resource resource = new(simulator, 1);
        resource.Follow([new CapacityChange(8, 3), new CapacityChange(12, 1)]);
        simulator.Start(Use(resource, "a", 0, 10));
        simulator.Start(Use(resource, "b", 1, 10));
        simulator.Start(Use(resource, "c", 2, 3));
        simulator.Start(Use(resource, "d", 3, 2));

        simulator.Run(7.999);
        Assert.Equal((1, 1, 3), (resource.Capacity, resource.InUse, resource.QueueLength));
        simulator.Run(8);
        Assert.Equal((3, 3, 1), (resource.Capacity, resource.InUse, resource.QueueLength));
        simulator.Run(10);
        Assert.Equal((3, 3, 0), (resource.Capacity, resource.InUse, resource.QueueLength));
        simulator.Run(12);
        Assert.Equal((1, 1), (resource.Capacity, resource.InUse));
        simulator.Run();

        trace.ShouldBe(
            (0, "a starts"),
            (8, "b starts"),
            (8, "c starts"),
            (10, "a ends"),
            (10, "d starts"),
            (11, "c ends"),
            (12, "d ends"),
            (18, "b ends"));
    }

    [Fact]
    public void A_scheduled_change_comes_first_at_its_time()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Use(resource, "arrives at the change", 4, 1));
        resource.Follow([new CapacityChange(4, 0), new CapacityChange(6, 1)]);

        simulator.Run();

        trace.ShouldBe((6, "arrives at the change starts"), (7, "arrives at the change ends"));
    }

    [Fact]
    public void A_schedule_keeps_its_times_to_the_last_bit()
    {
        // With these, a + (b − a) is not b in floating point.
        Resource resource = new(simulator, 0);
        double[] times = [2 * 0.1, 7 * 0.1, 18 * 0.1, 38 * 0.1];
        List<double> starts = [];
        foreach (double time in times)
        {
            simulator.Start(Wait());
        }

        resource.Follow([.. times.Select((time, index) => new CapacityChange(time, index + 1))]);
        simulator.Run();

        Assert.Equal(times, starts);

        async Process Wait()
        {
            await resource.Acquire();
            starts.Add(simulator.Now);
        }
    }

    [Fact]
    public void Holders_finish_when_capacity_is_cut_and_their_units_vanish()
    {
        Resource resource = new(simulator, 3);
        simulator.Start(Use(resource, "a", 0, 4));
        simulator.Start(Use(resource, "b", 0, 6));
        simulator.Start(Use(resource, "c", 0, 8));
        simulator.Start(Use(resource, "d", 1, 1));
        resource.Follow([new CapacityChange(2, 1)]);

        simulator.Run(3);
        Assert.Equal((1, 3), (resource.Capacity, resource.InUse));
        simulator.Run(6);
        Assert.Equal(1, resource.InUse);
        simulator.Run();

        // Only when the last of the three ends is there one unit to give on.
        trace.ShouldBe((0, "a starts"), (0, "b starts"), (0, "c starts"), (4, "a ends"), (6, "b ends"), (8, "c ends"), (8, "d starts"), (9, "d ends"));
    }

    [Fact]
    public void A_resource_without_capacity_serves_when_it_gets_some()
    {
        Resource resource = new(simulator, 0);
        simulator.Start(Use(resource, "a", 0, 1));
        simulator.Start(Use(resource, "b", 0, 1));
        simulator.Schedule(new ActionEvent(simulator, () => resource.SetCapacity(5)), 3);

        simulator.Run();

        trace.ShouldBe((3, "a starts"), (3, "b starts"), (4, "a ends"), (4, "b ends"));
    }

    [Fact]
    public void Capacity_that_returns_before_a_holder_ends_gives_no_unit_twice()
    {
        Resource resource = new(simulator, 2);
        simulator.Start(Use(resource, "a", 0, 10));
        simulator.Start(Use(resource, "b", 0, 10));
        simulator.Start(Use(resource, "c", 1, 1));
        resource.Follow([new CapacityChange(2, 0), new CapacityChange(5, 2), new CapacityChange(6, 3)]);

        simulator.Run();

        trace.ShouldBe((0, "a starts"), (0, "b starts"), (6, "c starts"), (7, "c ends"), (10, "a ends"), (10, "b ends"));
    }

    [Fact]
    public void A_lease_says_whether_there_is_a_unit()
    {
        Assert.False(default(Lease).Granted);
        default(Lease).Dispose();
    }

    [Fact]
    public void A_unit_that_nobody_holds_cannot_be_given_back()
    {
        Resource resource = new(simulator, 1);
        Lease kept = default;
        simulator.Start(Take());

        kept.Dispose();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(kept.Dispose);

        Assert.Equal("More units were given back than taken: dispose each lease once.", error.Message);
        Assert.Equal(0, resource.InUse);

        async Process Take() => kept = await resource.Acquire();
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Resource resource = new(simulator, 1);
        simulator.Run(2);

        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource(simulator, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => resource.SetCapacity(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => resource.Acquire(patience: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => resource.Acquire(patience: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => resource.Follow([new CapacityChange(3, -1)]));
        ArgumentException error = Assert.Throws<ArgumentException>(() => resource.Follow([new CapacityChange(1, 1)]));
        Assert.StartsWith("Expected finite times from now on, each not before the one in front of it.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => resource.Follow([new CapacityChange(5, 1), new CapacityChange(4, 1)]));
    }

    private async Process Use(Resource resource, string name, double arrival, double duration, int priority = 0, double? patience = null)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        using Lease lease = await resource.Acquire(priority, patience);
        if (!lease.Granted)
        {
            trace.Note($"{name} leaves");
            return;
        }

        trace.Note($"{name} starts");
        await simulator.Delay(duration);
        trace.Note($"{name} ends");
    }
}
