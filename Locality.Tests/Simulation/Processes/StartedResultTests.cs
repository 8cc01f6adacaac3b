using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class StartedResultTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public StartedResultTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_process_with_a_result_may_be_started_and_left()
    {
        Process<int> process = Yield(3);
        simulator.Start(process);

        Assert.False(process.IsFinished);
        simulator.Run();

        Assert.True(process.IsFinished);
        trace.ShouldBe((3, "yields"));
    }

    [Fact]
    public void The_name_given_at_the_start_stands_in_the_error()
    {
        simulator.Start(Fail(), "case 7");

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'case 7' failed at time 2: boom", error.Message);

        async Process<int> Fail()
        {
            await simulator.Delay(2);
            throw new NotSupportedException("boom");
        }
    }

    [Fact]
    public void A_failure_before_the_first_wait_ends_the_start()
    {
        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Start(Fail(), "case 7"));

        Assert.Equal("Process 'case 7' failed at time 0: boom", error.Message);

#pragma warning disable CS1998 // It is the point of this test that there is no await.
        async Process<int> Fail() => throw new NotSupportedException("boom");
#pragma warning restore CS1998
    }

    [Fact]
    public void A_started_process_that_is_awaited_when_it_ends_yields_its_result()
    {
        simulator.Start(Wait());

        simulator.Run();

        trace.ShouldBe((3, "yields"), (3, "result 6"));

        async Process Wait()
        {
            Process<int> process = Yield(3);
            simulator.Start(process, "yielder");
            trace.Note($"result {await process}");
        }
    }

    [Fact]
    public void The_result_of_a_started_process_that_nobody_awaits_is_dropped()
    {
        simulator.Start(Wait());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal(
            "Process 'Wait' failed at time 5: The result of this process has been taken already, or was dropped as nobody awaited it: await a Process<T> once.",
            error.Message);

        async Process Wait()
        {
            Process<int> process = Yield(3);
            simulator.Start(process);
            await simulator.Delay(5);
            await process;
        }
    }

    [Fact]
    public void A_dropped_result_gives_its_cell_to_the_next()
    {
        Process<int> first = Yield(1);
        simulator.Start(first);
        simulator.Run();
        Process<int> second = Yield(1);

        Assert.Same(first.Cell, second.Cell);
        Assert.True(first.IsFinished);
        Assert.False(second.IsFinished);
        simulator.Interrupt(first);
        simulator.Run();
        Assert.True(second.IsFinished);
    }

    private async Process<int> Yield(double time)
    {
        await simulator.Delay(time);
        trace.Note("yields");
        return 6;
    }
}
