using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ContainerTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ContainerTests() => trace = new EventTrace(simulator);

    [Fact]
    public void One_takes_at_once_what_is_there_and_waits_for_what_is_not()
    {
        Container tank = new(simulator, level: 5);
        simulator.Start(Take(tank, "a", 0, 4));
        simulator.Start(Take(tank, "b", 1, 3));
        simulator.Start(Put(tank, "c", 2, 1));
        simulator.Start(Put(tank, "d", 3, 1));

        simulator.Run();

        trace.ShouldBe((0, "a takes 4"), (2, "c puts 1"), (3, "d puts 1"), (3, "b takes 3"));
        Assert.Equal(0, tank.Level);
        Assert.Equal(4.0, tank.LevelOverTime.Integral(3));
    }

    [Fact]
    public void The_first_of_the_line_blocks_those_behind_though_there_is_enough_for_them()
    {
        Container tank = new(simulator, level: 2);
        simulator.Start(Take(tank, "much", 0, 5));
        simulator.Start(Take(tank, "little", 1, 1));
        simulator.Start(Put(tank, "put", 2, 4));

        simulator.Run(1);
        Assert.Equal(2, tank.WaitingToTake);
        simulator.Run();

        trace.ShouldBe((2, "put puts 4"), (2, "much takes 5"), (2, "little takes 1"));
    }

    [Fact]
    public void When_the_first_of_the_line_leaves_those_behind_go_on()
    {
        Container tank = new(simulator, level: 2);
        simulator.Start(Take(tank, "much", 0, 5, patience: 3));
        simulator.Start(Take(tank, "little", 1, 1));
        InterruptAt(5, Take(tank, "much too", 4, 7));
        simulator.Start(Take(tank, "little too", 4, 1));

        simulator.Run();

        trace.ShouldBe((3, "much gives up"), (3, "little takes 1"), (5, "little too takes 1"), (5, "much too is interrupted"));
        Assert.Equal((0.0, 0), (tank.Level, tank.WaitingToTake));
    }

    [Fact]
    public void Those_who_put_wait_for_room_for_all_of_it()
    {
        Container tank = new(simulator, level: 8, capacity: 10);
        simulator.Start(Put(tank, "much", 0, 5));
        simulator.Start(Put(tank, "little", 1, 1));
        simulator.Start(Take(tank, "a", 2, 2));
        simulator.Start(Take(tank, "b", 3, 1));

        simulator.Run(1);
        Assert.Equal(2, tank.WaitingToPut);
        simulator.Run();

        trace.ShouldBe((2, "a takes 2"), (3, "b takes 1"), (3, "much puts 5"));
        Assert.Equal((10.0, 1), (tank.Level, tank.WaitingToPut));
    }

    [Fact]
    public void One_change_lets_those_who_take_and_those_who_put_go_on_by_turns()
    {
        Container tank = new(simulator, level: 4, capacity: 10);
        simulator.Start(Take(tank, "six", 0, 6));
        simulator.Start(Take(tank, "nine", 0, 9));
        InterruptAt(4, Put(tank, "seven", 1, 7));
        simulator.Start(Put(tank, "two", 2, 2));
        simulator.Start(Put(tank, "six more", 3, 6));

        // Up to then 7 are too many to come in and 6 to go out, and both block those behind.
        simulator.Run(3);
        Assert.Equal((4.0, 2, 3), (tank.Level, tank.WaitingToTake, tank.WaitingToPut));
        simulator.Run();

        // Without the 7: 2 come in, 6 go out, 6 come in; 9 are still too many.
        trace.ShouldBe((4, "two puts 2"), (4, "six takes 6"), (4, "six more puts 6"), (4, "seven is interrupted"));
        Assert.Equal((6.0, 1, 0), (tank.Level, tank.WaitingToTake, tank.WaitingToPut));
    }

    [Fact]
    public void What_comes_at_the_very_end_of_patience_is_granted()
    {
        Container tank = new(simulator, capacity: 5);
        simulator.Start(Take(tank, "a", 0, 1, patience: 3));
        simulator.Start(LatePut());

        simulator.Run();

        trace.ShouldBe((3, "late puts 1"), (3, "a takes 1"));

        async Process LatePut()
        {
            await simulator.Delay(2);
            await Put(tank, "late", 1, 1);
        }
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Container tank = new(simulator, capacity: 5);
        AssertRefused("amount: found 0; expected a finite number above zero.", () => _ = tank.Put(0));
        AssertRefused("amount: found 6; expected no more than the capacity, 5.", () => _ = tank.Take(6));
        AssertRefused("capacity: found 0; expected a finite number above zero.", () => _ = new Container(simulator, capacity: 0));
        AssertRefused("level: found -1; expected a finite number, zero or more.", () => _ = new Container(simulator, level: -1));
        AssertRefused("level: found 6; expected no more than the capacity, 5.", () => _ = new Container(simulator, level: 6, capacity: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tank.Put(1, patience: -1));

        static void AssertRefused(string message, Action action) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
    }

    private Process Put(Container tank, string name, double arrival, double amount, double? patience = null) =>
        Move(tank, name, arrival, amount, isPut: true, patience);

    private Process Take(Container tank, string name, double arrival, double amount, double? patience = null) =>
        Move(tank, name, arrival, amount, isPut: false, patience);

    private async Process Move(Container tank, string name, double arrival, double amount, bool isPut, double? patience)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            bool isDone = isPut ? await tank.Put(amount, patience) : await tank.Take(amount, patience);
            trace.Note(FormattableString.Invariant($"{name} {(!isDone ? "gives up" : isPut ? $"puts {amount}" : $"takes {amount}")}"));
        }
        catch (InterruptedException)
        {
            trace.Note($"{name} is interrupted");
        }
    }

    private void InterruptAt(double time, Process process)
    {
        simulator.Start(process);
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Interrupt(process)), time);
    }
}
