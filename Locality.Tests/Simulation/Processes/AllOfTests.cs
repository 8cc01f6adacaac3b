using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AllOfTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public AllOfTests() => trace = new EventTrace(simulator);

    [Fact]
    public void The_last_of_all_ends_the_wait()
    {
        Signal news = new(simulator);
        simulator.Start(Wait());
        simulator.Schedule(new ActionEvent(simulator, news.Fire), 4);

        simulator.Run();

        trace.ShouldBe((2, "b"), (5, "a"), (5, "all"));

        async Process Wait()
        {
            await simulator.WhenAll(Work("a", 5), Work("b", 2), news);
            trace.Note("all");
        }
    }

    [Fact]
    public void Nothing_or_finished_processes_need_no_wait()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((0, "nothing"), (2, "a"), (3, "all"), (3, "in time"), (5, "b"), (5, "the other"));

        async Process Wait()
        {
            await simulator.WhenAll();
            trace.Note("nothing");
            Process a = Work("a", 2);
            Process b = Work("b", 5);
            await simulator.Delay(3);
            await simulator.WhenAll(a, a);
            trace.Note("all");
            trace.Note(await simulator.WithTimeout(a, 0) ? "in time" : "late");
            await simulator.WhenAll(a, b);
            trace.Note("the other");
        }
    }

    [Fact]
    public void Many_are_waited_for_too()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((9, "all 9"));

        async Process Wait()
        {
            Process<int>[] works = [.. Enumerable.Range(0, 10).Select(Yield)];
            await simulator.WhenAll([.. works.Select(work => work.ToWaitTarget())]);
            int last = 0;
            foreach (Process<int> work in works)
            {
                last = Math.Max(last, await work);
            }

            trace.Note($"all {last}");
        }

        async Process<int> Yield(int time)
        {
            await simulator.Delay(time);
            return time;
        }
    }

    [Fact]
    public void The_first_failure_ends_the_wait()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((1, "Process 'Fail' failed at time 1: boom"), (5, "a"));

        async Process Wait()
        {
            try
            {
                await simulator.WhenAll(Work("a", 5), Fail(1));
            }
            catch (ProcessException error)
            {
                trace.Note(error.Message);
            }
        }
    }

    [Fact]
    public void A_second_failure_that_nobody_awaits_any_longer_ends_the_run()
    {
        simulator.Start(Wait());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Fail' failed at time 2: boom", error.Message);

        async Process Wait()
        {
            try
            {
                await simulator.WhenAll(Fail(1), Fail(2));
            }
            catch (ProcessException)
            {
                trace.Note("caught");
            }
        }
    }

    [Fact]
    public void A_limit_that_comes_first_says_so_and_the_others_go_on()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((2, "b"), (3, "False"), (5, "a"), (5, "True"));

        async Process Wait()
        {
            Process a = Work("a", 5);
            trace.Note($"{await simulator.WhenAllWithin(3, a, Work("b", 2))}");
            trace.Note($"{await simulator.WhenAllWithin(3, a)}");
        }
    }

    [Fact]
    public void A_process_is_given_a_limited_time_and_may_be_cancelled_then()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((2, "short"), (2, "True"), (5, "False"));
        Assert.Equal(5, simulator.Now);

        async Process Wait()
        {
            trace.Note($"{await simulator.WithTimeout(Work("short", 2), 3)}");
            Process longer = Work("long", 9);
            trace.Note($"{await simulator.WithTimeout(longer, 3)}");
            simulator.Cancel(longer);
        }
    }

    [Fact]
    public void A_process_that_ends_at_the_very_limit_is_in_time_if_its_event_was_scheduled_first()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((3, "work"), (3, "True"));

        async Process Wait() => trace.Note($"{await simulator.WithTimeout(Work("work", 3), 3)}");
    }

    private async Process Work(string name, double time)
    {
        await simulator.Delay(time);
        trace.Note(name);
    }

    private async Process Fail(double time)
    {
        await simulator.Delay(time);
        throw new NotSupportedException("boom");
    }
}
