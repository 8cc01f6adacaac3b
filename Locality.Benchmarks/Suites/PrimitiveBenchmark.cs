using BenchmarkDotNet.Attributes;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>Time and bytes for one use of each primitive by a process. The baseline is a delay.</summary>
[MemoryDiagnoser]
public class PrimitiveBenchmark
{
    private const int Uses = 100_000;
    private readonly Simulator simulator = new();
    private readonly Resource resource;
    private readonly Resource crowded;
    private readonly Store<int> store;
    private readonly Container container;
    private readonly Signal signal;
    private readonly ProcessorSharingServer sharing;
    private readonly ServerPool pool;

    /// <summary>Makes the primitives.</summary>
    public PrimitiveBenchmark()
    {
        resource = new Resource(simulator, capacity: 1);
        crowded = new Resource(simulator, capacity: 1);
        store = new Store<int>(simulator);
        container = new Container(simulator);
        signal = new Signal(simulator);
        sharing = new ProcessorSharingServer(simulator, capacity: 1);
        pool = new ServerPool(simulator, [new Server(simulator, "one"), new Server(simulator, "two", speed: 2)]);
    }

    /// <summary>A delay.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Uses)]
    public void Delay() => Run(Delays());

    /// <summary>A unit taken at once and given back.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void AcquireFree() => Run(Holds());

    /// <summary>A unit waited for behind seven others, each of whom holds it for a delay.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void AcquireInQueue()
    {
        for (int index = 0; index < 8; index++)
        {
            simulator.Start(QueuedHolds());
        }

        simulator.Run();
    }

    /// <summary>A process started, awaited and ended, with a delay in it and a result.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void AwaitProcess() => Run(Calls());

    /// <summary>A signal waited for and fired.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void FireSignal()
    {
        simulator.Start(Listens());
        Run(Fires());
    }

    /// <summary>An item put into a store and taken.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void PutAndTake()
    {
        simulator.Start(Takes());
        Run(Puts());
    }

    /// <summary>An amount put into a container and taken.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void FillAndDrain() => Run(Fills());

    /// <summary>A job of a shared server that has it for itself.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void ShareServer() => Run(Shares());

    /// <summary>A job of a pool of two servers.</summary>
    [Benchmark(OperationsPerInvoke = Uses)]
    public void ServeByPool() => Run(Jobs());

    private void Run(Process process)
    {
        simulator.Start(process);
        simulator.Run();
    }

    private async Process Delays()
    {
        for (int index = 0; index < Uses; index++)
        {
            await simulator.Delay(1);
        }
    }

    private async Process Holds()
    {
        for (int index = 0; index < Uses; index++)
        {
            using Lease lease = await resource.Acquire();
        }
    }

    private async Process QueuedHolds()
    {
        for (int index = 0; index < Uses / 8; index++)
        {
            using Lease lease = await crowded.Acquire();
            await simulator.Delay(1);
        }
    }

    private async Process Calls()
    {
        double sum = 0;
        for (int index = 0; index < Uses; index++)
        {
            sum += await DelayOnce();
        }
    }

    private async Process<double> DelayOnce()
    {
        await simulator.Delay(1);
        return 1;
    }

    private async Process Listens()
    {
        for (int index = 0; index < Uses; index++)
        {
            await signal.Wait();
        }
    }

    private async Process Fires()
    {
        for (int index = 0; index < Uses; index++)
        {
            await simulator.Delay(1);
            signal.Fire();
        }
    }

    private async Process Takes()
    {
        for (int index = 0; index < Uses; index++)
        {
            await store.Take();
        }
    }

    private async Process Puts()
    {
        for (int index = 0; index < Uses; index++)
        {
            await simulator.Delay(1);
            await store.Put(index);
        }
    }

    private async Process Fills()
    {
        for (int index = 0; index < Uses; index++)
        {
            await container.Put(1);
            await container.Take(1);
        }
    }

    private async Process Shares()
    {
        for (int index = 0; index < Uses; index++)
        {
            await sharing.Serve(work: 1);
        }
    }

    private async Process Jobs()
    {
        for (int index = 0; index < Uses; index++)
        {
            await pool.Serve(work: 1);
        }
    }
}
