using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ProcessFailureTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ProcessFailureTests() => trace = new EventTrace(simulator);

    [Fact]
    public void A_failure_after_the_first_wait_ends_the_run_with_the_name_and_the_time()
    {
        simulator.Start(Fail(2.5));

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Fail' failed at time 2.5: boom", error.Message);
        Assert.Equal("Fail", error.ProcessName);
        Assert.Equal(2.5, error.Time);
        Assert.IsType<NotSupportedException>(error.InnerException);
    }

    [Fact]
    public void The_name_given_at_the_start_stands_in_the_error()
    {
        simulator.Start(Fail(1), "referral 17");

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'referral 17' failed at time 1: boom", error.Message);
    }

    [Fact]
    public void A_name_does_not_outlive_its_process()
    {
        simulator.Start(Wait(), "short");
        simulator.Run();
        simulator.Start(Wait());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Wait' failed at time 2: boom", error.Message);

        async Process Wait()
        {
            await simulator.Delay(1);
            if (simulator.Now > 1)
            {
                throw new NotSupportedException("boom");
            }
        }
    }

    [Fact]
    public void A_failure_before_the_first_wait_ends_the_start_with_the_name_and_the_time()
    {
        simulator.Run(3);

        ProcessException named = Assert.Throws<ProcessException>(() => simulator.Start(Fail(null), "referral 17"));
        ProcessException unnamed = Assert.Throws<ProcessException>(() => simulator.Start(Fail(null)));

        Assert.Equal("Process 'referral 17' failed at time 3: boom", named.Message);
        Assert.Equal("Process 'Fail' failed at time 3: boom", unnamed.Message);
    }

    [Fact]
    public void A_start_inside_a_process_that_fails_at_once_ends_the_run_with_the_started_process_name()
    {
        simulator.Start(Parent());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'referral 17' failed at time 1: boom", error.Message);

        async Process Parent()
        {
            await simulator.Delay(1);
            simulator.Start(Fail(null), "referral 17");
        }
    }

    [Fact]
    public void A_failure_reaches_the_run_through_a_parent_with_the_name_of_the_one_that_failed()
    {
        simulator.Start(Parent(), "parent");

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Fail' failed at time 2: boom", error.Message);
        Assert.IsType<NotSupportedException>(error.InnerException);

        async Process Parent() => await Fail(2);
    }

    [Fact]
    public void A_parent_may_catch_the_failure_and_go_on()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((2, "Process 'Fail' failed at time 2: boom"), (3, "parent goes on"));

        async Process Parent()
        {
            try
            {
                await Fail(2);
            }
            catch (ProcessException error)
            {
                trace.Note(error.Message);
            }

            await simulator.Delay(1);
            trace.Note("parent goes on");
        }
    }

    [Fact]
    public void A_failure_before_the_first_wait_reaches_the_run_through_a_parent_with_the_name_of_the_one_that_failed()
    {
        simulator.Start(Parent(), "parent");

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Fail' failed at time 4: boom", error.Message);
        Assert.Equal(4, error.Time);
        Assert.IsType<NotSupportedException>(error.InnerException);

        async Process Parent()
        {
            await simulator.Delay(4);
            await Fail(null);
        }
    }

    [Fact]
    public void A_failure_before_any_wait_at_all_passes_through_to_the_start()
    {
        simulator.Run(3);

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Start(Parent(), "parent"));

        Assert.Equal("Process 'FailToYieldAtOnce' failed at time 3: boom", error.Message);

        async Process Parent() => await FailToYieldAtOnce();
    }

    [Fact]
    public void A_parent_catches_a_failure_before_the_first_wait_in_the_same_exception()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((4, "Process 'Fail' failed: boom"), (4, "Process 'FailToYieldAtOnce' failed: boom"));

        async Process Parent()
        {
            await simulator.Delay(4);
            try
            {
                await Fail(null);
            }
            catch (ProcessException error)
            {
                Assert.Null(error.Time);
                Assert.Equal("Fail", error.ProcessName);
                trace.Note(error.Message);
            }

            try
            {
                await FailToYieldAtOnce();
            }
            catch (ProcessException error)
            {
                trace.Note(error.Message);
            }
        }
    }

    [Fact]
    public void A_failure_of_a_process_with_a_result_reaches_whoever_awaits_it()
    {
        simulator.Start(Parent());

        simulator.Run();

        trace.ShouldBe((2, "Process 'FailToYield' failed at time 2: boom"));

        async Process Parent()
        {
            try
            {
                await FailToYield(2);
            }
            catch (ProcessException error)
            {
                trace.Note(error.Message);
            }
        }
    }

    [Fact]
    public void A_failure_of_a_process_with_a_result_that_nobody_awaits_ends_the_run()
    {
        Process<int> lonely = FailToYield(2);

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'FailToYield' failed at time 2: boom", error.Message);
        Assert.False(lonely.GetAwaiter().IsCompleted && error.InnerException is null);
    }

    [Fact]
    public void A_failure_frees_what_the_process_held()
    {
        Resource resource = new(simulator, 1);
        simulator.Start(Hold());

        Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal(0, resource.InUse);

        async Process Hold()
        {
            using Lease lease = await resource.Acquire();
            await Fail(1);
        }
    }

    [Fact]
    public void Of_two_failures_at_one_instant_the_first_is_reported_and_the_run_may_go_on_to_the_second()
    {
        simulator.Start(Fail(1), "first");
        simulator.Start(Fail(1), "second");

        ProcessException first = Assert.Throws<ProcessException>(() => simulator.Run());
        ProcessException second = Assert.Throws<ProcessException>(() => simulator.Run());
        simulator.Run();

        Assert.Equal(("first", "second"), (first.ProcessName, second.ProcessName));
    }

    [Fact]
    public void Of_two_failures_in_one_step_the_first_is_reported()
    {
        Process shared = Wait();
        simulator.Start(shared);
        simulator.Start(Await());
        simulator.Start(StartAndFail());

        ProcessException error = Assert.Throws<ProcessException>(() => simulator.Run());

        Assert.Equal("Process 'Await' failed at time 1: Another process awaits this process already: one at a time may.", error.Message);

        async Process Wait() => await simulator.Delay(10);

        async Process Await() => await shared;

        async Process StartAndFail()
        {
            await simulator.Delay(1);
            simulator.Start(Await());
            throw new NotSupportedException("boom");
        }
    }

    private async Process Fail(double? time)
    {
        if (time is { } duration)
        {
            await simulator.Delay(duration);
        }

        throw new NotSupportedException("boom");
    }

#pragma warning disable CS1998 // It is the point that there is no await.
    private async Process<int> FailToYieldAtOnce() => throw new NotSupportedException("boom");
#pragma warning restore CS1998

    private async Process<int> FailToYield(double time)
    {
        await simulator.Delay(time);
        throw new NotSupportedException("boom");
    }
}
