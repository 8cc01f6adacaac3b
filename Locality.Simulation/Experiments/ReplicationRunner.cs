namespace LocalitySim.Simulation;

/// <summary>Runs independent replications on several threads, with the same results for any number of them.</summary>
public static class ReplicationRunner
{
    /// <summary>Runs replications and gives their results in replication order.</summary>
    /// <typeparam name="T">What a replication gives.</typeparam>
    /// <param name="replications">How many, zero or more.</param>
    /// <param name="threads">On how many threads, 1 or more; each takes the next replication that has not been started.</param>
    /// <param name="replicate">
    /// Runs the replication of the given number, counted from 0. Its result must depend on the number alone; it runs beside others
    /// and should watch the token.
    /// </param>
    /// <param name="progress">
    /// Told how many replications are complete: 1, 2, 3 … in order, on the calling thread. What it throws ends the run.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancels the run: no further replication is started, and those running are waited for.
    /// </param>
    /// <returns>The results, in replication order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled before every replication was complete.</exception>
    /// <exception cref="ReplicationException">
    /// A replication threw. Those already running are finished first, so that of several the lowest-numbered is reported, the
    /// same one for any number of threads.
    /// </exception>
    public static T[] Run<T>(
        int replications,
        int threads,
        Func<int, CancellationToken, T> replicate,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replications);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(replicate);
        cancellationToken.ThrowIfCancellationRequested();
        Batch<T> batch = new(replications, replicate, cancellationToken);
        Thread[] workers = new Thread[Math.Min(threads, replications)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(batch.Work) { IsBackground = true, Name = $"replications {i}" };
            workers[i].Start();
        }

        try
        {
            batch.Follow(workers.Length, progress);
        }
        finally
        {
            batch.Stop();
            foreach (Thread worker in workers)
            {
                worker.Join();
            }
        }

        return batch.Results();
    }

    /// <summary>What the threads share; all but the results is guarded by the lock.</summary>
    private sealed class Batch<T>(int replications, Func<int, CancellationToken, T> replicate, CancellationToken cancellationToken)
    {
        private readonly object _gate = new();
        private readonly T[] _results = new T[replications];
        private int _next;
        private int _complete;
        private int _idle;
        private bool _stopped;
        private int _failed = int.MaxValue;
        private Exception? _failure;

        internal void Work()
        {
            while (TryTake(out int replication))
            {
                Exception? failure = null;
                try
                {
                    _results[replication] = replicate(replication, cancellationToken);
                }
#pragma warning disable CA1031 // Whatever it is, it is carried to the caller.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failure = exception;
                }

                Finish(replication, failure);
            }
        }

        /// <summary>Reports progress until every worker is idle.</summary>
        internal void Follow(int workers, IProgress<int>? progress)
        {
            int reported = 0;
            while (true)
            {
                int complete;
                bool done;
                lock (_gate)
                {
                    while (_complete == reported && _idle < workers)
                    {
                        Monitor.Wait(_gate);
                    }

                    complete = _complete;
                    done = _idle == workers;
                }

                while (reported < complete)
                {
                    reported++;
                    progress?.Report(reported);
                }

                if (done)
                {
                    return;
                }
            }
        }

        internal void Stop()
        {
            lock (_gate)
            {
                _stopped = true;
            }
        }

        /// <summary>The results, once every worker has ended.</summary>
        internal T[] Results()
        {
            if (_failure is OperationCanceledException or null)
            {
                if (_complete == replications)
                {
                    return _results;
                }

                cancellationToken.ThrowIfCancellationRequested();
            }

            throw new ReplicationException(_failed, _failure!);
        }

        private bool TryTake(out int replication)
        {
            lock (_gate)
            {
                replication = _next;
                if (_stopped || _next == replications || cancellationToken.IsCancellationRequested)
                {
                    _idle++;
                    Monitor.Pulse(_gate);
                    return false;
                }

                _next++;
                return true;
            }
        }

        private void Finish(int replication, Exception? failure)
        {
            lock (_gate)
            {
                if (failure is null)
                {
                    _complete++;
                    Monitor.Pulse(_gate);
                    return;
                }

                _stopped = true;
                if (replication < _failed)
                {
                    (_failed, _failure) = (replication, failure);
                }
            }
        }
    }
}
