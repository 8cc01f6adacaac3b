using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Tracking holders must change nothing that a model can see.</summary>
public sealed class HolderTrackingTests
{
    [Fact]
    public void Nothing_happens_in_another_order()
    {
        for (uint seed = 0; seed < 20; seed++)
        {
            Assert.Equal(Trace(seed, track: false), Trace(seed, track: true));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_free_unit_is_taken_at_once_and_the_process_goes_on_before_its_starter(bool track)
    {
        Simulator simulator = new(new SimulatorOptions { TrackHolders = track });
        EventTrace trace = new(simulator);
        Resource desk = new(simulator, 2);
        Process first = Take("first");
        trace.Note("called");
        Process<int> second = Yield();
        trace.Note("called again");

        Assert.True(first.IsFinished);
        Assert.True(second.IsFinished);
        simulator.Start(first, "first");
        simulator.Start(second, "second");
        simulator.Start(Wait());
        simulator.Run();

        Assert.Equal(0, desk.InUse);
        trace.ShouldBe((0, "first 1"), (0, "called"), (0, "second 1"), (0, "called again"), (0, "result 7"));

        async Process Take(string name)
        {
            using Lease lease = await desk.Acquire();
            trace.Note($"{name} {desk.InUse}");
        }

        async Process<int> Yield()
        {
            await Take("second");
            return 7;
        }

        async Process Wait() => trace.Note($"result {await Result()}");

        async Process<int> Result()
        {
            using Lease lease = await desk.Acquire();
            return 7;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_failure_before_the_first_wait_ends_the_start(bool track)
    {
        Simulator simulator = new(new SimulatorOptions { TrackHolders = track });
        Resource desk = new(simulator, 2);

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Start(Fail(), "case 7"));
        ProcessException second = Assert.Throws<ProcessException>(() => simulator.Start(FailToYield()));

        Assert.Equal("Process 'case 7' failed at time 0: boom", error.Message);
        Assert.Equal("Process 'FailToYield' failed at time 0: boom", second.Message);
        Assert.Equal(0, desk.InUse);
        simulator.Run();

        async Process Fail()
        {
            using Lease lease = await desk.Acquire();
            throw new NotSupportedException("boom");
        }

        async Process<int> FailToYield()
        {
            using Lease lease = await desk.Acquire();
            throw new NotSupportedException("boom");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_of_free_units_keeps_the_stack_flat(bool track)
    {
        Simulator simulator = new(new SimulatorOptions { TrackHolders = track });
        Resource desk = new(simulator, 1);
        int taken = 0;
        simulator.Start(Take());

        simulator.Run();

        Assert.Equal(200_000, taken);

        async Process Take()
        {
            for (int index = 0; index < 200_000; index++)
            {
                using Lease lease = await desk.Acquire();
                taken += desk.InUse;
                if (index == 100_000)
                {
                    await simulator.Delay(1);
                }
            }
        }
    }

    [Fact]
    public void Leases_of_two_holds_differ_where_holders_are_tracked()
    {
        Simulator simulator = new(new SimulatorOptions { TrackHolders = true });
        Resource desk = new(simulator, 2);
        List<Lease> leases = [];
        simulator.Start(Take());
        simulator.Start(Take());

        Assert.NotEqual(leases[0], leases[1]);

        async Process Take() => leases.Add(await desk.Acquire());
    }

    private static List<(double, string)> Trace(uint seed, bool track)
    {
        Simulator simulator = new(new SimulatorOptions { TrackHolders = track });
        List<(double, string)> entries = [];
        Resource[] desks = [new(simulator, 1), new(simulator, 2)];
        RandomStream draws = new RandomStreams(seed, 0).Stream(new Purpose(1, "draws"));
        List<Process> visits = [];
        for (int index = 0; index < 60; index++)
        {
            Process visit = Visit(index);
            simulator.Start(visit);
            visits.Add(visit);
        }

        simulator.Run();
        entries.Add((simulator.EventCount, $"{desks[0].InUse} {desks[1].InUse}"));
        return entries;

        async Process Visit(int index)
        {
            try
            {
                for (int round = 0; round < 3; round++)
                {
                    if (draws.NextIndex(3) > 0)
                    {
                        await simulator.Delay(draws.NextIndex(8));
                    }

                    bool got = await Use(index, desks[draws.NextIndex(2)]);
                    entries.Add((simulator.Now, $"{index} {got}"));
                }
            }
            catch (ProcessException error)
            {
                entries.Add((simulator.Now, $"{index} {error.Message}"));
            }
        }

        async Process<bool> Use(int index, Resource desk)
        {
            using Lease lease = await desk.Acquire(draws.NextIndex(2), draws.NextIndex(3) == 0 ? 1 : null);
            entries.Add((simulator.Now, $"{index} {lease.Granted} {desk.InUse} {desk.QueueLength}"));
            if (lease.Granted && draws.NextIndex(2) > 0)
            {
                await simulator.Delay(draws.NextIndex(2));
            }

            int other = draws.NextIndex(60);
            if (other < visits.Count && draws.NextIndex(4) == 0)
            {
                simulator.Cancel(visits[other]);
            }

            return lease.Granted;
        }
    }
}
