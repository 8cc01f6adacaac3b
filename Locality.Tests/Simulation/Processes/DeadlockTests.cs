using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class DeadlockTests
{
    private readonly Simulator simulator = new(new SimulatorOptions { TrackHolders = true });
    private readonly Resource left;
    private readonly Resource right;

    public DeadlockTests()
    {
        left = new Resource(simulator, 1, "fork 1");
        right = new Resource(simulator, 1, "fork 2");
    }

    [Fact]
    public void Two_who_take_two_things_in_opposite_order_are_named_with_what_they_hold()
    {
        simulator.Start(Dine(left, right, 1), "Philosopher 1");
        simulator.Start(Dine(right, left, 2), "Philosopher 2");

        simulator.Run();

        Deadlock deadlock = Assert.IsType<Deadlock>(simulator.FindDeadlock());
        Assert.Equal(
            "Philosopher 1 waits for fork 2, held by Philosopher 2, which waits for fork 1, held by Philosopher 1",
            deadlock.Description);
        Assert.Equal(deadlock.Description, deadlock.ToString());
        Assert.Equal([new("Philosopher 1", 1, "fork 2"), new("Philosopher 2", 2, "fork 1")], deadlock.Cycle);
        Assert.Equal(deadlock.Cycle, deadlock.Stuck);
        Assert.True(simulator.IsStalled());
    }

    [Fact]
    public void Before_the_last_wait_of_the_circle_there_is_no_deadlock()
    {
        simulator.Start(Dine(left, right, 1), "Philosopher 1");
        simulator.Start(Dine(right, left, 2), "Philosopher 2");

        simulator.Run(1);
        Assert.Equal(1, right.QueueLength);
        Assert.Null(simulator.FindDeadlock());
        simulator.Run(2);
        Assert.NotNull(simulator.FindDeadlock());
    }

    [Fact]
    public void Five_philosophers_wait_in_one_circle_and_a_guest_waits_behind_them()
    {
        Resource[] forks = [.. Enumerable.Range(1, 5).Select(number => new Resource(simulator, 1, $"fork {number}"))];
        for (int index = 0; index < 5; index++)
        {
            simulator.Start(Dine(forks[index], forks[(index + 1) % 5], 1), $"Philosopher {index + 1}");
        }

        simulator.Start(Guest(), "guest");
        simulator.Run();

        Deadlock deadlock = Assert.IsType<Deadlock>(simulator.FindDeadlock());
        Assert.Equal(
            "Philosopher 1 waits for fork 2, held by Philosopher 2, which waits for fork 3, held by Philosopher 3, which waits for fork 4, "
            + "held by Philosopher 4, which waits for fork 5, held by Philosopher 5, which waits for fork 1, held by Philosopher 1",
            deadlock.Description);
        Assert.Equal(5, deadlock.Cycle.Count);
        Assert.Equal(new WaitingProcess("guest", 0, "fork 3"), deadlock.Stuck[0]);
        Assert.Equal(6, deadlock.Stuck.Count);

        async Process Guest()
        {
            using Lease fork = await forks[2].Acquire();
        }
    }

    [Fact]
    public void One_whose_patience_is_limited_is_not_stuck()
    {
        simulator.Start(Dine(left, right, 1), "Philosopher 1");
        simulator.Start(Impatient(), "Philosopher 2");

        simulator.Run(2);

        Assert.Null(simulator.FindDeadlock());
        simulator.Run();
        Assert.False(simulator.IsStalled());

        async Process Impatient()
        {
            using Lease first = await right.Acquire();
            await simulator.Delay(1);
            using Lease second = await left.Acquire(patience: 3);
        }
    }

    [Fact]
    public void A_second_unit_with_one_who_works_keeps_all_alive()
    {
        Resource spoons = new(simulator, 2, "spoons");
        simulator.Start(Work(), "worker");
        simulator.Start(Dine(spoons, left, 1), "Philosopher 1");
        simulator.Start(Dine(left, spoons, 1), "Philosopher 2");

        simulator.Run(2);
        Assert.Equal(1, spoons.QueueLength);
        Assert.Null(simulator.FindDeadlock());
        simulator.Run();
        Assert.False(simulator.IsStalled());

        async Process Work()
        {
            using Lease spoon = await spoons.Acquire();
            await simulator.Delay(10);
        }
    }

    [Fact]
    public void Units_that_are_all_held_by_stuck_processes_are_no_help()
    {
        Resource spoons = new(simulator, 2, "spoons");
        simulator.Start(Dine(spoons, left, 1), "Philosopher 1");
        simulator.Start(Dine(spoons, left, 2), "Philosopher 3");
        simulator.Start(Dine(left, spoons, 1), "Philosopher 2");

        simulator.Run();

        Assert.Equal(
            "Philosopher 1 waits for fork 1, held by Philosopher 2, which waits for spoons, held by Philosopher 1",
            simulator.FindDeadlock()!.Description);
        Assert.Equal(3, simulator.FindDeadlock()!.Stuck.Count);
    }

    [Fact]
    public void A_unit_that_came_after_a_wait_and_one_that_was_given_back_are_known()
    {
        simulator.Start(Dine(left, right, 1), "first");
        simulator.Start(Late(), "late");
        simulator.Start(Third(), "third");

        simulator.Run();

        // The first has both and goes at 2; the late one gets fork 1 after that wait and lets it go before it asks again.
        Assert.Equal("late waits for fork 2, held by Dine, which waits for fork 1, held by late", simulator.FindDeadlock()!.Description);
        Assert.Equal(["third waits for process Dine since 2.5", "late waits for fork 2 since 3", "Dine waits for fork 1 since 3.5"],
            simulator.FindDeadlock()!.Stuck.Select(process => process.ToString()));

        async Process Late()
        {
            using (Lease brief = await left.Acquire())
            {
            }

            using Lease first = await left.Acquire();
            await simulator.Delay(1);
            using Lease second = await right.Acquire();
        }

        async Process Third()
        {
            await simulator.Delay(2.5);
            await Dine(right, left, 1);
        }
    }

    [Fact]
    public void One_who_waits_for_a_process_that_waits_for_what_the_first_holds_is_stuck()
    {
        simulator.Start(Parent(), "parent");

        simulator.Run();

        Assert.Equal("parent waits for process Work, which waits for fork 1, held by parent", simulator.FindDeadlock()!.Description);

        async Process Parent()
        {
            using Lease lease = await left.Acquire();
            await Work();
        }

        async Process Work()
        {
            await simulator.Delay(1);
            using Lease lease = await left.Acquire();
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Any_of_a_stuck_and_a_free_one_is_free_and_all_of_them_is_stuck(bool all, bool isStuck)
    {
        simulator.Start(Parent(), "parent");

        simulator.Run(2);

        Assert.Equal(
            isStuck ? "parent waits for process Work, which waits for fork 1, held by parent" : null,
            simulator.FindDeadlock()?.Description);

        async Process Parent()
        {
            using Lease lease = await left.Acquire();
            Process free = Free();
            if (all)
            {
                await simulator.WhenAll(free, Work());
            }
            else
            {
                await simulator.WhenAny(free, Work());
            }
        }

        async Process Free() => await simulator.Delay(10);

        async Process Work()
        {
            await simulator.Delay(1);
            using Lease lease = await left.Acquire();
        }
    }

    [Fact]
    public void One_who_waits_for_itself_is_a_circle_of_one()
    {
        simulator.Start(Twice(), "twice");

        simulator.Run();

        Assert.Equal("twice waits for fork 1, held by twice", simulator.FindDeadlock()!.Description);

        async Process Twice()
        {
            using Lease first = await left.Acquire();
            using Lease second = await left.Acquire();
        }
    }

    [Fact]
    public void A_unit_whose_holder_has_gone_is_not_called_a_deadlock_for_another_may_have_it()
    {
        simulator.Start(Take(left, null), "gone");
        simulator.Start(Take(right, left), "waiting");

        simulator.Run();

        // The second uses the frame of the first again, and is not taken for it.
        Assert.True(simulator.IsStalled());
        Assert.Null(simulator.FindDeadlock());

        async Process Take(Resource first, Resource? second)
        {
            await first.Acquire();
            if (second is not null)
            {
                await second.Acquire();
            }
        }
    }

    [Fact]
    public void Cancelling_one_of_the_circle_frees_the_others()
    {
        Process first = Dine(left, right, 1);
        simulator.Start(first, "Philosopher 1");
        simulator.Start(Dine(right, left, 2), "Philosopher 2");
        simulator.Run();

        simulator.Cancel(first);
        simulator.Run();

        Assert.Null(simulator.FindDeadlock());
        Assert.False(simulator.IsStalled());
        Assert.Equal((0, 0), (left.InUse, right.InUse));
    }

    [Fact]
    public void A_simulator_that_does_not_track_holders_says_how_to()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new Simulator().FindDeadlock());

        Assert.Equal(
            "Who holds what is not known: make the simulator by new Simulator(new SimulatorOptions { TrackHolders = true }) to find deadlocks.",
            error.Message);
    }

    private async Process Dine(Resource first, Resource second, double thinks)
    {
        using Lease one = await first.Acquire();
        await simulator.Delay(thinks);
        using Lease two = await second.Acquire();
        await simulator.Delay(1);
    }
}
