using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Models whose parameters are known, to be found again.</summary>
internal static class PlantedModels
{
    private static readonly Purpose s_start = new(1, "number at the start");
    private static readonly Purpose s_gaps = new(2, "gaps");
    private static readonly Purpose s_services = new(3, "services");
    private static readonly Purpose s_noise = new(4, "noise");

    /// <summary>A queue M/M/1 with an arrival rate and a mean service time, from equilibrium, by Lindley's recursion (1952): the mean wait in line and the arrivals in a unit of time.</summary>
    internal static VectorResponse Queue(uint experiment, int customers) => (parameters, replication) =>
    {
        (double rate, double service) = (parameters[0], parameters[1]);
        RandomStreams streams = new(20260710 + experiment, (uint)replication);
        RandomStream start = streams.Stream(s_start);
        RandomStream gaps = streams.Stream(s_gaps);
        RandomStream services = streams.Stream(s_services);
        double wait = 0;
        while (start.NextUniform() < rate * service)
        {
            wait += service * start.NextExponential();
        }

        double sum = 0;
        double time = 0;
        for (int customer = 0; customer < customers; customer++)
        {
            sum += wait;
            double gap = gaps.NextExponential() / rate;
            time += gap;
            wait = Math.Max(0, wait + (service * services.NextExponential()) - gap);
        }

        return [sum / customers, customers / time];
    };

    /// <summary>The mean wait in line of M/M/1 in equilibrium: ρ/(1 − ρ) services.</summary>
    internal static double MeanWait(double rate, double service) => rate * service / (1 - (rate * service)) * service;

    /// <summary>Normal noise of an output of a replication, the same whatever the parameters are.</summary>
    internal static double Noise(uint experiment, int replication, uint output)
    {
        RandomStream random = new RandomStreams(20260711 + experiment, (uint)replication).Stream(s_noise, entity: output);
        return random.NextNormal();
    }
}
