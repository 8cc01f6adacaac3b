using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class RoutingTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public RoutingTests() => trace = new EventTrace(simulator);

    [Fact]
    public void One_joins_the_resource_with_the_fewest_present_and_of_several_the_first_given()
    {
        Resource left = new(simulator, 1);
        Resource right = new(simulator, 1);
        foreach ((double arrival, double duration) in ((double, double)[])[(0, 10), (1, 2), (2, 9), (4, 1), (5, 1)])
        {
            simulator.Start(Visit(arrival, duration));
        }

        simulator.Run();

        // At 2 each has one and the first given gets the third; at 4 the right is empty, at 5 it is empty again.
        trace.ShouldBe((0, "left"), (1, "right"), (2, "left"), (4, "right"), (5, "right"));

        async Process Visit(double arrival, double duration)
        {
            if (arrival > 0)
            {
                await simulator.Delay(arrival);
            }

            Resource shortest = Routing.ShortestQueue(left, right);
            trace.Note(shortest == left ? "left" : "right");
            using Lease lease = await shortest.Acquire();
            await simulator.Delay(duration);
        }
    }

    [Fact]
    public void Pools_are_compared_by_the_jobs_present()
    {
        ServerPool busy = new(simulator, [new Server(simulator, "a")]);
        ServerPool other = new(simulator, [new Server(simulator, "b")]);
        Assert.Same(busy, Routing.ShortestQueue(busy, other));
        simulator.Start(Job());
        Assert.Same(other, Routing.ShortestQueue(busy, other));
        simulator.Run();
        Assert.Same(busy, Routing.ShortestQueue(busy, other));

        async Process Job() => await busy.Serve(3);
    }

    [Fact]
    public void The_least_load_is_chosen_and_of_several_the_first_given()
    {
        Assert.Equal("bb", Routing.Least(["ccc", "bb", "aa"], text => text.Length));
        ArgumentException none = Assert.Throws<ArgumentException>(() => Routing.ShortestQueue(Array.Empty<Resource>()));
        Assert.StartsWith("Expected at least one to choose from.", none.Message, StringComparison.Ordinal);
        ArgumentException notNumber = Assert.Throws<ArgumentException>(() => Routing.Least(["a"], _ => double.NaN));
        Assert.StartsWith("load: found NaN; expected numbers that can be compared.", notNumber.Message, StringComparison.Ordinal);
    }
}
