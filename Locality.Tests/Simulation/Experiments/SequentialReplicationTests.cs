using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class SequentialReplicationTests
{
    private static readonly Purpose s_purpose = new(11, "outcome");

    [Fact]
    public void Replications_are_added_until_the_interval_is_narrow_enough_by_hand()
    {
        // 9, 11, 9, 11 … : at n = 4 s² = 4/3, half-width 3.182 √(1/3) = 1.837; at 5 s² = 1.2, 2.776 × √0.24 = 1.360; at 6 s² = 1.2, 2.571 √0.2 =
        // 1.150; at 7 s² = 8/7, 2.447 × 0.4041 = 0.9887.
        SequentialResult<double> result = Run([new("level", absoluteHalfWidth: 1)], Alternating, new() { LookAhead = 0 });

        Assert.Equal((StopReason.PrecisionReached, 7, 7), (result.StopReason, result.Results.Length, result.Enough));
        MeasurePrecision precision = Assert.Single(result.Measures);
        Assert.Equal(7, precision.MetFrom);
        Assert.Equal(0.9887, precision.Interval!.Value.HalfWidth, 5e-5);
        Assert.Equal(69.0 / 7, precision.Interval.Value.Mean, 1e-12);
        Assert.Equal(0.9887 / (69.0 / 7), precision.RelativeHalfWidth!.Value, 1e-5);
    }

    [Fact]
    public void A_relative_target_is_a_share_of_the_mean()
    {
        // The same at a tenth of the mean: 0.9887 of 9.857 is 10.03 %; at n = 8 the mean is 10, s² = 8/7, 2.36462/√7 = 0.893745.
        SequentialResult<double> result = Run([new("level", relativeHalfWidth: 0.1)], Alternating, new() { LookAhead = 0 });

        Assert.Equal(8, result.Enough);
        Assert.Equal(0.0893745, result.Measures[0].RelativeHalfWidth!.Value, 1e-6);
    }

    [Fact]
    public void The_look_ahead_is_run_and_grows_in_proportion_beyond_a_hundred()
    {
        SequentialResult<double> result = Run([new("level", absoluteHalfWidth: 1)], Alternating, new());
        Assert.Equal((7, 12), (result.Enough, result.Results.Length));

        // ⌊5 × max(n, 100)/100⌋
        SequentialOptions options = new();
        int[] counts = [3, 99, 100, 119, 120, 150, 250, 1000];
        Assert.Equal([5, 5, 5, 5, 6, 7, 12, 50], counts.Select(options.LookAheadFrom));
    }

    [Fact]
    public void An_interval_that_is_narrow_by_chance_does_not_end_the_run()
    {
        // Three that are nearly alike, then a wide spread: without a look-ahead the run ends at three.
        static double Value(int replication) => replication < 3 ? 10 + (0.01 * replication) : replication % 2 == 0 ? 5 : 15;
        PrecisionTarget target = new("level", relativeHalfWidth: 0.1);
        Assert.Equal(3, Run([target], Value, new() { LookAhead = 0 }).Enough);

        SequentialResult<double> result = Run([target], Value, new());
        Assert.Equal(StopReason.PrecisionReached, result.StopReason);
        Assert.InRange(result.Enough!.Value, 50, 200);
        Assert.Equal(result.Enough, result.Measures[0].MetFrom);
    }

    [Fact]
    public void Every_measure_has_to_be_precise_and_each_says_from_when_it_was()
    {
        // The second spreads three times as wide.
        PrecisionTarget[] targets = [new("narrow", absoluteHalfWidth: 0.5), new("wide", absoluteHalfWidth: 0.5)];
        SequentialResult<(double, double)> result = SequentialReplication.Run(
            targets,
            (replication, _) => (Alternating(replication), 3 * Alternating(replication)),
            pair => [pair.Item1, pair.Item2],
            new(),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(StopReason.PrecisionReached, result.StopReason);
        Assert.Equal(result.Measures[1].MetFrom, result.Enough);
        Assert.True(result.Measures[0].MetFrom < result.Measures[1].MetFrom);
        Assert.Equal(["narrow", "wide"], result.Measures.Select(measure => measure.Target.Measure));
        Assert.Equal(result.Enough + (5 * Math.Max(result.Enough!.Value, 100) / 100), result.Results.Length);
    }

    [Fact]
    public void The_greatest_number_ends_the_run_and_says_what_is_missing()
    {
        SequentialResult<double> result = Run([new("level", absoluteHalfWidth: 0.01)], Alternating, new() { Most = 50 });
        Assert.Equal((StopReason.MaximumReached, 50, null), (result.StopReason, result.Results.Length, result.Enough));
        Assert.False(result.Measures[0].IsMet);
        Assert.True(result.Measures[0].Interval!.Value.HalfWidth > 0.01);

        // Narrow enough at 7, but no room for the look-ahead: not said to be reached.
        result = Run([new("level", absoluteHalfWidth: 1)], Alternating, new() { Most = 10 });
        Assert.Equal((StopReason.MaximumReached, 10, null, 7), (result.StopReason, result.Results.Length, result.Enough, result.Measures[0].MetFrom));
    }

    [Fact]
    public void A_mean_of_zero_meets_a_relative_target_only_if_nothing_varies()
    {
        SequentialResult<double> never = Run([new("level", relativeHalfWidth: 0.5)], replication => replication % 2 == 0 ? 1 : -1, new() { Most = 40 });
        Assert.Equal(StopReason.MaximumReached, never.StopReason);
        Assert.Equal(0, never.Measures[0].Interval!.Value.Mean, 1e-15);
        Assert.False(never.Measures[0].IsMet);

        SequentialResult<double> constant = Run([new("level", relativeHalfWidth: 0.5)], _ => 0, new());
        Assert.Equal((StopReason.PrecisionReached, 3, null), (constant.StopReason, constant.Enough, constant.Measures[0].RelativeHalfWidth));

        // With an amount as well, either is enough: 2.571 √(1.2/6) = 1.15 at six.
        SequentialResult<double> either = Run(
            [new("level", relativeHalfWidth: 0.5, absoluteHalfWidth: 1.2)], replication => replication % 2 == 0 ? 1 : -1, new() { LookAhead = 0 });
        Assert.Equal(6, either.Enough);
    }

    [Fact]
    public void Threads_and_batches_move_no_result()
    {
        PrecisionTarget[] targets = [new("sum", relativeHalfWidth: 0.06), new("first", absoluteHalfWidth: 0.2)];
        long[] one = Bits(threads: 1, batch: 1);
        Assert.InRange(one.Length, 100, 2000);
        foreach ((int threads, int batch) in new[] { (1, 8), (2, 2), (2, 7), (3, 64), (8, 1000) })
        {
            Assert.Equal(one, Bits(threads, batch));
        }

        long[] Bits(int threads, int batch)
        {
            SequentialResult<double[]> result = SequentialReplication.Run(
                targets,
                (replication, _) => Draw(replication),
                values => [values[0] + values[1], values[0]],
                new() { Threads = threads, BatchSize = batch },
                cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(StopReason.PrecisionReached, result.StopReason);
            return
            [
                result.Enough!.Value,
                .. result.Results.SelectMany(values => values).Select(BitConverter.DoubleToInt64Bits),
                .. result.Measures.Select(measure => BitConverter.DoubleToInt64Bits(measure.Interval!.Value.HalfWidth)),
            ];
        }
    }

    [Fact]
    public void A_cancelled_run_gives_its_complete_batches()
    {
        using CancellationTokenSource source = new();
        SequentialResult<double> result = SequentialReplication.Run(
            [new("level", absoluteHalfWidth: 1e-6)],
            (replication, token) =>
            {
                if (replication == 21)
                {
                    source.Cancel();
                }

                token.ThrowIfCancellationRequested();
                return Alternating(replication);
            },
            value => [value],
            new() { BatchSize = 4 },
            cancellationToken: source.Token);

        Assert.Equal((StopReason.Cancelled, 20, null), (result.StopReason, result.Results.Length, result.Enough));
        Assert.Equal((20, false), (result.Measures[0].Count, result.Measures[0].IsMet));

        result = SequentialReplication.Run([new("level", absoluteHalfWidth: 1)], (i, _) => Alternating(i), value => [value], cancellationToken: source.Token);
        Assert.Equal((StopReason.Cancelled, 0, null), (result.StopReason, result.Results.Length, result.Measures[0].Interval));
    }

    [Fact]
    public void Replications_with_nothing_to_measure_do_not_count()
    {
        SequentialResult<int> result = SequentialReplication.Run(
            [new("odd ones", absoluteHalfWidth: 1)],
            (replication, _) => replication,
            replication => [replication % 2 == 1 ? Alternating(replication / 2) : null],
            new() { LookAhead = 0 },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((14, 7), (result.Results.Length, result.Measures[0].Count));
    }

    [Fact]
    public void A_failure_has_the_number_of_its_replication()
    {
        ReplicationException error = Assert.Throws<ReplicationException>(
            () => Run([new("level", absoluteHalfWidth: 1e-6)], i => i is 13 or 14 ? throw new FormatException("no") : Alternating(i), new() { BatchSize = 5 }));
        Assert.Equal((13, "Replication 13 failed: no"), (error.Replication, error.Message));
    }

    [Fact]
    public void Contradictory_requests_are_refused()
    {
        Assert.StartsWith("Target of 'a': found no half-width;", Assert.Throws<ArgumentException>(() => new PrecisionTarget("a")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrecisionTarget("a", relativeHalfWidth: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrecisionTarget("a", absoluteHalfWidth: double.NaN));
        Assert.StartsWith("targets: found none;", Assert.Throws<ArgumentException>(() => Run([], Alternating, new())).Message, StringComparison.Ordinal);
        PrecisionTarget target = new("a", 0.1);
        Assert.StartsWith("targets: found two of 'a';", Assert.Throws<ArgumentException>(() => Run([target, target], Alternating, new())).Message, StringComparison.Ordinal);
        SequentialOptions[] wrong = [new() { Least = 2 }, new() { Most = 2 }, new() { LookAhead = -1 }, new() { BatchSize = 0 }, new() { Threads = 0 }, new() { Level = 1 }];
        Assert.All(wrong, options => Assert.Throws<ArgumentOutOfRangeException>(() => Run([target], Alternating, options)));
        Exception error = Assert.Throws<ArgumentOutOfRangeException>(() => Run([target], i => i == 2 ? double.NaN : 1, new()));
        Assert.StartsWith("Replication 2, 'a': found NaN; expected a finite number.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => SequentialReplication.Run([target], (i, _) => i, _ => [1, 2], cancellationToken: TestContext.Current.CancellationToken));
        Assert.StartsWith("Replication 0: found 2 values; expected 1", error.Message, StringComparison.Ordinal);
    }

    private static double Alternating(int replication) => replication % 2 == 0 ? 9 : 11;

    private static double[] Draw(int replication)
    {
        RandomStream random = new RandomStreams(20260102, (uint)replication).Stream(s_purpose);
        return [random.NextExponential(), random.NextExponential()];
    }

    private static SequentialResult<double> Run(PrecisionTarget[] targets, Func<int, double> value, SequentialOptions options) =>
        SequentialReplication.Run(
            targets, (replication, _) => value(replication), result => [.. targets.Select(_ => (double?)result)], options, cancellationToken: TestContext.Current.CancellationToken);
}
