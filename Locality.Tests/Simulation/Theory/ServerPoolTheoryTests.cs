using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Pools of servers against known values: priorities, pre-emption, vacations, unlike servers.</summary>
public sealed class ServerPoolTheoryTests(ITestOutputHelper output)
{
    private const int Batches = 40;
    private const double WarmUp = 500;

    [Fact]
    public void Pre_emptive_resume_of_two_classes_gives_kleinrocks_times_in_the_system()
    {
        // Kleinrock, "Queueing Systems, Volume 2: Computer Applications" (1976), section 3.7:
        // T_k = (E[S_k] (1 − σ_k) + Σ_{i ≤ k} λ_i E[S_i²] ÷ 2) ÷ ((1 − σ_{k−1}) (1 − σ_k)).
        double urgent = 1 / (1 - 0.3);
        double plain = ((2 * (1 - 0.5)) + (((0.3 * 2) + (0.1 * 8)) / 2)) / ((1 - 0.3) * (1 - 0.5));
        (double[] urgentTimes, double[] plainTimes, double[] busy) = TwoClasses(801, PreemptionRule.Resume, plainRate: 0.1, horizon: 30_000, (_, time) => time);
        TheoryCheck.Inside(output, "M/M/1 pre-emptive resume, urgent, time in the system", urgent, urgentTimes);
        TheoryCheck.Inside(output, "M/M/1 pre-emptive resume, plain, time in the system", plain, TheoryCheck.Controlled(plainTimes, busy, 0.5));
    }

    [Fact]
    public void Priority_without_pre_emption_gives_cobhams_waits()
    {
        // Cobham, "Priority assignment in waiting line problems", Operations Research 2(1), 1954:
        // W_k = Σ λ_i E[S_i²] ÷ 2 ÷ ((1 − σ_{k−1}) (1 − σ_k)).
        const double Residual = ((0.3 * 2) + (0.2 * 8)) / 2;
        (double[] urgentWaits, double[] plainWaits, double[] busy) = TwoClasses(802, PreemptionRule.None, plainRate: 0.2, horizon: 70_000, (outcome, _) => outcome.WaitBeforeService!.Value);
        TheoryCheck.Inside(output, "M/M/1 with two classes, urgent, wait", Residual / (1 - 0.3), urgentWaits);
        TheoryCheck.Inside(output, "M/M/1 with two classes, plain, wait", Residual / ((1 - 0.3) * (1 - 0.7)), TheoryCheck.Controlled(plainWaits, busy, 0.7));
    }

    [Fact]
    public void Multiple_vacations_add_their_mean_residual_to_the_wait()
    {
        // Fuhrmann and Cooper, "Stochastic decompositions in the M/G/1 queue with generalized vacations", Operations Research
        // 33(5), 1985; λ = 0.6, S uniform on (0, 2): E[S²] = 4/3; V exponential with mean 1.5: E[V²] ÷ (2 E[V]) = 1.5.
        const double Wait = (0.6 * (4.0 / 3) / (2 * (1 - 0.6))) + 1.5;
        double[] waits = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(803, (uint)batch);
            RandomStream vacations = streams.Stream(new Purpose(3, "vacations"));
            ServerPool pool = new(
                simulator,
                [new Server(simulator, "one")],
                new ServerPoolOptions { Vacation = _ => 1.5 * vacations.NextExponential() });
            Tally wait = new();
            Arrive(simulator, pool, streams, 0, 0.6, new UniformDistribution(0, 2), priority: 0, (outcome, _) => wait.Add(outcome.WaitBeforeService!.Value));
            simulator.Run(30_000);
            waits[batch] = wait.Mean!.Value;
        }

        TheoryCheck.Inside(output, "M/G/1 with multiple vacations, wait", Wait, waits);
    }

    [Fact]
    public void Two_unlike_servers_with_the_fastest_first_follow_their_chain()
    {
        const double Rate = 0.75;
        const double Quick = 1;
        const double Slow = 0.5;

        // States: none, one at the quick server, one at the slow one, two or more. In multiples of the chance of two, by the cuts
        // around the slow one's state and between one and two, and the balance of the empty state. Above two it is geometric.
        const double Geometric = 1 / (1 - (Rate / (Quick + Slow)));
        const double AtSlow = Quick / (Rate + Slow);
        const double AtQuick = ((Quick + Slow) / Rate) - AtSlow;
        const double Empty = ((Quick * AtQuick) + (Slow * AtSlow)) / Rate;
        const double Total = Empty + AtQuick + AtSlow + Geometric;
        double[] quicks = new double[Batches];
        double[] slows = new double[Batches];
        double[] queues = new double[Batches];
        double[] works = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(804, (uint)batch);
            ServerPool pool = new(
                simulator,
                [new Server(simulator, "slow", Slow), new Server(simulator, "quick", Quick)],
                new ServerPoolOptions { Choice = ServerChoice.FastestFirst });
            Arrive(simulator, pool, streams, 0, Rate, new ExponentialDistribution(1), priority: 0, (_, _) => { });
            Warm(simulator, pool);
            simulator.Run(20_000);
            slows[batch] = pool.Servers[0].Utilisation(20_000)!.Value;
            quicks[batch] = pool.Servers[1].Utilisation(20_000)!.Value;
            works[batch] = (Slow * slows[batch]) + (Quick * quicks[batch]);
            queues[batch] = pool.QueueLengthOverTime.Mean(20_000);
        }

        TheoryCheck.Inside(output, "M/M/2 of unlike servers, quick one busy", (AtQuick + Geometric) / Total, quicks);
        TheoryCheck.Inside(output, "M/M/2 of unlike servers, slow one busy", (AtSlow + Geometric) / Total, slows);
        TheoryCheck.Inside(output, "M/M/2 of unlike servers, queue", (Rate / (Quick + Slow)) * Geometric * Geometric / Total, TheoryCheck.Controlled(queues, works, Rate));
    }

    [Fact]
    public void Three_equal_servers_share_the_load_where_the_longest_idle_goes_first()
    {
        const double Rate = 1.8;
        double[][] busy = [new double[Batches], new double[Batches], new double[Batches]];
        double[] waits = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(805, (uint)batch);
            ServerPool pool = new(
                simulator,
                Enumerable.Range(0, 3).Select(number => new Server(simulator, $"{number}")),
                new ServerPoolOptions { Choice = ServerChoice.LongestIdle });
            Tally wait = new();
            Arrive(simulator, pool, streams, 0, Rate, new ExponentialDistribution(1), priority: 0, (outcome, _) => wait.Add(outcome.WaitBeforeService!.Value));
            Warm(simulator, pool);
            simulator.Run(20_000);
            waits[batch] = wait.Mean!.Value;
            for (int number = 0; number < 3; number++)
            {
                busy[number][batch] = pool.Servers[number].Utilisation(20_000)!.Value;
            }
        }

        double[] all = [.. Enumerable.Range(0, Batches).Select(batch => busy.Average(server => server[batch]))];
        for (int number = 0; number < 3; number++)
        {
            TheoryCheck.Inside(output, $"M/M/3, server {number} busy", Rate / 3, busy[number]);
        }

        TheoryCheck.Inside(output, "M/M/3, wait", QueueTheory.MeanWait(3, Rate, 1), TheoryCheck.Controlled(waits, all, Rate / 3));
    }

    private static (double[] Urgent, double[] Plain, double[] Busy) TwoClasses(
        ulong seed,
        PreemptionRule rule,
        double plainRate,
        double horizon,
        Func<JobOutcome, double, double> measure)
    {
        double[] urgentMeans = new double[Batches];
        double[] plainMeans = new double[Batches];
        double[] busy = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            Simulator simulator = new();
            RandomStreams streams = new(seed, (uint)batch);
            ServerPool pool = new(simulator, [new Server(simulator, "one")], new ServerPoolOptions { Preemption = rule });
            Tally urgent = new();
            Tally plain = new();
            Arrive(simulator, pool, streams, 0, 0.3, new ExponentialDistribution(1), priority: 0, (outcome, time) => urgent.Add(measure(outcome, time)));
            Arrive(simulator, pool, streams, 1, plainRate, new ExponentialDistribution(2), priority: 1, (outcome, time) => plain.Add(measure(outcome, time)));
            simulator.Run(horizon);
            urgentMeans[batch] = urgent.Mean!.Value;
            plainMeans[batch] = plain.Mean!.Value;
            busy[batch] = pool.Servers[0].Utilisation(horizon)!.Value;
        }

        return (urgentMeans, plainMeans, busy);
    }

    /// <summary>Lets jobs come, and hands over the outcome and the time in the system of each that came after the warm-up.</summary>
    private static void Arrive(
        Simulator simulator,
        ServerPool pool,
        RandomStreams streams,
        uint source,
        double rate,
        Distribution work,
        int priority,
        Action<JobOutcome, double> finished)
    {
        RandomStream gaps = streams.Stream(new Purpose(1, "gaps"), source);
        RandomStream works = streams.Stream(new Purpose(2, "works"), source);
        simulator.Start(Source());

        async Process Source()
        {
            while (true)
            {
                await simulator.Delay(gaps.NextExponential() / rate);
                simulator.Start(Job());
            }
        }

        async Process Job()
        {
            double arrival = simulator.Now;
            JobOutcome outcome = await pool.Serve(work.Sample(ref works), priority);
            if (arrival > WarmUp)
            {
                finished(outcome, simulator.Now - arrival);
            }
        }
    }

    private static void Warm(Simulator simulator, ServerPool pool)
    {
        simulator.Run(WarmUp);
        pool.QueueLengthOverTime.ResetAt(WarmUp);
        foreach (Server server in pool.Servers)
        {
            server.BusyOverTime.ResetAt(WarmUp);
            server.OnDutyOverTime.ResetAt(WarmUp);
        }
    }
}
