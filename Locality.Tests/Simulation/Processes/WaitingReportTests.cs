using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class WaitingReportTests
{
    private readonly Simulator simulator = new();

    [Fact]
    public void Nobody_waits_in_a_simulator_that_has_finished()
    {
        simulator.Run(12);

        Assert.Empty(simulator.WaitingProcesses());
        Assert.False(simulator.IsStalled());
        Assert.Equal("At 12 nothing is pending and no process waits.", simulator.DescribeWaiting());
    }

    [Fact]
    public void Each_who_waits_is_named_with_the_place_and_the_time_at_which_the_wait_began()
    {
        Resource desk = new(simulator, 1, "desk");
        Resource unnamed = new(simulator, 0);
        Signal news = new(simulator, "news");
        simulator.Start(Hold(), "holder");
        simulator.Start(Use(desk, 3), "visit 1");
        simulator.Start(Use(unnamed, 1));
        simulator.Start(Listen(), "listener");
        simulator.Start(Several(), "several");
        simulator.Start(Serve(), "job");
        simulator.Start(Pass(), "traveller");

        simulator.Run(5);

        Assert.Equal(
            [
                "listener waits for news since 0",
                "several waits for any of news, process Work, a signal since 0",
                "job waits for a processor sharing server since 0",
                "traveller waits for a batch gate since 0",
                "Use waits for a resource since 1",
                "visit 1 waits for desk since 3",
            ],
            simulator.WaitingProcesses().Select(process => process.ToString()));

        async Process Hold()
        {
            using Lease lease = await desk.Acquire();
            await simulator.Delay(100);
        }

        async Process Use(Resource resource, double time)
        {
            await simulator.Delay(time);
            using Lease lease = await resource.Acquire();
        }

        async Process Listen() => await news.Wait();

        async Process Several() => await simulator.WhenAny(news, Work(), new Signal(simulator));

        async Process Work() => await simulator.Delay(50);

        async Process Serve() => await new ProcessorSharingServer(simulator, 1).Serve(50);

        async Process Pass() => await new BatchGate(simulator, 50, 50).Pass();
    }

    [Fact]
    public void A_run_that_ends_with_some_waiting_has_stalled_and_says_who_waits()
    {
        Resource desk = new(simulator, 1, "desk");
        Signal news = new(simulator);
        simulator.Start(TakeAndGo(), "forgetful");
        simulator.Start(Use(), "visit 1");
        simulator.Run(2);
        Assert.False(simulator.IsStalled());
        Assert.Equal("At 2 1 event is pending and 1 process waits: visit 1 for desk since 0.", simulator.DescribeWaiting());
        simulator.Start(Listen());

        simulator.Run(12);

        Assert.True(simulator.IsStalled());
        Assert.Equal("At 12 nothing is pending and 2 processes wait: visit 1 for desk since 0; Listen for a signal since 2.", simulator.DescribeWaiting());

        async Process TakeAndGo()
        {
            await desk.Acquire();
            await simulator.Delay(4);
        }

        async Process Use()
        {
            using Lease lease = await desk.Acquire();
        }

        async Process Listen() => await news.Wait();
    }

    [Fact]
    public void One_who_waits_with_limited_patience_is_listed_and_nothing_has_stalled()
    {
        Signal news = new(simulator, "news");
        simulator.Start(Listen());
        simulator.Start(Listen());

        Assert.False(simulator.IsStalled());
        Assert.Equal("At 0 2 events are pending and 2 processes wait: Listen for news since 0; Listen for news since 0.", simulator.DescribeWaiting());

        async Process Listen() => await news.Wait(timeout: 3);
    }

    [Fact]
    public void Of_many_the_first_twenty_are_named()
    {
        Signal news = new(simulator, "news");
        for (int index = 0; index < 23; index++)
        {
            simulator.Start(Listen(), $"listener {index}");
        }

        string text = simulator.DescribeWaiting();

        Assert.StartsWith("At 0 nothing is pending and 23 processes wait: listener 0 for news since 0; listener 1 for", text, StringComparison.Ordinal);
        Assert.EndsWith("; listener 19 for news since 0; and 3 more.", text, StringComparison.Ordinal);

        async Process Listen() => await news.Wait();
    }

    [Fact]
    public void One_who_has_been_woken_and_has_not_run_is_not_listed()
    {
        Signal news = new(simulator);
        simulator.Start(Listen());
        news.Fire();

        Assert.Empty(simulator.WaitingProcesses());

        async Process Listen() => await news.Wait();
    }
}
