using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Runs replications until the mean of each of several measures is known precisely enough.</summary>
/// <remarks>
/// <para>
/// Precision is looked at after each replication, in replication order. Once every measure meets its target, at n replications, it has to go
/// on doing so for a look-ahead of ⌊k max(n, 100)/100⌋ more; if one falls out, the search goes on from there.
/// Source: Hoad, Robinson and Davies, "Automated selection of the number of replications for a discrete-event simulation", J. Operational
/// Research Society 61(11), 2010, who take k = 5 and start at 3 replications. There each measure is looked at by itself; here all have to meet
/// their targets over the same look-ahead.
/// </para>
/// <para>
/// Where the run ends depends on the results of replications by their numbers alone, neither on threads nor on batches. Since the data decide when
/// to stop, the intervals hold the true mean a little less often than their level says (Law, "Simulation Modeling and Analysis", 5th ed. 2015,
/// section 9.4.1); a look-ahead and a larger least number make this small. The level is that of each interval by itself: all of m hold
/// together with at least 1 − m (1 − level), by Bonferroni's inequality.
/// </para>
/// </remarks>
public static class SequentialReplication
{
    /// <summary>Runs replications until the targets are met, the greatest number is reached, or the run is cancelled.</summary>
    /// <typeparam name="T">What a replication gives.</typeparam>
    /// <param name="targets">The targets, one for each measure; one or more, of different names.</param>
    /// <param name="replicate">Runs the replication of the given number, from 0. Its result must depend on the number alone.</param>
    /// <param name="measure">
    /// Gives the value of each measure in a result, in the order of the targets; finite, or <c>null</c> where there was nothing to measure.
    /// </param>
    /// <param name="options">How to run and when to stop; the defaults if <c>null</c>.</param>
    /// <param name="progress">Told after each batch how many replications are complete, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the run; the batch that is running is given up.</param>
    /// <exception cref="ArgumentException">There is no target, two have one name, or a result gave another number of values than of targets.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or a value is not finite.</exception>
    /// <exception cref="ReplicationException">A replication threw; of several the lowest-numbered of the batch is reported.</exception>
    public static SequentialResult<T> Run<T>(
        IReadOnlyList<PrecisionTarget> targets,
        Func<int, CancellationToken, T> replicate,
        Func<T, IReadOnlyList<double?>> measure,
        SequentialOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replicate);
        ArgumentNullException.ThrowIfNull(measure);
        options ??= new SequentialOptions();
        options.Check();
        PrecisionWatch watch = new(targets, options);
        List<T> results = [];
        while (watch.StopReason is null)
        {
            T[] batch;
            try
            {
                int start = results.Count;
                batch = RunBatch(start, Math.Min(options.BatchSize, options.Most - start), options.Threads, replicate, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            foreach (T result in batch)
            {
                results.Add(result);
                watch.Add(Check(measure(result), targets, results.Count - 1));
                if (watch.StopReason is not null)
                {
                    break;
                }
            }

            progress?.Report(results.Count);
        }

        return new SequentialResult<T>
        {
            StopReason = watch.StopReason ?? StopReason.Cancelled,
            Results = [.. results],
            Enough = watch.StopReason == StopReason.PrecisionReached ? watch.AllMetFrom : null,
            Measures = watch.Precisions(),
        };
    }

    private static T[] RunBatch<T>(int start, int size, int threads, Func<int, CancellationToken, T> replicate, CancellationToken cancellationToken)
    {
        try
        {
            return ReplicationRunner.Run(size, threads, (place, token) => replicate(start + place, token), cancellationToken: cancellationToken);
        }
        catch (ReplicationException exception) when (start > 0 && exception.Replication is int place && exception.InnerException is Exception cause)
        {
            // The runner counts from the start of the batch.
            throw new ReplicationException(start + place, cause);
        }
    }

    private static IReadOnlyList<double?> Check(IReadOnlyList<double?> values, IReadOnlyList<PrecisionTarget> targets, int replication)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != targets.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Replication {replication}: found {values.Count} values; expected {targets.Count}, one for each target."),
                nameof(values));
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is double value)
            {
                NumberGuard.Finite(value, string.Create(CultureInfo.InvariantCulture, $"Replication {replication}, '{targets[i].Measure}'"));
            }
        }

        return values;
    }
}
