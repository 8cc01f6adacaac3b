using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>In Debug the compiler makes state machines classes, so these hold of optimised builds alone.</summary>
public sealed class ResourceAllocationTests(ITestOutputHelper output)
{
    private static readonly Predicate<int> IsEven = static item => item % 2 == 0;
    private readonly Simulator simulator = new();
    private RandomStream arrivalDraws = new RandomStreams(6, 0).Stream(new Purpose(1, "arrivals"));
    private RandomStream serviceDraws = new RandomStreams(6, 0).Stream(new Purpose(2, "services"));

    [Theory]
    [InlineData(PreemptionRule.Resume, OffShiftRule.HandOver)]
    [InlineData(PreemptionRule.Lose, OffShiftRule.Suspend)]
    public void Jobs_of_a_pool_with_shifts_and_vacations_allocate_nothing(PreemptionRule preemption, OffShiftRule offShift)
    {
        ShiftTimetable shifts = new([new ShiftChange(8, true), new ShiftChange(16, false)], period: 24);
        ServerPool pool = new(
            simulator,
            [new Server(simulator, "a"), new Server(simulator, "b", 2, shifts)],
            new ServerPoolOptions { Choice = ServerChoice.FastestFirst, Preemption = preemption, OffShift = offShift, QueueLimit = 100, Vacation = static _ => 1 });
        simulator.Start(Arrive(1.2, Customer));

        AssertNothingAllocated();

        async Process Customer() => await pool.Serve(serviceDraws.NextExponential(), arrivalDraws.NextIndex(3), 20 * arrivalDraws.NextExponential());
    }

    [Fact]
    public void Items_of_a_store_allocate_nothing()
    {
        Store<int> store = new(simulator, capacity: 4);
        simulator.Start(Arrive(1, Put));
        simulator.Start(Arrive(1, Take));

        AssertNothingAllocated();

        async Process Put() => await store.Put(arrivalDraws.NextIndex(10), patience: 3 * arrivalDraws.NextExponential());

        async Process Take() => await store.Take(serviceDraws.NextIndex(2) == 0 ? IsEven : null, patience: 3 * arrivalDraws.NextExponential());
    }

    [Fact]
    public void Amounts_of_a_container_allocate_nothing()
    {
        Container tank = new(simulator, capacity: 10);
        simulator.Start(Arrive(1, Put));
        simulator.Start(Arrive(1, Take));

        AssertNothingAllocated();

        async Process Put() => await tank.Put(1 + arrivalDraws.NextIndex(5), patience: 5 * arrivalDraws.NextExponential());

        async Process Take() => await tank.Take(1 + arrivalDraws.NextIndex(5), patience: 5 * arrivalDraws.NextExponential());
    }

    [Fact]
    public void Gates_and_broadcasts_allocate_nothing()
    {
        Gate gate = new(simulator);
        Broadcast<double> news = new(simulator);
        simulator.Start(Turn());
        simulator.Start(Arrive(1, Customer));

        AssertNothingAllocated();

        async Process Turn()
        {
            while (true)
            {
                await simulator.Delay(serviceDraws.NextExponential());
                gate.Open();
                await simulator.Delay(serviceDraws.NextExponential());
                gate.Close();
                news.Send(simulator.Now);
            }
        }

        async Process Customer()
        {
            await gate.Pass(patience: 4 * arrivalDraws.NextExponential());
            await news.Next(patience: 4 * arrivalDraws.NextExponential());
        }
    }

    private async Process Arrive(double rate, Func<Process> customer)
    {
        while (true)
        {
            await simulator.Delay(arrivalDraws.NextExponential() / rate);
            simulator.Start(customer());
        }
    }

    private void AssertNothingAllocated() => AllocationCheck.None(output, simulator, warmUp: 50_000, end: 150_000, leastEvents: 100_000);
}
