using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class BroadcastTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public BroadcastTests() => trace = new EventTrace(simulator);

    [Fact]
    public void All_who_wait_hear_the_value_in_the_order_in_which_they_began_to_wait()
    {
        Broadcast<int> news = new(simulator);
        simulator.Start(Listen(news, "a", 0));
        simulator.Start(Listen(news, "b", 1));
        At(2, () => news.Send(7));
        simulator.Start(Listen(news, "c", 3));
        At(4, () => news.Send(8));

        simulator.Run();

        trace.ShouldBe((2, "a hears 7"), (2, "b hears 7"), (4, "c hears 8"));
        Assert.Equal(0, news.WaitingCount);
    }

    [Fact]
    public void Each_hears_the_value_that_woke_it_though_another_follows_at_the_same_instant()
    {
        Broadcast<string> news = new(simulator);
        simulator.Start(Listen(news, "a", 0));
        simulator.Start(Listen(news, "b", 0));
        At(2, () =>
        {
            news.Send("first");
            news.Send("second");
        });

        simulator.Run();

        trace.ShouldBe((2, "a hears first"), (2, "b hears first"));
    }

    [Fact]
    public void Those_who_lose_patience_or_are_interrupted_leave_the_others_in_order()
    {
        Broadcast<int> news = new(simulator);
        simulator.Start(Listen(news, "a", 0));
        simulator.Start(Listen(news, "b", 0, patience: 1));
        Process interrupted = Listen(news, "c", 0);
        simulator.Start(interrupted);
        simulator.Start(Listen(news, "d", 0, patience: 3));
        At(2, () => simulator.Interrupt(interrupted));
        At(3, () => news.Send(5));

        simulator.Run();

        trace.ShouldBe((1, "b hears nothing"), (2, "c is interrupted"), (3, "a hears 5"), (3, "d hears 5"));
        Assert.Equal(0, news.WaitingCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => news.Next(-1));
    }

    private void At(double time, Action action) => simulator.Schedule(new ActionEvent(simulator, action), time);

    private async Process Listen<T>(Broadcast<T> news, string name, double arrival, double? patience = null)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        try
        {
            Heard<T> heard = await news.Next(patience);
            trace.Note(heard.Came ? $"{name} hears {heard.Value}" : $"{name} hears nothing");
        }
        catch (InterruptedException)
        {
            trace.Note($"{name} is interrupted");
        }
    }
}
