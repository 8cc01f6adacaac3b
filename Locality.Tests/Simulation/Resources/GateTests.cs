using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class GateTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public GateTests() => trace = new EventTrace(simulator);

    [Fact]
    public void An_open_gate_is_passed_at_once_and_a_closed_one_when_it_opens()
    {
        Gate gate = new(simulator, isOpen: true);
        simulator.Start(Pass(gate, "a", 1));
        At(2, gate.Close);
        simulator.Start(Pass(gate, "b", 3));
        simulator.Start(Pass(gate, "c", 4));
        At(6, gate.Open);
        simulator.Start(Pass(gate, "d", 7));

        simulator.Run(5);
        Assert.Equal((false, 2), (gate.IsOpen, gate.QueueLength));
        simulator.Run();

        trace.ShouldBe((1, "a passes"), (6, "b passes"), (6, "c passes"), (7, "d passes"));
        Assert.True(gate.IsOpen);
    }

    [Fact]
    public void All_who_wait_pass_even_if_the_gate_closes_again_at_the_same_instant()
    {
        Gate gate = new(simulator);
        simulator.Start(Pass(gate, "a", 0));
        simulator.Start(Pass(gate, "b", 0));
        At(2, () =>
        {
            gate.Open();
            gate.Close();
        });
        simulator.Start(Pass(gate, "c", 2));

        simulator.Run();

        trace.ShouldBe((2, "a passes"), (2, "b passes"));
        Assert.Equal(1, gate.QueueLength);
    }

    [Fact]
    public void Those_who_lose_patience_or_are_interrupted_leave_the_others_in_order()
    {
        Gate gate = new(simulator);
        simulator.Start(Pass(gate, "a", 0));
        simulator.Start(Pass(gate, "b", 0, patience: 1));
        Process interrupted = Pass(gate, "c", 0);
        simulator.Start(interrupted);
        simulator.Start(Pass(gate, "d", 0, patience: 3));
        At(2, () => simulator.Interrupt(interrupted));
        At(3, gate.Open);

        simulator.Run();

        trace.ShouldBe((1, "b gives up"), (2, "c is interrupted"), (3, "a passes"), (3, "d passes"));
        Assert.Equal(0, gate.QueueLength);
        Assert.Throws<ArgumentOutOfRangeException>(() => gate.Pass(-1));
    }

    private void At(double time, Action action) => simulator.Schedule(new ActionEvent(simulator, action), time);

    private async Process Pass(Gate gate, string name, double arrival, double? patience = null)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            trace.Note(await gate.Pass(patience) ? $"{name} passes" : $"{name} gives up");
        }
        catch (InterruptedException)
        {
            trace.Note($"{name} is interrupted");
        }
    }
}
