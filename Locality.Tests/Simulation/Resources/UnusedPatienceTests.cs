using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A patience that was not used up must not end a later wait of the same process.</summary>
public sealed class UnusedPatienceTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public UnusedPatienceTests() => trace = new EventTrace(simulator);

    [Fact]
    public void For_a_server()
    {
        ServerPool pool = new(simulator, [new Server(simulator, "one")]);
        simulator.Start(Hold());
        Check(() => { }, Wait);

        async Process Hold() => await pool.Serve(2);

        async Process<bool> Wait() => (await pool.Serve(0, patience: 5)).Completed;
    }

    [Fact]
    public void For_an_item()
    {
        Store<int> store = new(simulator);
        Check(() => simulator.Start(Put()), Wait);

        async Process Put() => await store.Put(1);

        async Process<bool> Wait() => (await store.Take(patience: 5)).Granted;
    }

    [Fact]
    public void For_room_in_a_store()
    {
        Store<int> store = new(simulator, capacity: 1);
        simulator.Start(Put());
        Check(() => simulator.Start(Take()), Wait);

        async Process Put() => await store.Put(1);

        async Process Take() => await store.Take();

        async Process<bool> Wait() => await store.Put(2, patience: 5);
    }

    [Fact]
    public void For_an_amount()
    {
        Container tank = new(simulator);
        Check(() => simulator.Start(Put()), Wait);

        async Process Put() => await tank.Put(1);

        async Process<bool> Wait() => await tank.Take(1, patience: 5);
    }

    [Fact]
    public void For_room_in_a_container()
    {
        Container tank = new(simulator, level: 1, capacity: 1);
        Check(() => simulator.Start(Take()), Wait);

        async Process Take() => await tank.Take(1);

        async Process<bool> Wait() => await tank.Put(1, patience: 5);
    }

    [Fact]
    public void For_a_gate()
    {
        Gate gate = new(simulator);
        Check(gate.Open, Wait);

        async Process<bool> Wait() => await gate.Pass(patience: 5);
    }

    [Fact]
    public void For_a_broadcast()
    {
        Broadcast<int> news = new(simulator);
        Check(() => news.Send(1), Wait);

        async Process<bool> Wait() => (await news.Next(patience: 5)).Came;
    }

    /// <summary>Grants at 2 what is waited for up to 5, and checks that nothing is left pending for 5.</summary>
    private void Check(Action grant, Func<Process<bool>> wait)
    {
        Process parent = Wait();
        simulator.Start(parent);
        simulator.Schedule(new ActionEvent(simulator, grant), 2);
        simulator.Run();

        trace.ShouldBe((2, "granted: True"));
        Assert.Equal((2.0, 0), (simulator.Now, simulator.PendingCount));

        async Process Wait() => trace.Note($"granted: {await wait()}");
    }
}
