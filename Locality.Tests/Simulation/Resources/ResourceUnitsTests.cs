using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ResourceUnitsTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ResourceUnitsTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Units_given_back_to_the_first_let_the_second_have_what_was_free_before()
    {
        Resource resource = new(simulator, 3);
        simulator.Start(Use("holder", 0, 4, units: 2));
        simulator.Start(Use("first", 1, 3, units: 2));
        simulator.Start(Use("second", 2, 1, units: 1));

        simulator.Run();

        trace.ShouldBe(
            (0, "holder starts"),
            (4, "holder ends"),
            (4, "first starts"),
            (4, "second starts"),
            (5, "second ends"),
            (7, "first ends"));
        Assert.Equal(15.0, resource.InUseOverTime.Integral(7));

        async Process Use(string name, double arrival, double duration, int units)
        {
            await simulator.Delay(arrival);
            using Lease lease = await resource.Acquire(units: units);
            trace.Note($"{name} starts");
            await simulator.Delay(duration);
            trace.Note($"{name} ends");
        }
    }
}
