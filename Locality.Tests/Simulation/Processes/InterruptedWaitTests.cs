using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class InterruptedWaitTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public InterruptedWaitTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_delay_is_interrupted_and_its_end_does_not_come()
    {
        InterruptAt(2, Start(Wait));

        simulator.Run();

        trace.ShouldBe((2, "interrupted: reason"), (3, "goes on"));
        Assert.Equal(3, simulator.Now);
        Assert.Equal(0, simulator.PendingCount);

        async Process Wait() => await simulator.Delay(10);
    }

    [Fact]
    public void An_interrupted_delay_does_not_end_the_next_wait()
    {
        Signal signal = new(simulator);
        Process waiting = Wait();
        simulator.Start(waiting);
        InterruptAt(2, waiting);
        simulator.Schedule(new ActionEvent(simulator, signal.Fire), 20);

        simulator.Run();

        trace.ShouldBe((2, "interrupted"), (20, "signal"));

        async Process Wait()
        {
            try
            {
                await simulator.Delay(10);
            }
            catch (InterruptedException)
            {
                trace.Note("interrupted");
            }

            trace.Note(await signal.Wait() ? "signal" : "time-out");
        }
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
