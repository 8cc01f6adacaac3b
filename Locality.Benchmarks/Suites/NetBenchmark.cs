using BenchmarkDotNet.Attributes;

namespace LocalitySim.Benchmarks;

/// <summary>A day of the referral network NET, which makes about 340 completions: the two ways to write a model.</summary>
[MemoryDiagnoser]
public class NetBenchmark
{
    private const int Days = 100;
    private readonly NetHandlers handlers = new(seed: 1);
    private readonly NetProcesses processes = new(seed: 1);

    /// <summary>Brings both to where as many leave as come.</summary>
    [GlobalSetup]
    public void Fill()
    {
        handlers.Advance(600);
        processes.Advance(600);
    }

    /// <summary>Runs the model of event handlers.</summary>
    /// <returns>The completions so far.</returns>
    [Benchmark(Baseline = true, OperationsPerInvoke = Days)]
    public long Handlers()
    {
        handlers.Advance(Days);
        return handlers.Units;
    }

    /// <summary>Runs the model of processes.</summary>
    /// <returns>The completions so far.</returns>
    [Benchmark(OperationsPerInvoke = Days)]
    public long Processes()
    {
        processes.Advance(Days);
        return processes.Units;
    }
}
