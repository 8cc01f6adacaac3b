using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Is a queue for a number of slots, by processes: M/M/c, or M/M/c + M with patience. It starts in equilibrium.</summary>
internal sealed class SlotQueue
{
    private readonly Simulator simulator;
    private readonly double arrivalRate;
    private readonly double meanService;
    private readonly double? meanPatience;
    private RandomStream arrivals;
    private RandomStream services;
    private RandomStream patiences;

    public SlotQueue(Simulator simulator, RandomStreams streams, uint group, int slots, double arrivalRate, double meanService, double? meanPatience = null)
    {
        this.simulator = simulator;
        this.arrivalRate = arrivalRate;
        this.meanService = meanService;
        this.meanPatience = meanPatience;
        arrivals = streams.Stream(new Purpose(1, "arrivals"), group);
        services = streams.Stream(new Purpose(2, "services"), group);
        patiences = streams.Stream(new Purpose(3, "patience"), group);
        Slots = new Resource(simulator, slots);

        // Without memory, those present go on as if they had come just now.
        RandomStream start = streams.Stream(new Purpose(4, "start"), group);
        int present = new CategoricalDistribution(QueueTheory.NumberInSystem(slots, arrivalRate, meanService, meanPatience)).Sample(ref start);
        for (int index = 0; index < present; index++)
        {
            simulator.Start(Customer(isCounted: false));
        }

        simulator.Start(Arrive());
    }

    public Resource Slots { get; }

    public Tally Waits { get; } = new();

    public long Arrived { get; private set; }

    public long Waited { get; private set; }

    public long Lost { get; private set; }

    private async Process Arrive()
    {
        while (true)
        {
            await simulator.Delay(arrivals.NextExponential() / arrivalRate);
            Arrived++;
            simulator.Start(Customer(isCounted: true));
        }
    }

    private async Process Customer(bool isCounted)
    {
        double arrival = simulator.Now;
        if (isCounted && Slots.InUse >= Slots.Capacity)
        {
            Waited++;
        }

        using Lease lease = await Slots.Acquire(patience: meanPatience is null ? null : meanPatience * patiences.NextExponential());
        if (isCounted)
        {
            Waits.Add(simulator.Now - arrival);
            Lost += lease.Granted ? 0 : 1;
        }

        if (lease.Granted)
        {
            await simulator.Delay(meanService * services.NextExponential());
        }
    }
}
