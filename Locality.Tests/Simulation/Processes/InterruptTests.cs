using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class InterruptTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public InterruptTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_delay_is_interrupted_and_its_end_does_not_come()
    {
        InterruptAt(2, Start(Wait));

        simulator.Run();

        trace.ShouldBe((2, "interrupted: reason"), (3, "goes on"));
        Assert.Equal(0, simulator.PendingCount);

        async Process Wait() => await simulator.Delay(10);
    }

    [Fact]
    public void A_wait_for_a_resource_is_interrupted_and_leaves_the_queue()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Hold());
        InterruptAt(2, Start(Wait));
        simulator.Start(Hold());

        simulator.Run(2);
        Assert.Equal(1, resource.QueueLength);
        simulator.Run();

        trace.ShouldBe((0, "holds"), (2, "interrupted: reason"), (3, "goes on"), (5, "holds"));
        Assert.Equal(0, resource.InUse);

        async Process Wait()
        {
            using Lease lease = await resource.Acquire(patience: 100);
        }

        async Process Hold()
        {
            using Lease lease = await resource.Acquire();
            trace.Note("holds");
            await simulator.Delay(5);
        }
    }

    [Fact]
    public void A_holder_that_is_interrupted_gives_its_unit_back()
    {
        Resource resource = new(simulator, 1);
        Process holder = Start(Hold);
        InterruptAt(2, holder);
        simulator.Start(Next());

        simulator.Run();

        // The holder's unit is given on before the holder has finished, and so before its parent is woken.
        trace.ShouldBe((2, "next holds"), (2, "interrupted: reason"), (3, "goes on"));

        async Process Hold()
        {
            using Lease lease = await resource.Acquire();
            await simulator.Delay(10);
        }

        async Process Next()
        {
            using Lease lease = await resource.Acquire();
            trace.Note("next holds");
        }
    }

    [Fact]
    public void A_wait_at_a_gate_is_interrupted_and_the_place_goes_to_the_next()
    {
        BatchGate gate = new(simulator, 5, 5, limit: 1);
        InterruptAt(2, Start(Wait));
        simulator.Start(Next());

        simulator.Run();

        trace.ShouldBe((2, "interrupted: reason"), (3, "goes on"), (5, "next passes"));
        Assert.Equal(0, gate.QueueLength);

        async Process Wait() => await gate.Pass();

        async Process Next()
        {
            await gate.Pass();
            trace.Note("next passes");
        }
    }

    [Fact]
    public void A_job_is_interrupted_and_the_others_go_on_faster()
    {
        ProcessorSharingServer server = new(simulator, 1);
        InterruptAt(2, Start(Wait));
        simulator.Start(Other());

        simulator.Run();

        // Half pace up to 2 leaves 3 of 4.
        trace.ShouldBe((2, "interrupted: reason"), (3, "goes on"), (5, "other done"));
        Assert.Equal(0, server.JobCount);

        async Process Wait() => await server.Serve(10);

        async Process Other()
        {
            await server.Serve(4);
            trace.Note("other done");
        }
    }

    [Fact]
    public void The_last_job_is_interrupted_and_the_server_is_idle()
    {
        ProcessorSharingServer server = new(simulator, 1);
        InterruptAt(2, Start(Wait));

        simulator.Run();

        Assert.Equal(3, simulator.Now);
        Assert.Equal(0, server.JobCount);
        Assert.Equal(0, server.TotalWeight);
        Assert.Equal(0, server.Pace);

        async Process Wait() => await server.Serve(10);
    }

    [Fact]
    public void A_wait_for_a_signal_is_interrupted()
    {
        Signal signal = new(simulator);
        InterruptAt(2, Start(Wait));

        simulator.Run(2);
        Assert.Equal(0, signal.WaitingCount);
        simulator.Run();

        trace.ShouldBe((2, "interrupted: reason"), (3, "goes on"));

        async Process Wait() => await signal.Wait(timeout: 20);
    }

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
    public void One_who_has_been_woken_already_is_not_interrupted()
    {
        Resource resource = new(simulator, 1);
        Process waiting = default;
        simulator.Start(Hold());
        waiting = Wait();
        simulator.Start(waiting);

        simulator.Run();

        trace.ShouldBe((1, "granted"));
        Assert.Equal(0, resource.InUse);

        async Process Hold()
        {
            using (Lease lease = await resource.Acquire())
            {
                await simulator.Delay(1);
            }

            simulator.Interrupt(waiting);
        }

        async Process Wait()
        {
            using Lease lease = await resource.Acquire();
            trace.Note("granted");
        }
    }

    [Fact]
    public void Interrupting_a_finished_process_or_oneself_does_nothing()
    {
        Process self = default;
        self = Work();
        simulator.Start(self);

        simulator.Run();
        simulator.Interrupt(self);
        simulator.Run();

        trace.ShouldBe((1, "not interrupted"), (2, "done"));

        async Process Work()
        {
            await simulator.Delay(1);
            simulator.Interrupt(self);
            trace.Note("not interrupted");
            await simulator.Delay(1);
            trace.Note("done");
        }
    }

    [Fact]
    public void An_interruption_that_nobody_catches_ends_the_run_with_the_name()
    {
        Process process = Wait();
        simulator.Start(process, "case 7");
        InterruptAt(2, process);

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'case 7' failed at time 2: The process was interrupted.", error.Message);
        Assert.IsType<InterruptedException>(error.InnerException);

        async Process Wait() => await simulator.Delay(10);
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
