using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A resource's line: its limit, and priorities that change in it.</summary>
public sealed class ResourceLineTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ResourceLineTests() => trace = new EventTrace(simulator);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_who_finds_the_line_full_balks_and_goes_on_at_once(bool tracksHolders)
    {
        Simulator tracking = new(new SimulatorOptions { TrackHolders = tracksHolders });
        EventTrace seen = new(tracking);
        Resource resource = new(tracking, 1, queueLimit: 1);
        tracking.Start(Visit("held", 0));
        tracking.Start(Visit("waits", 1));
        tracking.Start(Visit("balks", 2));
        tracking.Start(Visit("comes later", 6));

        tracking.Run();

        seen.ShouldBe((0, "held True False"), (2, "balks False True"), (5, "waits True False"), (10, "comes later True False"));

        async Process Visit(string name, double arrival)
        {
            await tracking.Delay(arrival);
            using Lease lease = await resource.Acquire();
            seen.Note($"{name} {lease.Granted} {lease.Balked}");
            if (lease.Granted)
            {
                await tracking.Delay(5);
            }
        }
    }

    [Fact]
    public void A_limit_below_zero_is_refused() =>
        Assert.StartsWith(
            "Expected a limit of zero or more, or none.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Resource(simulator, 1, queueLimit: -1)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void One_whose_priority_changes_keeps_the_time_of_arrival()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Use(resource, "holder", 0, 1, 10));
        Process[] waiting = [Use(resource, "a", 1, 1, 1), Use(resource, "b", 2, 1, 1), Use(resource, "c", 3, 1, 1), Use(resource, "d", 4, 0, 1)];
        simulator.Run(5);

        resource.ChangePriority(waiting[2], 0);
        resource.ChangePriority(waiting[1], 0);
        simulator.Run();

        trace.ShouldBe((0, "holder"), (10, "b"), (11, "c"), (12, "d"), (13, "a"));
    }

    [Fact]
    public void A_new_priority_of_one_who_does_not_wait_here_changes_nothing()
    {
        Resource resource = new(simulator, 1);
        Process holder = Use(resource, "holder", 0, 1, 10);
        Process later = Use(resource, "later", 8, 1, 1);
        simulator.Start(Use(resource, "first", 1, 1, 1));
        simulator.Run(5);

        resource.ChangePriority(holder, 0);
        resource.ChangePriority(later, 0);
        simulator.Run();
        resource.ChangePriority(later, 0);

        trace.ShouldBe((0, "holder"), (10, "first"), (11, "later"));
    }

    [Fact]
    public void One_who_is_put_in_front_takes_units_that_were_too_few_for_the_first()
    {
        Resource resource = new(simulator, 3);
        simulator.Start(Use(resource, "holder", 0, 0, 10, units: 2));
        simulator.Start(Use(resource, "large", 1, 1, 1, units: 3));
        Process small = Use(resource, "small", 2, 1, 1);
        simulator.Run(4);

        resource.ChangePriority(small, 0);
        simulator.Run();

        trace.ShouldBe((0, "holder"), (4, "small"), (10, "large"));
    }

    [Fact]
    public void One_who_comes_to_the_front_takes_the_units_that_are_too_few_for_the_one_behind()
    {
        Resource resource = new(simulator, 3);
        simulator.Start(Use(resource, "holder", 0, 0, 5, units: 2));
        simulator.Start(Use(resource, "large", 1, 0, 5, units: 3));
        simulator.Start(Use(resource, "urgent", 2, -1, 5));
        simulator.Start(Use(resource, "small", 3, 0, 5));

        simulator.Run();

        trace.ShouldBe((0, "holder"), (2, "urgent"), (7, "large"), (12, "small"));
        Assert.Equal(0, resource.InUse);
    }

    private async Process Use(Resource resource, string name, double arrival, int priority, double length, int units = 1)
    {
        await simulator.Delay(arrival);
        using Lease lease = await resource.Acquire(priority, units: units);
        trace.Note(name);
        await simulator.Delay(length);
    }
}
