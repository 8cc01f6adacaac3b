using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class RunTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public RunTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_run_includes_the_events_at_its_last_time_and_no_later_ones()
    {
        Schedule("at the end", 5);
        Schedule("after the end", 5.000001);

        simulator.Run(5);

        trace.ShouldBe((5, "at the end"));
        Assert.Equal(5, simulator.Now);
        Assert.Equal(1, simulator.PendingCount);
    }

    [Fact]
    public void A_run_moves_the_time_to_its_last_time_though_nothing_happens()
    {
        simulator.Run(4);
        Assert.Equal(4, simulator.Now);

        Schedule("later", 2);
        simulator.Run();

        trace.ShouldBe((6, "later"));
    }

    [Fact]
    public void A_run_to_the_present_time_does_what_is_due_now()
    {
        simulator.Run(3);
        Schedule("now", 0);

        simulator.Run(3);

        trace.ShouldBe((3, "now"));
    }

    [Theory]
    [InlineData(2.9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_run_to_no_time_from_now_on_is_refused(double until)
    {
        simulator.Run(3);

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Run(until));

        Assert.StartsWith("Expected a finite time from now (3) on.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_inside_a_run_is_refused()
    {
        ActionEvent nested = new(simulator, () => simulator.Run(2));
        simulator.Schedule(nested, 1);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => simulator.Run());

        Assert.Equal("This simulator runs already: Run was called from an event or a process of its own.", error.Message);
    }

    [Fact]
    public void One_who_was_woken_before_the_run_and_stops_it_stops_it_before_its_first_event()
    {
        Signal signal = new(simulator);
        simulator.Start(StopOnSignal());
        Schedule("first", 2);
        signal.Fire();

        simulator.Run(5);

        trace.ShouldBe((0, "stops"));
        Assert.Equal(0, simulator.Now);
        simulator.Run(5);
        trace.ShouldBe((0, "stops"), (2, "first"));
        Assert.Equal(5, simulator.Now);

        async Process StopOnSignal()
        {
            await signal.Wait();
            trace.Note("stops");
            simulator.Stop();
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(37.25)]
    [InlineData(99.999)]
    [InlineData(200.0)]
    public void A_run_in_two_parts_equals_a_run_in_one(double split)
    {
        List<(double, string)> whole = RunClinic([200]);

        List<(double, string)> parts = RunClinic([split, split, 200]);

        Assert.True(whole.Count > 500);
        Assert.Equal(whole, parts);
    }

    /// <summary>Runs a small model that uses every primitive, stopping at each of the times.</summary>
    private static List<(double Time, string What)> RunClinic(double[] stops)
    {
        Simulator clinic = new();
        List<(double, string)> log = [];
        Resource desk = new(clinic, 2);
        BatchGate panel = new(clinic, 3, 3, limit: 8);
        ProcessorSharingServer worker = new(clinic, 2);
        RandomStream random = new RandomStreams(11, 0).Stream(new Purpose(1, "all"));
        desk.Follow([new CapacityChange(50, 3), new CapacityChange(120, 1)]);
        clinic.Start(Arrivals());
        foreach (double stop in stops)
        {
            clinic.Run(stop);
        }

        return log;

        async Process Arrivals()
        {
            for (int number = 0; ; number++)
            {
                await clinic.Delay(random.NextExponential() * 0.6);
                clinic.Start(Customer(number));
            }
        }

        async Process Customer(int number)
        {
            using (Lease lease = await desk.Acquire(priority: number % 2, patience: 4 * random.NextUniform()))
            {
                log.Add((clinic.Now, $"{number} {lease.Granted}"));
                if (!lease.Granted)
                {
                    return;
                }

                await clinic.Delay(random.NextExponential());
            }

            await panel.Pass();
            await worker.Serve(random.NextExponential());
            log.Add((clinic.Now, $"{number} done"));
        }
    }

    private void Schedule(string what, double delay) => simulator.Schedule(new ActionEvent(simulator, () => trace.Note(what)), delay);
}
