using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class BatchGateTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public BatchGateTests() => trace = new EventTrace(simulator);

    [Fact]
    public void All_who_wait_pass_at_the_next_opening_of_the_timetable()
    {
        BatchGate gate = new(simulator, firstOpening: 3, interval: 7);
        simulator.Start(Pass(gate, "a", 0));
        simulator.Start(Pass(gate, "b", 2));
        simulator.Start(Pass(gate, "c", 4));
        simulator.Start(Pass(gate, "d", 40));

        simulator.Run(2);
        Assert.Equal(2, gate.QueueLength);
        simulator.Run();

        trace.ShouldBe((3, "a"), (3, "b"), (10, "c"), (45, "d"));
        Assert.Equal(45, simulator.Now);
    }

    [Fact]
    public void An_opening_lets_no_more_through_than_its_limit()
    {
        BatchGate gate = new(simulator, 5, 5, limit: 2);
        foreach (string name in (string[])["a", "b", "c", "d", "e"])
        {
            simulator.Start(Pass(gate, name, 1));
        }

        simulator.Run(5);
        Assert.Equal(3, gate.QueueLength);
        simulator.Run();

        trace.ShouldBe((5, "a"), (5, "b"), (10, "c"), (10, "d"), (15, "e"));
    }

    [Fact]
    public void The_more_urgent_pass_first_though_they_came_last()
    {
        BatchGate gate = new(simulator, 5, 5, limit: 2);
        simulator.Start(Pass(gate, "plain 1", 0));
        simulator.Start(Pass(gate, "plain 2", 1));
        simulator.Start(Pass(gate, "urgent 1", 2, priority: -1));
        simulator.Start(Pass(gate, "plain 3", 3));
        simulator.Start(Pass(gate, "urgent 2", 6, priority: -1));

        simulator.Run();

        trace.ShouldBe((5, "urgent 1"), (5, "plain 1"), (10, "urgent 2"), (10, "plain 2"), (15, "plain 3"));
    }

    [Fact]
    public void One_who_arrives_at_the_very_opening_passes_at_it()
    {
        BatchGate gate = new(simulator, 5, 5);
        simulator.Start(Pass(gate, "at the first", 5));
        simulator.Start(Pass(gate, "at the third", 15));

        simulator.Run();

        trace.ShouldBe((5, "at the first"), (15, "at the third"));
    }

    [Fact]
    public void One_who_arrives_at_the_very_opening_passes_at_it_on_a_timetable_of_tenths()
    {
        // 0.1 + 0.1 k is not what the arithmetic of the arrival's own time gives back: (0.1 + 0.1 × 2 − 0.1) ÷ 0.1 > 2.
        BatchGate gate = new(simulator, 0.1, 0.1);
        List<(double Arrived, double Passed)> passes = [];
        for (int opening = 0; opening < 500; opening++)
        {
            simulator.Start(ArriveAt(0.1 + (opening * 0.1)));
        }

        simulator.Run();

        Assert.Equal(500, passes.Count);
        Assert.All(passes, pass => Assert.Equal(pass.Arrived, pass.Passed));

        async Process ArriveAt(double time)
        {
            await simulator.Delay(time);
            await gate.Pass();
            passes.Add((time, simulator.Now));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_who_arrives_at_the_very_opening_passes_at_it_whether_or_not_somebody_waits(bool somebodyWaits)
    {
        BatchGate gate = new(simulator, 5, 5);
        if (somebodyWaits)
        {
            simulator.Start(Pass(gate, "early", 1));
        }

        simulator.Start(ArriveLate(priority: 0, "late"));
        simulator.Start(ArriveLate(priority: 126, "later"));

        simulator.Run();

        trace.ShouldBe(somebodyWaits ? [(5, "early"), (5, "late"), (5, "later")] : [(5, "late"), (5, "later")]);

        async Process ArriveLate(int priority, string name)
        {
            // Its arrival takes up its place in the calendar after the opening has taken its own.
            await simulator.Delay(2);
            await simulator.Delay(3, priority);
            await gate.Pass();
            trace.Note(name);
        }
    }

    [Fact]
    public void An_opening_chooses_by_priority_among_all_who_came_up_to_its_time()
    {
        BatchGate gate = new(simulator, 5, 5, limit: 1);
        simulator.Start(Pass(gate, "plain", 1));
        simulator.Start(Pass(gate, "urgent", 5, priority: -1));

        simulator.Run();

        trace.ShouldBe((5, "urgent"), (10, "plain"));
    }

    [Fact]
    public void One_who_has_passed_and_comes_again_at_once_waits_for_the_next()
    {
        BatchGate gate = new(simulator, 5, 5);
        simulator.Start(PassTwice());

        simulator.Run();

        trace.ShouldBe((5, "once"), (10, "twice"));

        async Process PassTwice()
        {
            await gate.Pass();
            trace.Note("once");
            await gate.Pass();
            trace.Note("twice");
        }
    }

    [Fact]
    public void A_gate_may_open_at_time_zero()
    {
        BatchGate gate = new(simulator, 0, 4);
        simulator.Start(Pass(gate, "at once", 0));

        simulator.Run();

        trace.ShouldBe((0, "at once"));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchGate(simulator, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchGate(simulator, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchGate(simulator, 0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchGate(simulator, 0, 1, limit: 0));
    }

    private async Process Pass(BatchGate gate, string name, double arrival, int priority = 0)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        await gate.Pass(priority);
        trace.Note(name);
    }
}
