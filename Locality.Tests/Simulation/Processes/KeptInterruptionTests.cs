using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class KeptInterruptionTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public KeptInterruptionTests() => trace = new EventTrace(simulator);

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
    public void One_who_has_been_woken_keeps_what_was_granted_and_is_interrupted_at_the_next_wait()
    {
        Resource resource = new(simulator, 1);
        Process waiting = default;
        simulator.Start(Hold());
        waiting = Wait();
        simulator.Start(waiting);

        simulator.Run();

        trace.ShouldBe((1, "granted 1"), (1, "interrupted: reason"), (1, "in use 0"));
        Assert.Equal(0, simulator.PendingCount);

        async Process Hold()
        {
            using (Lease lease = await resource.Acquire())
            {
                await simulator.Delay(1);
            }

            simulator.Interrupt(waiting, "reason");
            simulator.Interrupt(waiting, "a second reason, which is not kept");
        }

        async Process Wait()
        {
            try
            {
                using Lease lease = await resource.Acquire();
                trace.Note($"granted {resource.InUse}");
                await simulator.Delay(10);
            }
            catch (InterruptedException interruption)
            {
                trace.Note($"interrupted: {interruption.Cause}");
            }

            trace.Note($"in use {resource.InUse}");
        }
    }

    [Fact]
    public void One_who_interrupts_itself_is_interrupted_at_its_next_wait()
    {
        Process self = default;
        self = Work();
        simulator.Start(self);

        simulator.Run();

        trace.ShouldBe((1, "goes on"), (1, "interrupted: own"), (2, "done"));

        async Process Work()
        {
            await simulator.Delay(1);
            simulator.Interrupt(self, "own");
            trace.Note("goes on");
            try
            {
                await simulator.Delay(1);
            }
            catch (InterruptedException interruption)
            {
                trace.Note($"interrupted: {interruption.Cause}");
            }

            await simulator.Delay(1);
            trace.Note("done");
        }
    }

    [Fact]
    public void A_wait_that_ends_at_once_is_no_wait_to_interrupt()
    {
        Resource free = new(simulator, 1);
        Process self = default;
        self = Work();
        simulator.Start(self, "worker");

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        trace.ShouldBe((1, "has the unit"));
        Assert.Equal("Process 'worker' failed at time 1: The process was interrupted.", error.Message);
        Assert.Equal(0, free.InUse);

        async Process Work()
        {
            await simulator.Delay(1);
            simulator.Interrupt(self);
            using Lease lease = await free.Acquire();
            trace.Note("has the unit");
            await simulator.Delay(1);
            trace.Note("never");
        }
    }

    [Fact]
    public void A_second_interruption_at_one_instant_comes_at_the_wait_after_the_first()
    {
        Process waiting = Wait();
        simulator.Start(waiting);
        simulator.Schedule(new ActionEvent(simulator, () =>
        {
            simulator.Interrupt(waiting, "first");
            simulator.Interrupt(waiting, "second");
        }), 2);

        simulator.Run();

        trace.ShouldBe((2, "first"), (2, "second"), (12, "done"));

        async Process Wait()
        {
            for (int wait = 0; wait < 3; wait++)
            {
                try
                {
                    await simulator.Delay(10);
                }
                catch (InterruptedException interruption)
                {
                    trace.Note($"{interruption.Cause}");
                }
            }

            trace.Note("done");
        }
    }

    [Fact]
    public void A_kept_interruption_that_meets_no_wait_is_lost_with_its_process()
    {
        Process self = default;
        self = Work(interrupts: true);
        simulator.Start(self);
        simulator.Run();
        simulator.Start(Work(interrupts: false));

        simulator.Run();

        trace.ShouldBe((1, "ends"), (2, "undisturbed"), (3, "ends"));

        async Process Work(bool interrupts)
        {
            await simulator.Delay(1);
            if (interrupts)
            {
                simulator.Interrupt(self);
            }
            else
            {
                trace.Note("undisturbed");
                await simulator.Delay(1);
            }

            trace.Note("ends");
        }
    }

    [Fact]
    public void Interrupting_or_cancelling_a_finished_process_does_nothing()
    {
        Process process = Work();
        simulator.Start(process);

        simulator.Run();
        simulator.Interrupt(process);
        simulator.Cancel(process);
        simulator.Run();

        trace.ShouldBe((1, "done"));

        async Process Work()
        {
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
}
