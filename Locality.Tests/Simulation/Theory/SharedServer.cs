using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Is a worker that works on all cases at once, M/G/R processor sharing with a pace of at most 1. It starts in equilibrium.</summary>
internal sealed class SharedServer
{
    private readonly Simulator simulator = new();
    private readonly ProcessorSharingServer server;
    private readonly Distribution service;
    private readonly double arrivalRate;
    private readonly double horizon;
    private readonly Action<double, double> finished;
    private RandomStream arrivals;
    private RandomStream services;

    private SharedServer(int capacity, double load, Distribution service, double horizon, RandomStreams streams, Action<double, double> finished)
    {
        server = new ProcessorSharingServer(simulator, capacity);
        arrivalRate = load / service.Mean;
        this.service = service;
        this.horizon = horizon;
        this.finished = finished;
        arrivals = streams.Stream(new Purpose(1, "arrivals"));
        services = streams.Stream(new Purpose(2, "services"));

        // The number present does not depend on the distribution of the work, and what is left of each is a uniform part
        // of a length-biased one (Kelly, "Reversibility and stochastic networks", 1979).
        RandomStream start = streams.Stream(new Purpose(3, "start"));
        int present = new CategoricalDistribution(QueueTheory.NumberInSystem(capacity, load, 1)).Sample(ref start);
        for (int index = 0; index < present; index++)
        {
            simulator.Start(Job(start.NextUniform() * service.SampleLengthBiased(ref start), isCounted: false));
        }

        simulator.Start(Arrive());
    }

    /// <summary>Runs to a time and on until every job that came before it is done, and hands over the work and the time in system of each.</summary>
    public static void Run(int capacity, double load, Distribution service, double horizon, RandomStreams streams, Action<double, double> finished) =>
        new SharedServer(capacity, load, service, horizon, streams, finished).simulator.Run(horizon * 1.2);

    private async Process Arrive()
    {
        while (true)
        {
            await simulator.Delay(arrivals.NextExponential() / arrivalRate);
            simulator.Start(Job(service.Sample(ref services), isCounted: simulator.Now <= horizon));
        }
    }

    private async Process Job(double work, bool isCounted)
    {
        double arrival = simulator.Now;
        await server.Serve(work);
        if (isCounted)
        {
            finished(work, simulator.Now - arrival);
        }
    }
}
