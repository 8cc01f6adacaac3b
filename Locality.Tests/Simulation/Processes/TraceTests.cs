using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class TraceTests
{
    [Fact]
    public void A_trace_tells_waits_changes_and_ends_in_the_order_in_which_they_happen()
    {
        Simulator simulator = new();
        List<string> lines = [];
        simulator.Trace = entry => lines.Add(entry.ToString());
        Resource desk = new(simulator, 1, "desk");
        simulator.Start(Visit(2), "first");
        simulator.Start(Visit(1), "second");
        simulator.Start(Visit(1, patience: 0.5), "third");

        simulator.Run();

        Assert.Equal(
            [
                "0 desk changes to 1 of 1 in use, 0 waiting",
                "0 Visit waits",
                "0 desk changes to 1 of 1 in use, 1 waiting",
                "0 Visit waits for desk",
                "0 desk changes to 1 of 1 in use, 2 waiting",
                "0 Visit waits for desk",
                "0.5 desk changes to 1 of 1 in use, 1 waiting",
                "0.5 third resumes out of patience",
                "0.5 third ends",
                "2 first resumes",
                "2 desk changes to 1 of 1 in use, 0 waiting",
                "2 first ends",
                "2 second resumes",
                "2 second waits",
                "3 second resumes",
                "3 desk changes to 0 of 1 in use, 0 waiting",
                "3 second ends",
            ],
            lines);

        async Process Visit(double length, double? patience = null)
        {
            using Lease lease = await desk.Acquire(patience: patience);
            if (lease.Granted)
            {
                await simulator.Delay(length);
            }
        }
    }

    [Fact]
    public void A_trace_tells_events_of_handlers_and_failures()
    {
        Simulator simulator = new();
        List<TraceEntry> entries = [];
        simulator.Trace = entries.Add;
        simulator.Schedule(1, kind: 3, entity: 9);
        simulator.Start(Fail(), "sick");
        Ignore handler = default;

        Assert.Throws<ProcessException>(() => simulator.Run(ref handler));

        Assert.Equal(new TraceEntry(1, TraceKind.Occurs, "kind 3 of entity 9", null), entries[1]);
        Assert.Equal("2 sick fails Process 'sick' failed at time 2: no luck", entries[^1].ToString());

        async Process Fail()
        {
            await simulator.Delay(2);
            throw new InvalidOperationException("no luck");
        }
    }

    [Fact]
    public void Tracing_changes_no_result()
    {
        Assert.Equal(Waits(isTraced: false), Waits(isTraced: true));

        static List<double> Waits(bool isTraced)
        {
            Simulator simulator = new();
            if (isTraced)
            {
                simulator.Trace = _ => { };
            }

            Resource desk = new(simulator, 2);
            RandomStream draws = new RandomStreams(3, 0).Stream(new Purpose(1, "all"));
            List<double> waits = [];
            simulator.Start(Arrive());
            simulator.Run(200);
            return waits;

            async Process Arrive()
            {
                while (true)
                {
                    await simulator.Delay(draws.NextExponential());
                    simulator.Start(Visit());
                }
            }

            async Process Visit()
            {
                double arrival = simulator.Now;
                using Lease lease = await desk.Acquire();
                waits.Add(simulator.Now - arrival);
                await simulator.Delay(1.8 * draws.NextExponential());
            }
        }
    }

    private readonly struct Ignore : IEventHandler
    {
        public void Handle(int kind, int entity)
        {
        }
    }
}
