using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AnyOfTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public AnyOfTests() => trace = new EventTrace(simulator);

    [Fact]
    public void The_first_of_three_processes_ends_the_wait_and_the_others_go_on()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((2, "b"), (2, "first 1"), (5, "a"), (7, "c"));

        async Process Wait() => trace.Note($"first {await simulator.WhenAny(Work("a", 5), Work("b", 2), Work("c", 7))}");
    }

    [Fact]
    public void Of_two_that_end_at_one_time_the_one_whose_event_came_first_counts()
    {
        Process late = Work("scheduled first", 3);
        Process early = Work("scheduled second", 3);
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((3, "scheduled first"), (3, "first 1"), (3, "scheduled second"));

        async Process Wait() => trace.Note($"first {await simulator.WhenAny(early, late)}");
    }

    [Fact]
    public void Of_those_that_have_finished_already_the_one_of_lowest_index_counts()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((1, "a"), (2, "b"), (3, "first 1"));

        async Process Wait()
        {
            Process a = Work("a", 1);
            Process b = Work("b", 2);
            Process c = Work("c", 9);
            await simulator.Delay(3);
            trace.Note($"first {await simulator.WhenAny(c, b, a)}");
            simulator.Cancel(c);
        }
    }

    [Fact]
    public void The_loser_may_be_cancelled_and_the_winner_yields_its_result()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((2, "first 1"), (2, "result 20"));
        Assert.Equal(2, simulator.Now);

        async Process Wait()
        {
            Process<int> slow = Yield(5);
            Process<int> fast = Yield(2);
            simulator.Start(slow);
            simulator.Start(fast);
            int first = await simulator.WhenAny(slow, fast);
            trace.Note($"first {first}");
            simulator.Cancel(slow);
            trace.Note($"result {await fast}");
        }
    }

    [Fact]
    public void The_loser_may_be_awaited_again()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((2, "b"), (2, "first 1"), (5, "a"), (5, "and now the other"));

        async Process Wait()
        {
            Process a = Work("a", 5);
            trace.Note($"first {await simulator.WhenAny(a, Work("b", 2))}");
            await a;
            trace.Note("and now the other");
        }
    }

    [Fact]
    public void A_failure_reaches_the_one_who_waits_and_the_others_go_on()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((1, "Process 'Fail' failed at time 1: boom"), (5, "a"), (6, "again: Process 'FailAtOnce' failed at time 6: boom"), (10, "b"));

        async Process Wait()
        {
            try
            {
                await simulator.WhenAny(Work("a", 5), Fail());
            }
            catch (ProcessException error)
            {
                trace.Note(error.Message);
            }

            await simulator.Delay(5);
            try
            {
                await simulator.WhenAny(Work("b", 4), FailAtOnce());
            }
            catch (ProcessException error)
            {
                trace.Note($"again: {error.Message}");
            }

            await simulator.WhenAny(new Signal(simulator));
        }

        async Process Fail()
        {
            await simulator.Delay(1);
            throw new NotSupportedException("boom");
        }

#pragma warning disable CS1998 // It is the point that there is no await.
        async Process FailAtOnce() => throw new NotSupportedException("boom");
#pragma warning restore CS1998
    }

    [Fact]
    public void Of_a_cancelled_process_it_counts_that_it_has_finished()
    {
        Process work = Work("never", 5);
        simulator.Start(Wait());
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Cancel(work)), 2);

        simulator.Run();

        trace.ShouldBe((2, "first 0"));

        async Process Wait() => trace.Note($"first {await simulator.WhenAny(work, new Signal(simulator))}");
    }

    [Fact]
    public void A_process_that_another_awaits_may_not_be_waited_for()
    {
        Signal news = new(simulator);
        Process work = Work("work", 5);
        simulator.Start(Wait());
        simulator.Start(Second());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Second' failed at time 0: Another process awaits this process already: one at a time may.", error.Message);
        Assert.Equal(0, news.WaitingCount);

        async Process Wait() => await work;

        async Process Second() => await simulator.WhenAny(news, work);
    }

    [Fact]
    public void A_wait_is_awaited_once_and_has_something_to_wait_for()
    {
        simulator.Start(Wait());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal(
            "Process 'Wait' failed at time 2: This wait has been awaited already: call WhenAny or WhenAll again for each wait.",
            error.Message);
        ArgumentException empty = Assert.Throws<ArgumentException>(() => simulator.WhenAny());
        Assert.Equal("Expected at least one process or signal to wait for. (Parameter 'targets')", empty.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => simulator.WhenAnyWithin(-1, new Signal(simulator)));

        async Process Wait()
        {
            AnyOfAwaitable wait = simulator.WhenAny(Work("work", 2));
            await wait;
            await wait;
        }
    }

    private async Process Work(string name, double time)
    {
        await simulator.Delay(time);
        trace.Note(name);
    }

    private async Process<int> Yield(int time)
    {
        await simulator.Delay(time);
        return 10 * time;
    }
}
