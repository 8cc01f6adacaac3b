using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class StoreTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public StoreTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Items_come_out_in_the_order_in_which_they_went_in()
    {
        Store<int> store = new(simulator);
        simulator.Start(Put(store, 1, 0));
        simulator.Start(Put(store, 2, 1));
        simulator.Start(Take(store, "a", 2));
        simulator.Start(Take(store, "b", 3));

        simulator.Run();

        trace.ShouldBe((0, "1 is in"), (1, "2 is in"), (2, "a gets 1"), (3, "b gets 2"));
        Assert.Equal(4.0, store.CountOverTime.Integral(3));
        Assert.Equal(2, store.CountOverTime.Max);
    }

    [Fact]
    public void Takers_wait_and_are_served_in_the_order_of_arrival()
    {
        Store<int> store = new(simulator);
        simulator.Start(Take(store, "a", 0));
        simulator.Start(Take(store, "b", 1));
        simulator.Start(Put(store, 7, 2));
        simulator.Start(Put(store, 8, 3));

        simulator.Run(1);
        Assert.Equal(2, store.WaitingToTake);
        simulator.Run();

        trace.ShouldBe((2, "7 is in"), (2, "a gets 7"), (3, "8 is in"), (3, "b gets 8"));
        Assert.Equal(0, store.CountOverTime.Max);
    }

    [Fact]
    public void Two_values_of_one_instant_reach_those_they_were_handed_to()
    {
        Store<string> store = new(simulator);
        simulator.Start(Take(store, "a", 0));
        simulator.Start(Take(store, "b", 0));
        simulator.Start(PutBoth());

        simulator.Run();

        trace.ShouldBe((1, "a gets x"), (1, "b gets y"));

        async Process PutBoth()
        {
            await simulator.Delay(1);
            await store.Put("x");
            await store.Put("y");
        }
    }

    [Fact]
    public void A_filter_takes_the_first_item_that_will_do_and_leaves_the_others_in_order()
    {
        Store<int> store = new(simulator);
        for (int item = 1; item <= 4; item++)
        {
            simulator.Start(Put(store, item, 0));
        }

        simulator.Start(Take(store, "even", 1, item => item % 2 == 0));
        simulator.Start(Take(store, "any", 2));
        simulator.Start(Take(store, "next", 3));
        simulator.Start(Take(store, "last", 4));

        simulator.Run();

        trace.ShouldBe((0, "1 is in"), (0, "2 is in"), (0, "3 is in"), (0, "4 is in"), (1, "even gets 2"), (2, "any gets 1"), (3, "next gets 3"), (4, "last gets 4"));
    }

    [Fact]
    public void An_item_goes_to_the_first_taker_whose_filter_accepts_it_past_those_whose_does_not()
    {
        Store<int> store = new(simulator);
        simulator.Start(Take(store, "big", 0, item => item > 100));
        simulator.Start(Take(store, "even", 1, item => item % 2 == 0));
        simulator.Start(Take(store, "any", 2));
        simulator.Start(Put(store, 3, 3));
        simulator.Start(Put(store, 4, 4));
        simulator.Start(Put(store, 5, 5));
        simulator.Start(Put(store, 102, 6));

        simulator.Run();

        trace.ShouldBe((3, "3 is in"), (3, "any gets 3"), (4, "4 is in"), (4, "even gets 4"), (5, "5 is in"), (6, "102 is in"), (6, "big gets 102"));
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public void Those_who_put_wait_while_the_store_is_full_and_come_in_by_turns()
    {
        Store<int> store = new(simulator, capacity: 1);
        simulator.Start(Put(store, 1, 0));
        simulator.Start(Put(store, 2, 0));
        simulator.Start(Put(store, 3, 0));
        simulator.Start(Take(store, "a", 5));
        simulator.Start(Take(store, "b", 6));

        simulator.Run(1);
        Assert.Equal((1, 2), (store.Count, store.WaitingToPut));
        simulator.Run();

        trace.ShouldBe((0, "1 is in"), (5, "a gets 1"), (5, "2 is in"), (6, "b gets 2"), (6, "3 is in"));
        Assert.Equal(1, store.CountOverTime.Max);
    }

    [Fact]
    public void A_taker_does_not_see_what_others_wait_to_put_until_there_is_room()
    {
        Store<int> store = new(simulator, capacity: 1);
        simulator.Start(Put(store, 1, 0));
        simulator.Start(Put(store, 2, 0));
        simulator.Start(Put(store, 4, 0));
        simulator.Start(Put(store, 5, 0));
        simulator.Start(Take(store, "even", 1, item => item % 2 == 0));
        simulator.Start(Take(store, "even too", 1, item => item % 2 == 0));
        simulator.Start(Take(store, "any", 2));

        simulator.Run();

        // Room comes at 2: 2 and 4 come in and go out at once, and 5 stays.
        trace.ShouldBe((0, "1 is in"), (2, "any gets 1"), (2, "2 is in"), (2, "even gets 2"), (2, "4 is in"), (2, "even too gets 4"), (2, "5 is in"));
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public void Patience_runs_out_on_both_sides_and_leaves_the_others_in_order()
    {
        Store<int> store = new(simulator, capacity: 1);
        simulator.Start(Take(store, "a", 0, patience: 2));
        simulator.Start(Take(store, "b", 0));
        simulator.Start(Put(store, 1, 3));
        simulator.Start(Put(store, 2, 4));
        simulator.Start(Put(store, 3, 4, patience: 1));
        simulator.Start(Put(store, 4, 4));
        simulator.Start(Take(store, "c", 6));

        simulator.Run();

        trace.ShouldBe((2, "a gets nothing"), (3, "1 is in"), (3, "b gets 1"), (4, "2 is in"), (5, "3 is not in"), (6, "c gets 2"), (6, "4 is in"));
        Assert.Equal(6, simulator.Now);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    public void An_item_that_comes_at_the_very_end_of_patience_is_granted(double arrival, double patience)
    {
        Store<int> store = new(simulator);
        simulator.Start(LatePut());
        simulator.Start(Take(store, "a", arrival, patience: patience));

        simulator.Run();

        trace.ShouldBe((3, "a gets 1"));

        async Process LatePut()
        {
            await simulator.Delay(2.5);
            await simulator.Delay(0.5, priority: 5);
            await store.Put(1);
        }
    }

    [Fact]
    public void An_interrupted_wait_takes_and_puts_nothing()
    {
        Store<int> store = new(simulator, capacity: 1);
        InterruptAt(1, Take(store, "a", 0));
        simulator.Start(Take(store, "b", 0));
        simulator.Start(Put(store, 1, 2));
        simulator.Start(Put(store, 2, 3));
        InterruptAt(5, Put(store, 3, 4));
        simulator.Start(Put(store, 4, 4));
        simulator.Start(Take(store, "c", 6));
        simulator.Start(Take(store, "d", 7));

        simulator.Run();

        trace.ShouldBe((1, "a is interrupted"), (2, "1 is in"), (2, "b gets 1"), (3, "2 is in"), (5, "3 is interrupted"), (6, "c gets 2"), (6, "4 is in"), (7, "d gets 4"));
        Assert.Equal((0, 0, 0), (store.Count, store.WaitingToPut, store.WaitingToTake));
    }

    [Fact]
    public void One_who_has_been_handed_an_item_is_no_longer_interrupted()
    {
        Store<int> store = new(simulator);
        Process taker = Take(store, "a", 0);
        simulator.Start(taker);
        simulator.Schedule(new ActionEvent(simulator, PutAndInterrupt), 2);

        simulator.Run();

        trace.ShouldBe((2, "1 is in"), (2, "a gets 1"));

        void PutAndInterrupt()
        {
            simulator.Start(Put(store, 1, 0));
            simulator.Interrupt(taker);
        }
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Store<int> store = new(simulator);
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Put(1, patience: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Take(patience: double.NaN));
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new Store<int>(simulator, 0));
        Assert.StartsWith("Expected a capacity above zero, or none.", error.Message, StringComparison.Ordinal);
    }

    private async Process Put<T>(Store<T> store, T item, double arrival, double? patience = null)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            trace.Note(await store.Put(item, patience) ? $"{item} is in" : $"{item} is not in");
        }
        catch (InterruptedException)
        {
            trace.Note($"{item} is interrupted");
        }
    }

    private async Process Take<T>(Store<T> store, string name, double arrival, Predicate<T>? filter = null, double? patience = null)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            Taken<T> taken = await store.Take(filter, patience);
            trace.Note(taken.Granted ? $"{name} gets {taken.Item}" : $"{name} gets nothing");
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
