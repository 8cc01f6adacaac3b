using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class CancellationTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public CancellationTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_cancelled_process_leaves_its_queue_gives_back_what_it_holds_and_ends_without_a_fault()
    {
        Resource desk = new(simulator, 1);
        Resource form = new(simulator, 1);
        Process holder = Hold(10);
        Process waiting = Wait();
        simulator.Start(holder);
        simulator.Start(waiting);
        simulator.Schedule(new ActionEvent(simulator, () =>
        {
            simulator.Cancel(waiting);
            Assert.Equal(0, desk.QueueLength);
            Assert.Equal(1, form.InUse);
        }), 2);

        simulator.Run();

        trace.ShouldBe((2, "gives up"), (10, "done"));
        Assert.True(waiting.IsFinished);
        Assert.Equal(0, form.InUse);

        async Process Hold(double time)
        {
            using Lease lease = await desk.Acquire();
            await simulator.Delay(time);
            trace.Note("done");
        }

        async Process Wait()
        {
            using Lease page = await form.Acquire();
            try
            {
                using Lease lease = await desk.Acquire();
            }
            finally
            {
                trace.Note("gives up");
            }
        }
    }

    [Fact]
    public void A_cancelled_delay_leaves_nothing_pending()
    {
        Process process = Wait();
        simulator.Start(process);
        simulator.Run(1);

        simulator.Cancel(process);
        simulator.Run();

        Assert.True(process.IsFinished);
        Assert.Equal(1, simulator.Now);
        Assert.Equal(0, simulator.PendingCount);

        async Process Wait() => await simulator.Delay(10);
    }

    [Fact]
    public void One_who_awaits_a_cancelled_process_goes_on()
    {
        Process process = Wait();
        simulator.Start(Parent());
        CancelAt(2, process);

        simulator.Run();

        trace.ShouldBe((2, "parent goes on"), (2, "awaited again"));

        async Process Parent()
        {
            await process;
            trace.Note("parent goes on");
            await process;
            trace.Note("awaited again");
        }

        async Process Wait() => await simulator.Delay(10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void One_who_awaits_the_result_of_a_cancelled_process_learns_that_there_is_none(double waitsFrom)
    {
        Process<int> process = Yield();
        simulator.Start(Parent());
        CancelAt(2, process);

        simulator.Run();

        trace.ShouldBe((Math.Max(2, waitsFrom), "Process 'Yield' was cancelled and has no result."));

        async Process Parent()
        {
            await simulator.Delay(waitsFrom);
            try
            {
                await process;
            }
            catch (ProcessCancelledException error)
            {
                trace.Note(error.Message);
            }
        }

        async Process<int> Yield()
        {
            await simulator.Delay(10);
            return 1;
        }
    }

    [Fact]
    public void A_missing_result_is_a_failure_of_one_who_was_not_cancelled()
    {
        Process<int> process = Yield();
        simulator.Start(Parent(), "parent");
        CancelAt(2, process);

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'parent' failed at time 2: Process 'Yield' was cancelled and has no result.", error.Message);

        async Process Parent() => await process;

        async Process<int> Yield()
        {
            await simulator.Delay(10);
            return 1;
        }
    }

    [Fact]
    public void A_cancelled_parent_leaves_the_process_that_it_awaits()
    {
        Process parent = Parent();
        simulator.Start(parent);
        CancelAt(2, parent);

        simulator.Run();

        trace.ShouldBe((7, "done"));
        Assert.True(parent.IsFinished);

        async Process Parent()
        {
            await Work();
            trace.Note("never");
        }

        async Process Work()
        {
            await simulator.Delay(7);
            trace.Note("done");
        }
    }

    [Fact]
    public void One_who_has_been_granted_a_unit_at_this_instant_gives_it_back_at_the_next_wait()
    {
        Resource desk = new(simulator, 1);
        Process waiting = default;
        simulator.Start(Hold());
        waiting = Wait();
        simulator.Start(waiting);
        simulator.Start(Next());

        simulator.Run();

        trace.ShouldBe((1, "granted"), (1, "next"));
        Assert.True(waiting.IsFinished);
        Assert.Equal(0, desk.InUse);

        async Process Hold()
        {
            using (Lease lease = await desk.Acquire())
            {
                await simulator.Delay(1);
            }

            simulator.Cancel(waiting);
        }

        async Process Wait()
        {
            using Lease lease = await desk.Acquire();
            trace.Note("granted");
            await simulator.Delay(10);
            trace.Note("never");
        }

        async Process Next()
        {
            using Lease lease = await desk.Acquire();
            trace.Note("next");
        }
    }

    [Fact]
    public void One_who_was_interrupted_and_has_not_run_since_is_cancelled_instead()
    {
        Process process = Wait();
        simulator.Start(process);
        simulator.Schedule(new ActionEvent(simulator, () =>
        {
            simulator.Interrupt(process);
            simulator.Cancel(process);
        }), 2);

        simulator.Run();

        trace.ShouldBe((2, "The process was cancelled."));

        async Process Wait()
        {
            try
            {
                await simulator.Delay(10);
            }
            catch (ProcessCancelledException error)
            {
                trace.Note(error.Message);
                throw;
            }
        }
    }

    [Fact]
    public void One_who_catches_the_cancellation_goes_on_and_may_be_cancelled_again()
    {
        Process process = Wait();
        simulator.Start(process);
        CancelAt(2, process);
        CancelAt(4, process);

        simulator.Run();

        trace.ShouldBe((2, "cleans up"), (4, "leaves"));
        Assert.True(process.IsFinished);

        async Process Wait()
        {
            try
            {
                await simulator.Delay(10);
            }
            finally
            {
                trace.Note("cleans up");
                try
                {
                    await simulator.Delay(10);
                }
                finally
                {
                    trace.Note("leaves");
                }
            }
        }
    }

    [Fact]
    public void Another_exception_on_the_way_out_is_a_failure()
    {
        Process process = Wait();
        simulator.Start(process, "case 7");
        CancelAt(2, process);

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'case 7' failed at time 2: boom", error.Message);

        async Process Wait()
        {
            try
            {
                await simulator.Delay(10);
            }
            catch (ProcessCancelledException cancellation)
            {
                throw new NotSupportedException("boom", cancellation);
            }
        }
    }

    private void CancelAt(double time, Process process) =>
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Cancel(process)), time);
}
