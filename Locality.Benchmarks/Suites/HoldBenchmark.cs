using BenchmarkDotNet.Attributes;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>
/// The hold model (Jones, Communications of the ACM 29(4), 1986): each event that happens schedules itself again. The baseline
/// is a bare loop over the framework's priority queue, which has no ties in order, no cancelling and no processes.
/// </summary>
[MemoryDiagnoser]
public class HoldBenchmark
{
    /// <summary>The number of events that one invocation runs.</summary>
    internal const int Events = 1_000_000;

    private readonly PriorityQueue<int, double> queue = new();
    private Simulator processes = new();
    private Simulator handlers = new();
    private RandomStream queueDraws;
    private RandomStream processDraws;
    private RandomStream handlerDraws;

    /// <summary>Gets or sets the number of events pending.</summary>
    [Params(1000, 100_000)]
    public int Pending { get; set; }

    /// <summary>Fills the three calendars.</summary>
    [GlobalSetup]
    public void Fill()
    {
        RandomStreams streams = new(1, 0);
        queueDraws = streams.Stream(new Purpose(1, "queue"));
        processDraws = streams.Stream(new Purpose(2, "processes"));
        handlerDraws = streams.Stream(new Purpose(3, "handlers"));
        queue.Clear();
        processes = new Simulator();
        handlers = new Simulator();
        for (int index = 0; index < Pending; index++)
        {
            queue.Enqueue(index, queueDraws.NextExponential());
            processes.Start(Hold());
            handlers.Schedule(new HoldEvent(this), handlerDraws.NextExponential());
        }
    }

    /// <summary>Runs the framework's priority queue.</summary>
    /// <returns>The time reached.</returns>
    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public double PriorityQueue()
    {
        double now = 0;
        for (int index = 0; index < Events; index++)
        {
            queue.TryDequeue(out int item, out now);
            queue.Enqueue(item, now + queueDraws.NextExponential());
        }

        return now;
    }

    /// <summary>Runs the engine with event handlers.</summary>
    /// <returns>The number of events so far.</returns>
    [Benchmark(OperationsPerInvoke = Events)]
    public long Handlers() => RunFor(handlers);

    /// <summary>Runs the engine with processes.</summary>
    /// <returns>The number of events so far.</returns>
    [Benchmark(OperationsPerInvoke = Events)]
    public long Processes() => RunFor(processes);

    private long RunFor(Simulator simulator)
    {
        // Each of the pending events happens once a unit of time on average.
        simulator.Run(simulator.Now + ((double)Events / Pending));
        return simulator.EventCount;
    }

    private async Process Hold()
    {
        while (true)
        {
            await processes.Delay(processDraws.NextExponential());
        }
    }

    private sealed class HoldEvent(HoldBenchmark owner) : CalendarEvent(owner.handlers)
    {
        protected override void Occur() => Simulator.Schedule(this, owner.handlerDraws.NextExponential());
    }
}
