using BenchmarkDotNet.Attributes;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>
/// Customers of one server at a load of 0.8: time and bytes a customer. The baseline is M/M/1 as a bare loop over the
/// framework's priority queue, with counters in the place of customers.
/// </summary>
[MemoryDiagnoser]
public class QueueBenchmark
{
    private const int Customers = 500_000;
    private const double Load = 0.8;
    private Simulator queueing = new();
    private Simulator sharing = new();
    private RandomStream draws = new RandomStreams(1, 0).Stream(new Purpose(1, "all"));

    /// <summary>Starts the models.</summary>
    [GlobalSetup]
    public void Start()
    {
        queueing = new Simulator();
        sharing = new Simulator();
        Resource server = new(queueing, 1);
        ProcessorSharingServer worker = new(sharing, 1);
        queueing.Start(Arrive(queueing, () => Visit(server)));
        sharing.Start(Arrive(sharing, () => Share(worker)));
    }

    /// <summary>Runs M/M/1 as a bare loop.</summary>
    /// <returns>The number served.</returns>
    [Benchmark(Baseline = true, OperationsPerInvoke = Customers)]
    public int PriorityQueueLoop()
    {
        PriorityQueue<bool, double> calendar = new();
        int arrived = 0;
        int present = 0;
        int served = 0;
        calendar.Enqueue(true, draws.NextExponential() / Load);
        while (arrived < Customers && calendar.TryDequeue(out bool isArrival, out double now))
        {
            if (isArrival)
            {
                arrived++;
                present++;
                calendar.Enqueue(true, now + (draws.NextExponential() / Load));
            }
            else
            {
                served++;
                present--;
            }

            if (present > 0 && (!isArrival || present == 1))
            {
                calendar.Enqueue(false, now + draws.NextExponential());
            }
        }

        return served;
    }

    /// <summary>Runs M/M/1 with a process a customer.</summary>
    /// <returns>The number of events so far.</returns>
    [Benchmark(OperationsPerInvoke = Customers)]
    public long ResourceProcesses() => RunFor(queueing);

    /// <summary>Runs M/M/1 processor sharing with a process a customer.</summary>
    /// <returns>The number of events so far.</returns>
    [Benchmark(OperationsPerInvoke = Customers)]
    public long SharedServerProcesses() => RunFor(sharing);

    private static long RunFor(Simulator simulator)
    {
        simulator.Run(simulator.Now + (Customers / Load));
        return simulator.EventCount;
    }

    private async Process Arrive(Simulator simulator, Func<Process> customer)
    {
        while (true)
        {
            await simulator.Delay(draws.NextExponential() / Load);
            simulator.Start(customer());
        }
    }

    private async Process Visit(Resource server)
    {
        using Lease lease = await server.Acquire();
        await queueing.Delay(draws.NextExponential());
    }

    private async Process Share(ProcessorSharingServer worker) => await worker.Serve(draws.NextExponential());
}
