using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>NET, written as event handlers: referrals are indices, and nothing is an object.</summary>
internal sealed class NetHandlers : IModel
{
    private const int Arrival = 0;
    private const int ServiceEnd = 1;
    private const int Return = 2;
    private const int None = -1;
    private readonly Tally[] waits = [new(), new(), new()];
    private readonly Station[] stations = new Station[NetParameters.Places * NetParameters.Stages];
    private readonly RandomStream[] gaps;
    private readonly RandomStream[] services;
    private readonly RandomStream[] returns;
    private Referral[] referrals = new Referral[1024];
    private int referralCount;
    private int free = None;

    internal NetHandlers(ulong seed, uint replication = 0)
    {
        RandomStreams streams = new(seed, replication);
        gaps = NetParameters.StreamsOf(streams, Uses.Arrival, NetParameters.Places);
        services = NetParameters.StreamsOf(streams, Uses.Service, stations.Length);
        returns = NetParameters.StreamsOf(streams, Uses.Return, NetParameters.Places);
        for (int index = 0; index < stations.Length; index++)
        {
            stations[index] = new Station(NetParameters.ServersAt(index % NetParameters.Stages));
        }

        for (int place = 0; place < NetParameters.Places; place++)
        {
            ScheduleArrival(place);
        }
    }

    public long Units { get; private set; }

    public Simulator Simulator { get; } = new();

    public IReadOnlyList<Tally> Waits => waits;

    public void Advance(double amount)
    {
        Handler handler = new(this);
        Simulator.Run(ref handler, Simulator.Now + amount);
    }

    private void ScheduleArrival(int place) =>
        Simulator.Schedule(gaps[place].NextExponential() / NetParameters.ArrivalsPerDay, Arrival, place);

    private void Arrive(int place)
    {
        ScheduleArrival(place);
        int referral = free;
        if (referral != None)
        {
            free = referrals[referral].NextFree;
        }
        else
        {
            referral = referralCount++;
            if (referral == referrals.Length)
            {
                Array.Resize(ref referrals, referral * 2);
            }
        }

        referrals[referral].Place = place;
        Enter(referral, 0);
    }

    private void Enter(int id, int stage)
    {
        ref Referral referral = ref referrals[id];
        referral.Stage = stage;
        int number = (referral.Place * NetParameters.Stages) + stage;
        Station station = stations[number];
        if (station.Free > 0)
        {
            station.Free--;
            waits[stage].Add(0);
            Serve(id, number, stage);
        }
        else
        {
            referral.Queued = Simulator.Now;
            station.Line.Enqueue(id);
        }
    }

    private void Serve(int id, int station, int stage) =>
        Simulator.Schedule(NetParameters.ServiceDays(stage, ref services[station]), ServiceEnd, id);

    private void EndService(int id)
    {
        ref Referral referral = ref referrals[id];
        int stage = referral.Stage;
        int place = referral.Place;
        Units++;
        int number = (place * NetParameters.Stages) + stage;
        Station station = stations[number];
        if (station.Line.TryDequeue(out int next))
        {
            waits[stage].Add(Simulator.Now - referrals[next].Queued);
            Serve(next, number, stage);
        }
        else
        {
            station.Free++;
        }

        if (stage + 1 < NetParameters.Stages)
        {
            Enter(id, stage + 1);
        }
        else if (returns[place].NextUniform() < NetParameters.ReturnShare)
        {
            Simulator.Schedule(returns[place].NextExponential() * NetParameters.MeanReturnDays, Return, id);
        }
        else
        {
            referral.NextFree = free;
            free = id;
        }
    }

    private struct Referral
    {
        public double Queued;
        public int Place;
        public int Stage;
        public int NextFree;
    }

    private sealed class Station(int servers)
    {
        public readonly Queue<int> Line = new();
        public int Free = servers;
    }

    private readonly struct Handler(NetHandlers model) : IEventHandler
    {
        public void Handle(int kind, int entity)
        {
            switch (kind)
            {
                case Arrival:
                    model.Arrive(entity);
                    break;
                case ServiceEnd:
                    model.EndService(entity);
                    break;
                default:
                    model.Enter(entity, 0);
                    break;
            }
        }
    }
}
