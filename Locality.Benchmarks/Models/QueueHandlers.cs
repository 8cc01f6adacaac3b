using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>M/M/1 at a load of 0.9, written as event handlers.</summary>
internal sealed class QueueHandlers : IModel
{
    private const int Arrival = 0;
    private const int Departure = 1;
    private const double MeanGap = 1 / 0.9;
    private readonly Queue<double> line = new();
    private readonly Tally waits = new();
    private RandomStream gaps;
    private RandomStream services;
    private bool isBusy;
    private long arrived;
    private long wanted;

    internal QueueHandlers(ulong seed)
    {
        RandomStreams streams = new(seed, 0);
        gaps = streams.Stream(Uses.Arrival);
        services = streams.Stream(Uses.Service);
        Simulator.Schedule(gaps.NextExponential() * MeanGap, Arrival, 0);
    }

    public long Units => waits.Count;

    public Simulator Simulator { get; } = new();

    public IReadOnlyList<Tally> Waits => [waits];

    public void Advance(double amount)
    {
        wanted = arrived + (long)amount;
        Handler handler = new(this);
        Simulator.Run(ref handler);
    }

    private void Arrive()
    {
        if (isBusy)
        {
            line.Enqueue(Simulator.Now);
        }
        else
        {
            isBusy = true;
            waits.Add(0);
            Simulator.Schedule(services.NextExponential(), Departure, 0);
        }

        Simulator.Schedule(gaps.NextExponential() * MeanGap, Arrival, 0);
        if (++arrived == wanted)
        {
            Simulator.Stop();
        }
    }

    private void Depart()
    {
        if (line.TryDequeue(out double arrival))
        {
            waits.Add(Simulator.Now - arrival);
            Simulator.Schedule(services.NextExponential(), Departure, 0);
        }
        else
        {
            isBusy = false;
        }
    }

    private readonly struct Handler(QueueHandlers model) : IEventHandler
    {
        public void Handle(int kind, int entity)
        {
            if (kind == Arrival)
            {
                model.Arrive();
            }
            else
            {
                model.Depart();
            }
        }
    }
}
