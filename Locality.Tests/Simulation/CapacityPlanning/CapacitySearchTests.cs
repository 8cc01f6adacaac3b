using System.Collections.Immutable;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The search finds the least capacity that does: exactly where a control knows the truth, and seldom too little where chance decides.</summary>
public sealed class CapacitySearchTests
{
    private const double Share = 0.9;
    private const double Time = 0.25;

    [Fact]
    public void Simulated_with_its_recursion_as_control_MMc_gets_the_servers_of_Erlangs_formula() => CheckLoads([1, 2, 3, 5, 8, 13, 34, 89]);

    [Fact]
    [Trait("Needs", "Hours")]
    public void Simulated_with_its_recursion_as_control_MMc_gets_the_servers_of_Erlangs_formula_at_every_load_to_200() => CheckLoads([.. Enumerable.Range(1, 200)]);

    [Fact]
    public void What_is_found_is_seldom_too_little()
    {
        // The truth: 10 is the least that does. 300 searches at 0.95 may go wrong 15 times; 28 is more than three standard deviations above.
        const int Searches = 300;
        int wrong = 0;
        int found = 0;
        for (uint search = 0; search < Searches; search++)
        {
            CapacityResult result = Noisy(search, cells: 2);
            wrong += result.Cells.Any(cell => cell.Capacity < 10) ? 1 : 0;
            found += result.Cells.Sum(cell => cell.Capacity!.Value);
        }

        Assert.True(wrong <= 28, $"Too little in {wrong} of {Searches}.");
        Assert.InRange((double)found / Searches / 2, 10, 14);
    }

    [Fact]
    public void A_control_narrows_the_bounds_and_leaves_the_mean_where_it_is()
    {
        CapacityObservation[] observations = [.. Enumerable.Range(0, 400).Select(replication =>
        {
            RandomStream random = Streams.Any((uint)replication);
            double control = random.NextNormal();
            return new CapacityObservation((3 * control) + random.NextNormal() + 0.5, 7 + control, 7);
        })];
        CapacityEstimate with = CapacityEstimate.Of(1, observations, 0.975);
        CapacityEstimate without = CapacityEstimate.Of(1, [.. observations.Select(item => item with { ControlMean = null })], 0.975);
        Assert.InRange(0.5, with.Lower, with.Upper);

        // Of a variance of 10 the control explains 9.
        Assert.Equal(0.1, with.VarianceRatio!.Value, 1);
        Assert.Equal(Math.Sqrt(0.1), (with.Upper - with.Lower) / (without.Upper - without.Lower), 1);
        Assert.Null(without.VarianceRatio);
    }

    [Fact]
    public void Replications_all_alike_beside_a_control_that_is_off_its_mean_decide_nothing()
    {
        CapacityEstimate estimate = CapacityEstimate.Of(1, [.. Enumerable.Repeat(new CapacityObservation(0.1, 1, 0.9), 20)], 0.95);
        Assert.Equal(double.NegativeInfinity, estimate.Lower);
        Assert.Equal(double.PositiveInfinity, estimate.Upper);
        Assert.Equal(0.1, CapacityEstimate.Of(1, [.. Enumerable.Repeat(new CapacityObservation(0.1, 0.9, 0.9), 20)], 0.95).Lower, 12);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        CapacityResult one = Noisy(7, cells: 3, threads: 1);
        CapacityResult four = Noisy(7, cells: 3, threads: 4);
        Assert.Equal(one.Simulated, four.Simulated);
        Assert.Equal(one.Cells.Select(cell => cell.Capacity), four.Cells.Select(cell => cell.Capacity));
        Assert.Equal(one.Cells.SelectMany(cell => cell.Tried), four.Cells.SelectMany(cell => cell.Tried));
    }

    [Fact]
    public void A_target_beyond_the_greatest_capacity_is_out_of_reach_and_others_are_found()
    {
        CapacityResult result = Find(
            [new CapacityCell { Name = "hopeless", Starts = [3], Most = 40 }, new CapacityCell { Name = "easy", Starts = [30] }],
            (capacities, replication, _) => [new CapacityObservation(-1 - (0.01 * replication)), new CapacityObservation(capacities[1] - 4.5 + (0.01 * replication))]);
        Assert.True(result.Cells[0].IsOutOfReach);
        Assert.Null(result.Cells[0].Capacity);
        Assert.Equal(5, result.Cells[1].Capacity);
        Assert.Equal(4, result.Cells[1].OneLess!.Capacity);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public void Stopped_it_keeps_what_is_found()
    {
        using CancellationTokenSource stop = new();
        CapacityResult result = CapacitySearch.Find(
            [new CapacityCell { Name = "known", Starts = [3], Exact = capacity => capacity - 7 }, new CapacityCell { Name = "open", Starts = [3] }],
            (_, replication, _) =>
            {
                stop.Cancel();
                return [default, new CapacityObservation(replication)];
            },
            cancellationToken: stop.Token);
        Assert.True(result.WasStopped);
        Assert.Equal(7, result.Cells[0].Capacity);
        Assert.Null(result.Cells[1].Capacity);
    }

    [Fact]
    public void Where_theory_knows_all_nothing_is_simulated()
    {
        CapacityResult result = Find(
            [new CapacityCell { Name = "known", Starts = [100], Least = 0, Exact = capacity => capacity - 41.5 }],
            (_, _, _) => throw new InvalidOperationException());
        Assert.Equal(42, result.Cells[0].Capacity);
        Assert.Equal(0, result.Simulated);
    }

    [Fact]
    public void What_cannot_be_searched_is_refused()
    {
        CapacitySample none = (_, _, _) => [];
        Assert.Throws<ArgumentException>(() => Find([], none));
        Assert.Throws<ArgumentException>(() => Find([Cell("a"), Cell("a")], none));
        Assert.Throws<ArgumentException>(() => Find([Cell("a") with { Starts = [] }], none));
        Assert.Throws<ArgumentException>(() => Find([Cell("a") with { Most = 0 }], none));
        Assert.Throws<ArgumentException>(() => Find([Cell("a") with { Starts = [0] }], none));
        Assert.Throws<ArgumentException>(() => Find([Cell("a")], none));
        Assert.Throws<ArgumentOutOfRangeException>(() => Find([Cell("a")], none, new CapacitySearchOptions { Confidence = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Find([Cell("a")], none, new CapacitySearchOptions { FirstStage = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Find([Cell("a")], none, new CapacitySearchOptions { Replications = 3 }));

        static CapacityCell Cell(string name) => new() { Name = name, Starts = [1] };
    }

    private static CapacityResult Find(IReadOnlyList<CapacityCell> cells, CapacitySample sample, CapacitySearchOptions? options = null) =>
        CapacitySearch.Find(cells, sample, options, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The margin is 0.02 for each step above 9.5, and chance, the same at every capacity of a cell.</summary>
    private static CapacityResult Noisy(uint search, int cells, int threads = 1) => Find(
        [.. Enumerable.Range(0, cells).Select(cell => new CapacityCell { Name = $"cell {cell}", Starts = [4 + (5 * cell)], Most = 60 })],
        (capacities, replication, _) => [.. capacities.Select((capacity, cell) =>
        {
            RandomStream random = new RandomStreams(20261123, (uint)replication).Stream(new Purpose(7, "test"), search, (uint)cell);
            return new CapacityObservation((0.02 * (capacity - 9.5)) + (0.1 * random.NextNormal()));
        })],
        new CapacitySearchOptions { Threads = threads });

    private static void CheckLoads(int[] loads)
    {
        foreach (int load in loads)
        {
            int exact = LeastServers.ForWaitAtMost(load, 1, Time, Share).Servers;
            CapacityResult result = Find(
                [new CapacityCell { Name = "queue", Starts = [SquareRootStaffing.Servers(load, 1 - Share)], Least = load + 1 }],
                (capacities, replication, _) => [Observe(load, capacities[0], (uint)replication)],
                new CapacitySearchOptions { FirstStage = 12, Replications = 24, Threads = 2 });
            int found = result.Cells[0].Capacity!.Value;
            bool isNear = new[] { exact - 1, exact }.Any(servers => servers > load && Math.Abs(new ErlangC(servers, load, 1).WaitAtMost(Time) - Share) < 1e-4);
            Assert.True(found == exact || (isNear && Math.Abs(found - exact) == 1), $"Load {load}: found {found}, Erlang's formula gives {exact}.");
        }
    }

    /// <summary>Simulates customers of M/M/c from its steady state on by processes, and the same gaps and services by recursion.</summary>
    private static CapacityObservation Observe(int load, int servers, uint replication)
    {
        const int Customers = 250;
        RandomStream random = new RandomStreams(20261124, replication).Stream(new Purpose(7, "test"), (uint)load, (uint)servers);
        double[] inSystem = QueueTheory.NumberInSystem(servers, load, 1);
        double draw = random.NextUniform();
        int before = 0;
        while (before < inSystem.Length - 1 && draw >= inSystem[before])
        {
            draw -= inSystem[before++];
        }

        // What is left of an exponential service is exponential: those in the system at the start come at time 0.
        double[] gaps = [.. Enumerable.Range(0, before + Customers).Select(number => number < before ? 0 : random.NextExponential() / load)];
        double[] services = [.. gaps.Select(_ => random.NextExponential())];
        double simulated = InTime(ByProcesses(servers, gaps, services)[before..]);
        double control = InTime(ByRecursion(servers, gaps, services)[before..]);

        // The control is the same system by other means: its coefficient is known to be 1, and what is left is the difference of the two.
        return new CapacityObservation(simulated - (control - new ErlangC(servers, load, 1).WaitAtMost(Time)) - Share);

        static double InTime(double[] waits) => (double)waits.Count(wait => wait <= Time) / waits.Length;
    }

    private static double[] ByProcesses(int servers, double[] gaps, double[] services)
    {
        double[] waits = new double[gaps.Length];
        Simulator simulator = new();
        Resource desks = new(simulator, servers);
        simulator.Start(Arrive(), "arrivals");
        simulator.Run(double.MaxValue);
        return waits;

        async Process Arrive()
        {
            for (int number = 0; number < gaps.Length; number++)
            {
                await simulator.Delay(gaps[number]);
                simulator.Start(Serve(number), "customer");
            }
        }

        async Process Serve(int number)
        {
            double since = simulator.Now;
            using Lease lease = await desks.Acquire();
            waits[number] = simulator.Now - since;
            await simulator.Delay(services[number]);
        }
    }

    /// <summary>First come, first served: each customer takes the server that is free first. Source: Kiefer and Wolfowitz, Trans. AMS 78 (1955).</summary>
    private static double[] ByRecursion(int servers, double[] gaps, double[] services)
    {
        PriorityQueue<int, double> free = new(Enumerable.Range(0, servers).Select(server => (server, 0.0)));
        double[] waits = new double[gaps.Length];
        double now = 0;
        for (int number = 0; number < gaps.Length; number++)
        {
            now += gaps[number];
            free.TryDequeue(out int server, out double at);
            waits[number] = Math.Max(0, at - now);
            free.Enqueue(server, now + waits[number] + services[number]);
        }

        return waits;
    }
}
