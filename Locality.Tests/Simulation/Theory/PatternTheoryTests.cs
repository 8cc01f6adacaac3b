using LocalitySim.Simulation;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Patterns made of processes and resources against known values: blocking after service, a finite source, routing by state.</summary>
public sealed class PatternTheoryTests(ITestOutputHelper output)
{
    private const int Batches = 40;

    [Fact]
    public void Two_servers_in_tandem_without_a_buffer_pass_two_thirds_of_what_each_could()
    {
        // Blocking after service, the first never without work: in the chain {both work, first blocked, second idle} each state has
        // a third of the time, so that 2/3 μ pass (Hunt, "Sequential arrays of waiting lines", Operations Research 4(6), 1956).
        const double Rate = 1;
        const double Horizon = 10_000;
        double[] throughputs = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(811, (uint)batch);
            RandomStream firsts = streams.Stream(new Purpose(1, "first"));
            RandomStream seconds = streams.Stream(new Purpose(2, "second"));
            Resource first = new(simulator, 1);
            Resource second = new(simulator, 1);
            int passed = 0;
            simulator.Start(Source());
            simulator.Run(Horizon);
            throughputs[batch] = passed / Horizon;

            async Process Source()
            {
                while (true)
                {
                    // The next begins as soon as the first server is given back.
                    Lease lease = await first.Acquire();
                    simulator.Start(Pass(lease));
                }
            }

            async Process Pass(Lease held)
            {
                await simulator.Delay(firsts.NextExponential() / Rate);
                using Lease next = await second.Acquire();
                held.Dispose();
                await simulator.Delay(seconds.NextExponential() / Rate);
                passed++;
            }
        }

        TheoryCheck.Inside(output, "Tandem without a buffer, throughput", 2.0 / 3 * Rate, throughputs);
    }

    [Fact]
    public void Machines_that_two_repair_follow_the_chain_of_the_finite_source()
    {
        // M/M/c//N: n are down; up → down at (N − n) ÷ mean life, repaired at min(n, c) ÷ mean repair.
        const int Machines = 6;
        const int Repairers = 2;
        const double MeanLife = 10;
        const double MeanRepair = 4;
        const double Horizon = 30_000;
        double[] down = new double[Machines + 1];
        down[0] = 1;
        for (int number = 1; number <= Machines; number++)
        {
            down[number] = down[number - 1] * (Machines - number + 1) / MeanLife / (Math.Min(number, Repairers) / MeanRepair);
        }

        double total = down.Sum();
        double busy = down.Select((weight, number) => weight * Math.Min(number, Repairers)).Sum() / total;
        double waiting = down.Select((weight, number) => weight * Math.Max(0, number - Repairers)).Sum() / total;
        double[] busyMeans = new double[Batches];
        double[] waitingMeans = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(812, (uint)batch);
            RandomStream lives = streams.Stream(new Purpose(1, "lives"));
            RandomStream repairs = streams.Stream(new Purpose(2, "repairs"));
            ServerPool workshop = new(simulator, Enumerable.Range(0, Repairers).Select(number => new Server(simulator, $"{number}")));
            for (int machine = 0; machine < Machines; machine++)
            {
                simulator.Start(Machine());
            }

            simulator.Run(Horizon);
            busyMeans[batch] = workshop.Servers.Average(server => server.Utilisation(Horizon)!.Value);
            waitingMeans[batch] = workshop.QueueLengthOverTime.Mean(Horizon);

            async Process Machine()
            {
                while (true)
                {
                    await simulator.Delay(MeanLife * lives.NextExponential());
                    await workshop.Serve(MeanRepair * repairs.NextExponential());
                }
            }
        }

        TheoryCheck.Inside(output, "Machine repair, repairers busy", busy / Repairers, busyMeans);
        TheoryCheck.Inside(output, "Machine repair, machines waiting", waiting, waitingMeans);
    }

    [Fact]
    public void Joining_the_shorter_of_two_short_queues_follows_its_chain()
    {
        // At most three at each of two servers; who finds both full is lost. The sixteen states are solved exactly.
        const int Room = 3;
        const double Rate = 1.6;
        const double Horizon = 15_000;
        (double loss, double present) = ShorterQueue(Room, Rate);
        double[] losses = new double[Batches];
        double[] presents = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(813, (uint)batch);
            RandomStream gaps = streams.Stream(new Purpose(1, "gaps"));
            RandomStream works = streams.Stream(new Purpose(2, "works"));
            ServerPoolOptions options = new() { QueueLimit = Room - 1 };
            ServerPool left = new(simulator, [new Server(simulator, "left")], options);
            ServerPool right = new(simulator, [new Server(simulator, "right")], options);
            int came = 0;
            simulator.Start(Source());
            simulator.Run(Horizon);
            losses[batch] = (double)(left.Balked + right.Balked) / came;
            presents[batch] = left.QueueLengthOverTime.Mean(Horizon) + right.QueueLengthOverTime.Mean(Horizon)
                + left.Servers[0].BusyOverTime.Mean(Horizon) + right.Servers[0].BusyOverTime.Mean(Horizon);

            async Process Source()
            {
                while (true)
                {
                    await simulator.Delay(gaps.NextExponential() / Rate);
                    simulator.Start(Job());
                }
            }

            async Process Job()
            {
                came++;
                await Routing.ShortestQueue(left, right).Serve(works.NextExponential());
            }
        }

        TheoryCheck.Inside(output, "Join the shorter queue, share lost", loss, losses);
        TheoryCheck.Inside(output, "Join the shorter queue, number present", present, presents);
    }

    private static (double Loss, double Present) ShorterQueue(int room, double rate)
    {
        int side = room + 1;
        Matrix<double> flow = Matrix<double>.Build.Dense(side * side, side * side);
        for (int left = 0; left <= room; left++)
        {
            for (int right = 0; right <= room; right++)
            {
                Go(left, right, left <= right ? left + 1 : left, left <= right ? right : right + 1, rate);
                Go(left, right, left - 1, right, 1);
                Go(left, right, left, right - 1, 1);
            }
        }

        // One balance equation is superfluous and gives way to the sum of the chances.
        Matrix<double> equations = flow.Transpose();
        equations.SetRow(0, Vector<double>.Build.Dense(side * side, 1));
        Vector<double> chances = equations.Solve(Vector<double>.Build.Dense(side * side, state => state == 0 ? 1 : 0));
        return (chances[(side * side) - 1], chances.Select((chance, state) => chance * ((state / side) + (state % side))).Sum());

        void Go(int left, int right, int nextLeft, int nextRight, double speed)
        {
            if (nextLeft >= 0 && nextRight >= 0 && nextLeft <= room && nextRight <= room)
            {
                flow[(left * side) + right, (nextLeft * side) + nextRight] += speed;
                flow[(left * side) + right, (left * side) + right] -= speed;
            }
        }
    }
}
