using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AwaitingProcessTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public AwaitingProcessTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_process_waits_for_another_to_finish()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((0, "parent"), (3, "child"), (3, "parent again"));

        async Process Parent()
        {
            trace.Note("parent");
            await Child(3);
            trace.Note("parent again");
        }
    }

    [Fact]
    public void Several_processes_run_side_by_side_and_are_awaited_in_turn()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((2, "child"), (5, "child"), (5, "both"));

        async Process Parent()
        {
            Process longer = Child(5);
            Process shorter = Child(2);
            Assert.False(shorter.IsFinished);
            await longer;
            Assert.True(shorter.IsFinished);
            await shorter;
            trace.Note("both");
        }
    }

    [Fact]
    public void A_process_may_be_awaited_again_after_it_has_finished()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((2, "child"), (2, "once"), (2, "twice"), (3, "later"));

        async Process Parent()
        {
            Process child = Child(2);
            await child;
            trace.Note("once");
            await child;
            trace.Note("twice");
            await simulator.Delay(1);
            await child;
            trace.Note("later");
        }
    }

    [Fact]
    public void A_finished_process_stays_finished_though_its_frame_is_used_again()
    {
        Process first = Child(1);
        simulator.Start(first);
        simulator.Run();
        Process second = Child(1);
        simulator.Start(second);

        Assert.True(first.IsFinished);
        Assert.False(second.IsFinished);
        simulator.Interrupt(first);
        simulator.Run();

        trace.ShouldBe((1, "child"), (2, "child"));
    }

    [Fact]
    public void Two_processes_may_not_await_one_at_a_time()
    {
        Process child = Child(2);
        simulator.Start(Wait());
        simulator.Start(Wait(), "second");

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Wait' failed at time 0: Another process awaits this process already: one at a time may.", error.Message);

        async Process Wait() => await child;
    }

    [Fact]
    public void A_process_that_never_waited_has_finished()
    {
        Process process = Immediate();

        Assert.True(process.IsFinished);
        simulator.Start(process);
        simulator.Run();
        trace.ShouldBe((0, "immediate"));

#pragma warning disable CS1998 // It is the point of this test that there is no await.
        async Process Immediate() => trace.Note("immediate");
#pragma warning restore CS1998
    }

    [Fact]
    public void A_process_yields_its_result()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((3, "six"));

        async Process Parent() => trace.Note(await Child() == 6 ? "six" : "wrong");

        async Process<int> Child()
        {
            await simulator.Delay(3);
            return 6;
        }
    }

    [Fact]
    public void A_process_that_never_waited_yields_its_result()
    {
        simulator.Start(Parent());

        trace.ShouldBe((0, "six"));

        async Process Parent() => trace.Note(await Child() == 6 ? "six" : "wrong");

#pragma warning disable CS1998 // It is the point of this test that there is no await.
        async Process<int> Child() => 6;
#pragma warning restore CS1998
    }

    [Fact]
    public void A_result_that_came_before_it_was_awaited_is_kept()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((5, "first 1, second 2"));

        async Process Parent()
        {
            Process<int> first = Child(1, 1);
            Process<int> second = Child(2, 2);
            await simulator.Delay(5);
            int two = await second;
            int one = await first;
            trace.Note($"first {one}, second {two}");
        }

        async Process<int> Child(double time, int result)
        {
            await simulator.Delay(time);
            return result;
        }
    }

    [Fact]
    public void A_result_is_taken_once()
    {
        simulator.Start(Parent());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Parent' failed at time 1: The result of this process has been taken already, or was dropped as nobody awaited it: await a Process<T> once.", error.Message);

        async Process Parent()
        {
            Process<int> child = Child();
            await child;
            await child;
        }

        async Process<int> Child()
        {
            await simulator.Delay(1);
            return 1;
        }
    }

    [Fact]
    public void Results_of_reference_type_and_nested_processes_pass_through()
    {
        simulator.Start(Outer());

        simulator.Run();

        trace.ShouldBe((3, "abc"));

        async Process Outer() => trace.Note(await Middle("a"));

        async Process<string> Middle(string prefix)
        {
            await simulator.Delay(1);
            return prefix + await Inner("b") + await Inner("c");
        }

        async Process<string> Inner(string text)
        {
            await simulator.Delay(1);
            return text;
        }
    }

    [Fact]
    public void Only_one_process_may_await_a_result_at_a_time()
    {
        Process<int> child = Child();
        simulator.Start(Wait());
        simulator.Start(Wait());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Wait' failed at time 0: Another process awaits this process already: one at a time may.", error.Message);

        async Process Wait() => await child;

        async Process<int> Child()
        {
            await simulator.Delay(1);
            return 1;
        }
    }

    private async Process Child(double time)
    {
        await simulator.Delay(time);
        trace.Note("child");
    }
}
