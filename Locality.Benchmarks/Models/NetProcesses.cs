using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>NET, written as processes: one a referral.</summary>
internal sealed class NetProcesses : IModel
{
    private readonly Tally[] waits = [new(), new(), new()];
    private readonly Resource[] stations = new Resource[NetParameters.Places * NetParameters.Stages];
    private readonly RandomStream[] gaps;
    private readonly RandomStream[] services;
    private readonly RandomStream[] returns;

    internal NetProcesses(ulong seed, uint replication = 0)
    {
        RandomStreams streams = new(seed, replication);
        gaps = NetParameters.StreamsOf(streams, Uses.Arrival, NetParameters.Places);
        services = NetParameters.StreamsOf(streams, Uses.Service, stations.Length);
        returns = NetParameters.StreamsOf(streams, Uses.Return, NetParameters.Places);
        for (int index = 0; index < stations.Length; index++)
        {
            stations[index] = new Resource(Simulator, NetParameters.ServersAt(index % NetParameters.Stages));
        }

        for (int place = 0; place < NetParameters.Places; place++)
        {
            Simulator.Start(Arrive(place));
        }
    }

    public long Units { get; private set; }

    public Simulator Simulator { get; } = new();

    public IReadOnlyList<Tally> Waits => waits;

    public void Advance(double amount) => Simulator.Run(Simulator.Now + amount);

    private async Process Arrive(int place)
    {
        while (true)
        {
            await Simulator.Delay(gaps[place].NextExponential() / NetParameters.ArrivalsPerDay);
            Simulator.Start(Referral(place));
        }
    }

    private async Process Referral(int place)
    {
        while (true)
        {
            for (int stage = 0; stage < NetParameters.Stages; stage++)
            {
                double queued = Simulator.Now;
                int station = (place * NetParameters.Stages) + stage;
                using Lease worker = await stations[station].Acquire();
                waits[stage].Add(Simulator.Now - queued);
                await Simulator.Delay(NetParameters.ServiceDays(stage, ref services[station]));
                Units++;
            }

            if (returns[place].NextUniform() >= NetParameters.ReturnShare)
            {
                return;
            }

            await Simulator.Delay(returns[place].NextExponential() * NetParameters.MeanReturnDays);
        }
    }
}
