using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ProcessorSharingServerTests
{
    private readonly Simulator simulator = new();
    private readonly EventTrace trace;

    public ProcessorSharingServerTests() => trace = new EventTrace(simulator);

    [Fact]
    public void Two_equal_jobs_share_evenly_and_end_together_in_the_order_of_arrival()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "a", 0, 2));
        simulator.Start(Serve(server, "b", 0, 2));

        simulator.Run(1);
        Assert.Equal((2, 2.0, 0.5), (server.JobCount, server.TotalWeight, server.Pace));
        simulator.Run();

        trace.ShouldBe((4, "a"), (4, "b"));
        Assert.Equal((0, 0.0, 0.0), (server.JobCount, server.TotalWeight, server.Pace));
    }

    [Fact]
    public void A_later_job_slows_an_earlier_one_and_leaves_it_alone_again()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "long", 0, 3));
        simulator.Start(Serve(server, "short", 1, 1));

        simulator.Run();

        // One alone to 1, then halves: the short one's 1 takes 2; the long one has 3 − 1 − 1 left.
        trace.ShouldBe((3, "short"), (4, "long"));
    }

    [Fact]
    public void A_job_of_weight_three_takes_three_shares_at_the_common_pace()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "light", 0, 2, weight: 1));
        simulator.Start(Serve(server, "heavy", 0, 1, weight: 3));

        simulator.Run(2);
        Assert.Equal((4.0, 0.25), (server.TotalWeight, server.Pace));
        simulator.Run();

        // A pace of ¼ for both; from 4 on the light one is alone, with 1 left.
        trace.ShouldBe((4, "heavy"), (5, "light"));
    }

    [Fact]
    public void A_heavy_job_alone_runs_at_capacity_over_weight()
    {
        ProcessorSharingServer server = new(simulator, 2);
        simulator.Start(Serve(server, "heavy", 0, 3, weight: 8));

        simulator.Run();

        trace.ShouldBe((12, "heavy"));
    }

    [Fact]
    public void No_job_runs_faster_than_the_greatest_pace()
    {
        ProcessorSharingServer server = new(simulator, 8);
        for (int index = 0; index < 10; index++)
        {
            simulator.Start(Serve(server, $"job {index}", 0, index < 2 ? 4 : 8));
        }

        simulator.Run(1);
        Assert.Equal(0.8, server.Pace);
        simulator.Run(5);
        Assert.Equal(1.0, server.Pace);
        simulator.Run();

        // Ten at 0.8 to 5, then eight at 1 with 4 left.
        trace.ShouldBe([(5, "job 0"), (5, "job 1"), .. Enumerable.Range(2, 8).Select(index => (9.0, $"job {index}"))]);
    }

    [Fact]
    public void Without_a_greatest_pace_a_single_job_gets_the_whole_capacity()
    {
        ProcessorSharingServer server = new(simulator, 8, maximumPace: null);
        simulator.Start(Serve(server, "job", 0, 4));

        simulator.Run();

        trace.ShouldBe((0.5, "job"));
    }

    [Fact]
    public void A_change_of_capacity_counts_from_then_on()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "job", 0, 4));
        SetCapacityAt(server, 2, 0.5);
        SetCapacityAt(server, 4, 0);
        SetCapacityAt(server, 10, 1);

        simulator.Run(5);
        Assert.Equal(0.0, server.Pace);
        simulator.Run();

        // 2 done by 2, 3 by 4, none until 10, the last 1 by 11.
        trace.ShouldBe((11, "job"));
    }

    [Fact]
    public void A_standing_load_is_taken_off_the_capacity_first()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "kept open", 0, 1, standingLoad: 0.5));
        simulator.Start(Serve(server, "plain", 2, 1));

        simulator.Run(1);
        Assert.Equal((0.5, 0.5), (server.TotalStandingLoad, server.Pace));
        simulator.Run();

        trace.ShouldBe((2, "kept open"), (3, "plain"));
        Assert.Equal(0.0, server.TotalStandingLoad);
    }

    [Fact]
    public void Standing_loads_above_the_capacity_stop_all_work_until_there_is_more()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "a", 0, 1, standingLoad: 0.75));
        simulator.Start(Serve(server, "b", 0, 1, standingLoad: 0.75));
        SetCapacityAt(server, 5, 3.5);

        simulator.Run(4);
        Assert.Equal(0.0, server.Pace);
        Assert.Equal(1, simulator.PendingCount);
        simulator.Run();

        trace.ShouldBe((6, "a"), (6, "b"));
    }

    [Fact]
    public void Jobs_put_out_learn_how_much_work_is_left()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "long", 0, 3));
        simulator.Start(Serve(server, "short", 0, 1));
        simulator.Schedule(new ActionEvent(simulator, server.EvictAll), 1);

        simulator.Run();

        trace.ShouldBe((1, "short: 0.5 left"), (1, "long: 2.5 left"));
        Assert.Equal((0, 0.0), (server.JobCount, server.TotalWeight));
        Assert.Equal(1, simulator.Now);
    }

    [Fact]
    public void A_job_put_out_may_be_taken_up_again_elsewhere()
    {
        ProcessorSharingServer first = new(simulator, 1);
        ProcessorSharingServer second = new(simulator, 0.5);
        simulator.Start(Move());
        simulator.Schedule(new ActionEvent(simulator, first.EvictAll), 3);

        simulator.Run();

        // 5 − 3 left, at half pace.
        trace.ShouldBe((7, "moved and done"));

        async Process Move()
        {
            ServiceOutcome outcome = await first.Serve(5);
            outcome = await second.Serve(outcome.RemainingWork);
            trace.Note(outcome == new ServiceOutcome(true, 0) ? "moved and done" : "not done");
        }
    }

    [Fact]
    public void Putting_out_jobs_of_an_idle_server_does_nothing()
    {
        ProcessorSharingServer server = new(simulator, 1);

        server.EvictAll();
        simulator.Start(Serve(server, "job", 0, 1));
        simulator.Run();

        trace.ShouldBe((1, "job"));
    }

    [Fact]
    public void Work_stands_still_while_the_clock_is_closed()
    {
        ProcessorSharingServer server = new(simulator, 1, clock: new DailyClock(8));
        simulator.Start(Serve(server, "over night", 0, 10));

        simulator.Run(12);
        Assert.Equal(1, server.JobCount);
        simulator.Run();

        trace.ShouldBe((26, "over night"));
    }

    [Fact]
    public void Work_that_ends_at_closing_ends_on_that_day()
    {
        ProcessorSharingServer server = new(simulator, 1, clock: new DailyClock(8));
        simulator.Start(Serve(server, "a", 0, 4));
        simulator.Start(Serve(server, "b", 0, 4));

        simulator.Run();

        trace.ShouldBe((8, "a"), (8, "b"));
    }

    [Fact]
    public void A_job_that_comes_while_closed_starts_at_the_opening_and_a_change_meanwhile_counts_from_there()
    {
        ProcessorSharingServer server = new(simulator, 1, clock: new DailyClock(8));
        simulator.Start(Serve(server, "waiting", 0, 9));
        simulator.Start(Serve(server, "arrives closed", 10, 1));
        SetCapacityAt(server, 20, 4);
        SetCapacityAt(server, 22, 0.5);

        simulator.Run();

        // At 24 both have 1 left and a pace of ¼.
        trace.ShouldBe((28, "waiting"), (28, "arrives closed"));
    }

    [Fact]
    public void A_job_without_work_is_done_at_once()
    {
        ProcessorSharingServer server = new(simulator, 0);
        simulator.Start(Serve(server, "nothing to do", 3, 0));

        simulator.Run();

        trace.ShouldBe((3, "nothing to do"));
    }

    [Fact]
    public void Virtual_time_starts_anew_after_an_idle_period()
    {
        ProcessorSharingServer server = new(simulator, 1);
        simulator.Start(Serve(server, "first", 0, 1e15));
        simulator.Start(Serve(server, "second", 2e15, 0.25));

        simulator.Run();

        trace.ShouldBe((1e15, "first"), (2e15 + 0.25, "second"));
    }

    [Fact]
    public void Work_is_summed_up_as_required_offered_and_marked()
    {
        ProcessorSharingServer server = new(simulator, 2, clock: new DailyClock(8));
        simulator.Start(ServeMarked());

        simulator.Run(4);

        // Weight 3 + 1 standing for 4 hours; of the weight done at a pace of a third, one part in three is marked.
        Assert.Equal((16.0, 8.0, 4.0 / 3), (server.RequiredWork, server.OfferedWork, server.MarkedWork));
        simulator.Run(20);
        Assert.Equal((32.0, 16.0, 8.0 / 3), (server.RequiredWork, server.OfferedWork, server.MarkedWork));
        simulator.Run(25);
        Assert.Equal((36.0, 18.0, 3.0), (server.RequiredWork, server.OfferedWork, server.MarkedWork));
        simulator.Run(26);
        trace.ShouldBe((25, "marked"));
        Assert.Equal((36.0, 20.0, 3.0), (server.RequiredWork, server.OfferedWork, server.MarkedWork));

        async Process ServeMarked()
        {
            await server.Serve(3, weight: 3, standingLoad: 1, markedWeight: 1);
            trace.Note("marked");
        }
    }

    [Fact]
    public void Reading_the_sums_changes_no_time_by_a_bit()
    {
        Assert.Equal(CompletionTimes(readEvery: null), CompletionTimes(readEvery: 0.137));

        static List<double> CompletionTimes(double? readEvery)
        {
            Simulator office = new();
            ProcessorSharingServer server = new(office, 1.7);
            RandomStream random = new RandomStreams(3, 0).Stream(new Purpose(1, "all"));
            List<double> times = [];
            office.Start(Arrive());
            if (readEvery is { } interval)
            {
                office.Start(Read(interval));
            }

            office.Run(1000);
            return times;

            async Process Arrive()
            {
                while (true)
                {
                    await office.Delay(random.NextExponential());
                    office.Start(Work());
                }
            }

            async Process Work()
            {
                await server.Serve(1.5 * random.NextExponential(), weight: 0.1 + random.NextUniform());
                times.Add(office.Now);
            }

            async Process Read(double interval)
            {
                while (true)
                {
                    await office.Delay(interval);
                    Assert.True(server.RequiredWork + server.OfferedWork + server.MarkedWork >= 0);
                }
            }
        }
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        ProcessorSharingServer server = new(simulator, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessorSharingServer(simulator, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessorSharingServer(simulator, 1, maximumPace: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => server.Capacity = double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => server.Serve(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => server.Serve(1, weight: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => server.Serve(1, standingLoad: double.PositiveInfinity));
        Assert.Equal(1, server.Capacity);
    }

    private void SetCapacityAt(ProcessorSharingServer server, double time, double capacity) =>
        simulator.Schedule(new ActionEvent(simulator, () => server.Capacity = capacity), time);

    private async Process Serve(ProcessorSharingServer server, string name, double arrival, double work, double weight = 1, double standingLoad = 0)
    {
        if (arrival > 0)
        {
            await simulator.Delay(arrival);
        }

        ServiceOutcome outcome = await server.Serve(work, weight, standingLoad);
        trace.Note(outcome.Completed ? name : FormattableString.Invariant($"{name}: {outcome.RemainingWork} left"));
    }
}
