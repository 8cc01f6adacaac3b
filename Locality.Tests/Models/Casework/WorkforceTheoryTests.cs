using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Workers who are away or unequal: where queueing theory has solved the model, the work law must agree.</summary>
public sealed class WorkforceTheoryTests(ITestOutputHelper output)
{
    private static readonly Purpose Arrivals = new(60_010, "arrivals");
    private static readonly Purpose Services = new(60_011, "services");
    private static readonly Purpose Absences = new(60_012, "absences");

    [Fact]
    public void Five_workers_who_come_and_go_are_the_queue_whose_servers_break_down_and_keep_their_case()
    {
        // λ = 2.5 and μ = 1; at work 8 days on average, then away 2. Effective capacity 4, load 0.625.
        const int Workers = 5;
        const double Rate = 2.5;
        double known = new BreakdownQueue(Workers, Rate, 1, 1 / 8.0, 1 / 2.0).MeanWaiting() / Rate;
        double[] waits = ReplicationRunner.Run(60, 2, (batch, _) => MeanWait(batch, Rate, days: 20_000, warmUp: 200, absences: true, [1, 1, 1, 1, 1]), cancellationToken: TestContext.Current.CancellationToken);
        TheoryCheck.Inside(output, "wait in M/M/5 with absences", known, waits);
    }

    [Fact]
    public void Without_absences_the_queue_of_breakdowns_is_the_plain_one()
    {
        // Erlang's delay formula for M/M/5 at a load of 0.8: C = 0.554113, and Lq = C ρ ÷ (1 − ρ).
        Assert.Equal(0.554113 * 4, new BreakdownQueue(5, 4, 1, 1e-9, 1).MeanWaiting(), 4);
    }

    [Fact]
    public void A_whole_and_a_half_post_are_the_queue_with_a_fast_and_a_slow_server()
    {
        // A full week's case takes a day of the whole post and two of the half one: μ = 1 and 0.5. The whole post is asked first.
        // The mean number in the system is 1 ÷ (A (1 − ρ)²) with A = μ₁ μ₂ (1 + 2ρ) ÷ (λ (λ + μ₂)) + 1 ÷ (1 − ρ).
        // Source: Trivedi, Probability and Statistics with Reliability, Queuing, and Computer Science Applications, section 8.2.
        const double Rate = 1.05;
        const double Fast = 1;
        const double Slow = 0.5;
        const double Load = Rate / (Fast + Slow);
        double published = 1 / (((Fast * Slow * (1 + (2 * Load)) / (Rate * (Rate + Slow))) + (1 / (1 - Load))) * (1 - Load) * (1 - Load));

        // The chances by balance, over that of two: only the slow one busy, only the fast one, nobody.
        double slowOnly = Fast / (Rate + Slow);
        double fastOnly = ((Fast + Slow) / Rate) - slowOnly;
        double nobody = ((Fast * fastOnly) + (Slow * slowOnly)) / Rate;
        double all = nobody + fastOnly + slowOnly + (1 / (1 - Load));
        double waiting = Load / (1 - Load) / (1 - Load) / all;
        Assert.Equal(published, waiting + ((fastOnly + slowOnly + (2 / (1 - Load))) / all), 9);
        double[] waits = ReplicationRunner.Run(60, 2, (batch, _) => MeanWait(batch, Rate, days: 26_000, warmUp: 200, absences: false, [Fast, Slow]), cancellationToken: TestContext.Current.CancellationToken);
        TheoryCheck.Inside(output, "wait for a whole or a half post", waiting / Rate, waits);
    }

    [Fact]
    public void Two_unequal_workers_finish_at_exact_times()
    {
        // 40 and 20 hours a week; cases of 40: a day's work takes the half post two days, two cases together twice as long again.
        Simulator simulator = new();
        Team team = MakeTeam(simulator, [1, 0.5], pointsPerFte: 4);
        List<(string Name, uint Post, double End)> ends = [];
        foreach ((string name, double days, double points) in new[] { ("a", 6.0, 2.0), ("b", 6.0, 2.0), ("c", 3.0, 2.0), ("d", 1.0, 1.0) })
        {
            simulator.Start(Work(name, days, points));
        }

        simulator.Run(100);

        // a to the whole post (2 of 4 points), b to the half (2 of 2), c to the whole, d waits: c ends at 6, a at 9, b at 12; d begins at 6 beside a.
        Assert.Equal([("c", 0u, 6.0), ("d", 0u, 8.0), ("a", 0u, 10.0), ("b", 1u, 12.0)], ends);

        async Process Work(string name, double days, double points)
        {
            Case item = new(new CaseIdentity(0, 0, (uint)name[0], 0, 0), new Signal(simulator)) { Points = points, Priority = 5 };
            team.Enlist(item, simulator.Now);
            await AssignedWork.UntilGiven(item);
            Caseworker worker = item.Worker!;
            await worker.Server.Serve(days, weight: 40);
            ends.Add((name, worker.Post.Number, simulator.Now));
            worker.Release(points);
        }
    }

    private static Team MakeTeam(Simulator simulator, double[] sizes, double pointsPerFte)
    {
        Team team = new(simulator, new TravelTimes(PlainScenario.Row(2), new Travel { Speed = null }));
        WorkingCalendar calendar = new(new CalendarRules { AlwaysOpen = true }, new DateOnly(2025, 4, 1), 4000);
        Service service = PlainScenario.Service with { PointsPerFte = new Points(pointsPerFte) };
        for (int number = 0; number < sizes.Length; number++)
        {
            team.Add(new Caseworker(simulator, calendar, new Post(0, (uint)number, sizes[number], 0, 0, 0), service, team));
        }

        return team;
    }

    /// <summary>Runs a team whose workers hold one case each, of exponential length with mean one day of a whole post, and averages the waits.</summary>
    private static double MeanWait(int batch, double rate, double days, double warmUp, bool absences, double[] sizes)
    {
        Simulator simulator = new();
        RandomStreams streams = new(17, (uint)batch);
        Team team = MakeTeam(simulator, sizes, pointsPerFte: 1);
        Tally waits = new();
        if (absences)
        {
            foreach (Caseworker worker in team.Workers)
            {
                simulator.Start(ComeAndGo(worker), "absence");
            }
        }

        simulator.Start(Arrive(), "arrivals");
        simulator.Run(days);
        return waits.Mean ?? 0;

        async Process Arrive()
        {
            RandomStream gaps = streams.Stream(Arrivals);
            for (uint number = 0; ; number++)
            {
                await simulator.Delay(gaps.NextExponential() / rate);
                simulator.Start(Follow(number), "case");
            }
        }

        async Process Follow(uint number)
        {
            RandomStream random = streams.Stream(Services, entity: number);
            Case item = new(new CaseIdentity(0, 0, number, 0, 0), new Signal(simulator)) { Points = 1, Priority = 5 };
            double start = simulator.Now;
            team.Enlist(item, start);
            await AssignedWork.UntilGiven(item);
            if (start >= warmUp)
            {
                waits.Add(simulator.Now - start);
            }

            Caseworker worker = item.Worker!;
            await worker.Server.Serve(random.NextExponential(), weight: 40);
            worker.Release(1);
        }

        async Process ComeAndGo(Caseworker worker)
        {
            RandomStream random = streams.Stream(Absences, entity: worker.Post.Number);
            while (true)
            {
                await simulator.Delay(random.NextExponential() * 8);
                worker.GoAway();
                await simulator.Delay(random.NextExponential() * 2);
                worker.ComeBack();
            }
        }
    }
}
