using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>In Debug the compiler makes state machines classes, so these hold of optimised builds alone.</summary>
public sealed class SteadyStateAllocationTests(ITestOutputHelper output)
{
    private readonly Simulator simulator = new();
    private RandomStream arrivalDraws = new RandomStreams(5, 0).Stream(new Purpose(1, "arrivals"));
    private RandomStream serviceDraws = new RandomStreams(5, 0).Stream(new Purpose(2, "services"));

    [Fact]
    public void Customers_of_a_resource_allocate_nothing()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Arrive(0.8, Customer));

        AssertNothingAllocated();

        async Process Customer()
        {
            using Lease lease = await resource.Acquire();
            await simulator.Delay(serviceDraws.NextExponential());
        }
    }

    [Fact]
    public void Impatient_customers_allocate_nothing()
    {
        Resource resource = new(simulator, 2);
        simulator.Start(Arrive(2.4, Customer));

        AssertNothingAllocated();

        async Process Customer()
        {
            using Lease lease = await resource.Acquire(priority: arrivalDraws.NextIndex(3), patience: 5 * arrivalDraws.NextExponential());
            if (lease.Granted)
            {
                await simulator.Delay(serviceDraws.NextExponential());
            }
        }
    }

    [Fact]
    public void Jobs_of_a_processor_sharing_server_allocate_nothing()
    {
        ProcessorSharingServer server = new(simulator, 3);
        simulator.Start(Arrive(1.6, Customer));

        AssertNothingAllocated();

        async Process Customer() => await server.Serve(serviceDraws.NextExponential(), standingLoad: 0.01);
    }

    [Fact]
    public void Waits_for_a_signal_with_a_time_out_allocate_nothing()
    {
        Signal signal = new(simulator);
        simulator.Start(Fire());
        for (int index = 0; index < 20; index++)
        {
            simulator.Start(Wait());
        }

        AssertNothingAllocated();

        async Process Fire()
        {
            while (true)
            {
                await simulator.Delay(arrivalDraws.NextExponential());
                signal.Fire();
            }
        }

        async Process Wait()
        {
            while (true)
            {
                if (!await signal.Wait(serviceDraws.NextExponential()))
                {
                    await simulator.Delay(0.1);
                }
            }
        }
    }

    [Fact]
    public void Passing_a_gate_and_awaiting_processes_and_results_allocate_nothing()
    {
        BatchGate gate = new(simulator, 1, 1, limit: 5);
        simulator.Start(Arrive(4, Customer));

        AssertNothingAllocated();

        async Process Customer()
        {
            await gate.Pass();
            double duration = await Assess();
            await Work(duration);
        }

        async Process<double> Assess()
        {
            await simulator.Delay(serviceDraws.NextExponential());
            return serviceDraws.NextExponential();
        }

        async Process Work(double duration) => await simulator.Delay(duration);
    }

    [Fact]
    public void Waiting_for_any_or_all_of_several_and_dropped_results_allocate_nothing()
    {
        Signal news = new(simulator);
        Signal alarm = new(simulator);
        simulator.Start(Fire());
        simulator.Start(Arrive(1, Customer));

        AssertNothingAllocated();

        async Process Fire()
        {
            while (true)
            {
                await simulator.Delay(arrivalDraws.NextExponential());
                news.Fire();
                await simulator.Delay(arrivalDraws.NextExponential());
                alarm.FireOne();
            }
        }

        async Process Customer()
        {
            simulator.Start(Assess());
            await simulator.WhenAny(news, alarm);
            await simulator.WhenAnyWithin(1, news, alarm, Work());
            await simulator.WhenAll(Work(), Work(), news);
            await simulator.WithTimeout(Work(), 1);
        }

        async Process<double> Assess()
        {
            await simulator.Delay(serviceDraws.NextExponential());
            return serviceDraws.NextExponential();
        }

        async Process Work() => await simulator.Delay(serviceDraws.NextExponential());
    }

    private async Process Arrive(double rate, Func<Process> customer)
    {
        while (true)
        {
            await simulator.Delay(arrivalDraws.NextExponential() / rate);
            simulator.Start(customer());
        }
    }

    private void AssertNothingAllocated() => AllocationCheck.None(output, simulator, warmUp: 100_000, end: 300_000, leastEvents: 200_000);
}
