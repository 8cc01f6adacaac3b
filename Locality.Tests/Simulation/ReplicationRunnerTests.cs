using System.Collections.Concurrent;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ReplicationRunnerTests
{
    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        long[] one = Run(60, 1, Replicate);
        int[] threads = [2, 3, 8, 100];
        foreach (int count in threads)
        {
            Assert.Equal(one, Run(60, count, Replicate));
        }

        Assert.Equal(60, one.Distinct().Count());
    }

    [Fact]
    public void Replications_really_run_beside_each_other()
    {
        // Each of the two waits for the other: on one thread this would never end.
        using Barrier both = new(2);
        int[] threads = Run(2, 2, (_, token) =>
        {
            both.SignalAndWait(token);
            return Environment.CurrentManagedThreadId;
        });
        Assert.NotEqual(threads[0], threads[1]);
    }

    [Fact]
    public void Results_come_in_replication_order() =>
        Assert.Equal(Enumerable.Range(0, 50), Run(50, 3, (replication, _) => replication));

    [Fact]
    public void No_replications_give_no_results() => Assert.Empty(Run(0, 2, Replicate));

    [Fact]
    public void Progress_counts_up_by_one_on_the_calling_thread()
    {
        Recorder progress = new();
        _ = Run(40, 3, Replicate, progress);
        Assert.Equal(Enumerable.Range(1, 40), progress.Reports);
        Assert.Equal([Environment.CurrentManagedThreadId], progress.Threads.Distinct());
    }

    [Fact]
    public void A_failure_reaches_the_caller_with_its_replication_and_cause()
    {
        int[] threads = [1, 2, 4];
        foreach (int count in threads)
        {
            ReplicationException error = Assert.Throws<ReplicationException>(
                () => Run(30, count, (i, _) => i is 7 or 8 or 20 ? throw new FormatException($"number {i}") : i));
            Assert.Equal(7, error.Replication);
            Assert.Equal("Replication 7 failed: number 7", error.Message);
            Assert.IsType<FormatException>(error.InnerException);
        }
    }

    [Fact]
    public void The_lowest_failure_is_reported_though_a_higher_one_comes_first()
    {
        using ManualResetEventSlim secondFailed = new();
        ReplicationException error = Assert.Throws<ReplicationException>(() => Run<int>(2, 2, (i, token) =>
        {
            if (i == 0)
            {
                secondFailed.Wait(token);
                throw new FormatException("first");
            }

            secondFailed.Set();
            throw new FormatException("second");
        }));
        Assert.Equal((0, "first"), (error.Replication, error.InnerException!.Message));
    }

    [Fact]
    public void No_replication_is_started_after_a_failure()
    {
        ConcurrentBag<int> started = [];
        Assert.Throws<ReplicationException>(() => Run(1000, 1, (i, _) =>
        {
            started.Add(i);
            return i == 3 ? throw new FormatException() : i;
        }));
        Assert.Equal([0, 1, 2, 3], started.Order());
    }

    [Fact]
    public void A_cancelled_run_throws_and_starts_nothing_more()
    {
        int[] threads = [1, 2];
        foreach (int count in threads)
        {
            using CancellationTokenSource source = new();
            ConcurrentBag<int> started = [];
            Assert.Throws<OperationCanceledException>(() => ReplicationRunner.Run(
                1000,
                count,
                (i, token) =>
                {
                    started.Add(i);
                    if (i == 5)
                    {
                        source.Cancel();
                    }

                    token.ThrowIfCancellationRequested();
                    return i;
                },
                cancellationToken: source.Token));
            Assert.InRange(started.Count, 6, 7);
        }
    }

    [Fact]
    public void A_run_cancelled_before_it_starts_runs_nothing()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        bool ran = false;
        Assert.Throws<OperationCanceledException>(() => ReplicationRunner.Run(3, 1, (_, _) => ran = true, cancellationToken: source.Token));
        Assert.False(ran);
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        ReplicationException error = Assert.Throws<ReplicationException>(
            () => Run<int>(3, 2, (_, _) => throw new OperationCanceledException("by itself")));
        Assert.Equal("Replication 0 failed: by itself", error.Message);
    }

    [Fact]
    public void An_error_in_the_progress_display_ends_the_run_after_what_is_running()
    {
        // Replication 2 cannot end before the display has failed, and no further one waits for it.
        using ManualResetEventSlim failed = new();
        Recorder progress = new() { FailAt = 2, Failed = failed };
        FormatException error = Assert.Throws<FormatException>(() => Run(
            1000,
            1,
            (i, token) =>
            {
                if (i == 2)
                {
                    failed.Wait(token);
                }

                return i;
            },
            progress));
        Assert.Equal("display", error.Message);
        Assert.Equal([1, 2], progress.Reports);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(-1, 1, Replicate));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(1, 0, Replicate));
    }

    private static T[] Run<T>(int replications, int threads, Func<int, CancellationToken, T> replicate, IProgress<int>? progress = null) =>
        ReplicationRunner.Run(replications, threads, replicate, progress, TestContext.Current.CancellationToken);

    private static long Replicate(int replication, CancellationToken cancellationToken)
    {
        RandomStream random = new RandomStreams(3, (uint)replication).Stream(new Purpose(1, "work"));
        Tally tally = new();
        for (int i = 0; i < 2000; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(random.NextNormal() * random.NextExponential());
        }

        return BitConverter.DoubleToInt64Bits(tally.Variance!.Value);
    }

    private sealed class Recorder : IProgress<int>
    {
        internal List<int> Reports { get; } = [];

        internal List<int> Threads { get; } = [];

        internal int? FailAt { get; init; }

        internal ManualResetEventSlim? Failed { get; init; }

        public void Report(int value)
        {
            Reports.Add(value);
            Threads.Add(Environment.CurrentManagedThreadId);
            if (value == FailAt)
            {
                Failed?.Set();
                throw new FormatException("display");
            }
        }
    }
}
