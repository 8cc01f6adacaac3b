using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>M/M/1 at a load of 0.9, written as processes: one a customer.</summary>
internal sealed class QueueProcesses : IModel
{
    private const double MeanGap = 1 / 0.9;
    private readonly Tally waits = new();
    private readonly Resource server;
    private RandomStream gaps;
    private RandomStream services;
    private long arrived;
    private long wanted;

    internal QueueProcesses(ulong seed)
    {
        RandomStreams streams = new(seed, 0);
        gaps = streams.Stream(Uses.Arrival);
        services = streams.Stream(Uses.Service);
        server = new Resource(Simulator, capacity: 1);
        Simulator.Start(Arrive());
    }

    public long Units => waits.Count;

    public Simulator Simulator { get; } = new();

    public IReadOnlyList<Tally> Waits => [waits];

    public void Advance(double amount)
    {
        wanted = arrived + (long)amount;
        Simulator.Run();
    }

    private async Process Arrive()
    {
        while (true)
        {
            await Simulator.Delay(gaps.NextExponential() * MeanGap);
            Simulator.Start(Visit());
            if (++arrived == wanted)
            {
                Simulator.Stop();
            }
        }
    }

    private async Process Visit()
    {
        double arrival = Simulator.Now;
        using Lease lease = await server.Acquire();
        waits.Add(Simulator.Now - arrival);
        await Simulator.Delay(services.NextExponential());
    }
}
