using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class InterruptedParentTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public InterruptedParentTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_wait_for_a_process_is_interrupted_and_that_process_goes_on()
    {
        InterruptAt(2, Start(Wait));

        simulator.Run();

        trace.ShouldBe((2, "interrupted: reason"), (3, "goes on"), (7, "child done"));

        async Process Wait() => await Child();

        async Process Child()
        {
            await simulator.Delay(7);
            trace.Note("child done");
        }
    }

    [Fact]
    public void A_process_that_is_no_longer_awaited_wakes_nobody_when_it_ends()
    {
        Process waiting = Wait();
        simulator.Start(waiting);
        InterruptAt(2, waiting);

        simulator.Run();

        trace.ShouldBe((2, "interrupted"), (7, "child done"), (20, "waited on"));

        async Process Wait()
        {
            try
            {
                await Child();
            }
            catch (InterruptedException)
            {
                trace.Note("interrupted");
            }

            await simulator.Delay(18);
            trace.Note("waited on");
        }

        async Process Child()
        {
            await simulator.Delay(7);
            trace.Note("child done");
        }
    }

    [Fact]
    public void A_wait_for_a_result_is_interrupted_and_the_result_may_be_awaited_again()
    {
        Process<int> child = Child();
        Process waiting = Wait();
        simulator.Start(waiting);
        InterruptAt(2, waiting);

        simulator.Run();

        trace.ShouldBe((2, "interrupted"), (7, "child done"), (7, "result 5"));

        async Process Wait()
        {
            try
            {
                await child;
            }
            catch (InterruptedException)
            {
                trace.Note("interrupted");
            }

            trace.Note($"result {await child}");
        }

        async Process<int> Child()
        {
            await simulator.Delay(7);
            trace.Note("child done");
            return 5;
        }
    }

    [Fact]
    public void A_result_taken_by_another_before_the_interrupted_one_resumes_disturbs_nobody_else()
    {
        Signal go = new(simulator);
        Process<int> child = Child();
        Process taker = Take();
        Process waiting = Wait();
        simulator.Start(taker);
        simulator.Start(waiting);
        simulator.Schedule(new ActionEvent(simulator, () =>
        {
            go.Fire();
            simulator.Interrupt(waiting);
        }), 1);
        simulator.Start(Bystander());

        simulator.Run();

        trace.ShouldBe((1, "taken 5"), (1, "interrupted"), (2, "bystander undisturbed"));

        async Process<int> Child()
        {
            await go.Wait();
            return 5;
        }

        async Process Take()
        {
            await go.Wait();
            trace.Note($"taken {await child}");
        }

        async Process Wait()
        {
            try
            {
                await child;
            }
            catch (InterruptedException)
            {
                trace.Note("interrupted");
            }
        }

        async Process Bystander()
        {
            await simulator.Delay(2);
            trace.Note("bystander undisturbed");
        }
    }

    [Fact]
    public void A_process_with_a_result_is_interrupted_and_fails_to_yield_it()
    {
        Process<int> process = Yield();
        simulator.Start(Wait());
        InterruptAt(2, process);

        simulator.Run();

        trace.ShouldBe((2, "Process 'Yield' failed at time 2: The process was interrupted."));

        async Process Wait()
        {
            try
            {
                await process;
            }
            catch (ProcessException error)
            {
                trace.Note(error.Message);
            }
        }

        async Process<int> Yield()
        {
            await simulator.Delay(7);
            return 5;
        }
    }

    private void InterruptAt(double time, Process process) =>
        simulator.Schedule(new ActionEvent(simulator, () => simulator.Interrupt(process, "reason")), time);

    /// <summary>Starts a process that waits as told, notes its interruption and can wait again afterwards.</summary>
    private Process Start(Func<Process> wait)
    {
        // The wait itself must stand in the process that is interrupted, so the catching is done around it by its parent.
        Process inner = wait();
        simulator.Start(Catch(inner));
        return inner;
    }

    private async Process Catch(Process inner)
    {
        try
        {
            await inner;
        }
        catch (ProcessException error) when (error.InnerException is InterruptedException interruption)
        {
            trace.Note($"interrupted: {interruption.Cause}");
        }

        await simulator.Delay(1);
        trace.Note("goes on");
    }
}
