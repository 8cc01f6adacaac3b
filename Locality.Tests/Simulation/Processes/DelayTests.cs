using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class DelayTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public DelayTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_process_runs_at_once_to_its_first_wait_and_goes_on_after_it()
    {
        simulator.Start(Walk());
        trace.ShouldBe((0, "start"));

        simulator.Run();

        trace.ShouldBe((0, "start"), (2, "after two"), (2.5, "after a half"));

        async Process Walk()
        {
            trace.Note("start");
            await simulator.Delay(2);
            trace.Note("after two");
            await simulator.Delay(0.5);
            trace.Note("after a half");
        }
    }

    [Fact]
    public void A_delay_of_zero_lets_the_others_of_the_instant_go_first()
    {
        simulator.Start(Polite());
        simulator.Start(Other());

        simulator.Run();

        trace.ShouldBe((1, "polite"), (1, "other"), (1, "polite again"));

        async Process Polite()
        {
            await simulator.Delay(1);
            trace.Note("polite");
            await simulator.Delay(0);
            trace.Note("polite again");
        }

        async Process Other()
        {
            await simulator.Delay(1);
            trace.Note("other");
        }
    }

    [Fact]
    public void Delays_that_end_together_end_by_priority_then_in_the_order_of_their_start()
    {
        simulator.Start(Wait("first", 0));
        simulator.Start(Wait("second", 0));
        simulator.Start(Wait("urgent", -1));

        simulator.Run();

        trace.ShouldBe((1, "urgent"), (1, "first"), (1, "second"));

        async Process Wait(string name, int priority)
        {
            await simulator.Delay(1, priority);
            trace.Note(name);
        }
    }

    [Fact]
    public void A_delay_until_a_time_ends_at_that_very_time()
    {
        // Each 0.1 × k is reached from the one before; adding the differences up would miss some by a rounding.
        double[] times = [.. Enumerable.Range(1, 1000).Select(k => k * 0.1)];
        List<double> reached = [];
        simulator.Start(Walk());

        simulator.Run();

        Assert.Equal(times, reached);

        async Process Walk()
        {
            foreach (double time in times)
            {
                await simulator.DelayUntil(time);
                reached.Add(simulator.Now);
            }
        }
    }

    [Fact]
    public void A_delay_counts_from_its_making_and_never_goes_back_in_time()
    {
        simulator.Start(Walk());

        simulator.Run();

        trace.ShouldBe((3, "the shorter"), (3, "the one within it"), (5, "the longer"));

        async Process Walk()
        {
            DelayAwaitable longer = simulator.Delay(5);
            DelayAwaitable within = simulator.Delay(2);
            await simulator.Delay(3);
            trace.Note("the shorter");
            await within;
            trace.Note("the one within it");
            await longer;
            trace.Note("the longer");
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_delay_until_no_time_from_now_on_is_refused(double time)
    {
        simulator.Run(1);

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => simulator.DelayUntil(time));

        Assert.StartsWith("Expected a finite time from now on.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_waits_in_simulated_time_is_told_to_be_a_process()
    {
        Task task = Misled();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());

        Assert.Equal("A simulation wait was awaited outside a process: the method must return Process or Process<T>, not Task.", error.Message);

        async Task Misled() => await simulator.Delay(1);
    }
}
