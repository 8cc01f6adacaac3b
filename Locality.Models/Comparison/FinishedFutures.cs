using System.Collections.Concurrent;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Runs futures, and keeps those that are finished where the run is stopped.</summary>
internal static class FinishedFutures
{
    /// <summary>Runs numbered futures on all threads.</summary>
    /// <param name="futures">How many.</param>
    /// <param name="threads">On how many threads.</param>
    /// <param name="future">Gives a future's result, which depends on its number alone.</param>
    /// <param name="least">The fewest futures that are of use.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The results from the first future on without a gap; all of them unless the run was stopped.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped with fewer than the fewest of use.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    internal static T[] Run<T>(int futures, int threads, Func<int, CancellationToken, T> future, int least, CancellationToken cancellation)
    {
        ConcurrentDictionary<int, T> finished = new();
        try
        {
            return ReplicationRunner.Run(futures, threads, (number, stop) => finished.GetOrAdd(number, future(number, stop)), progress: null, cancellation);
        }
        catch (OperationCanceledException) when (Common(finished) >= least)
        {
            return [.. Enumerable.Range(0, Common(finished)).Select(number => finished[number])];
        }
    }

    private static int Common<T>(ConcurrentDictionary<int, T> finished)
    {
        int common = 0;
        while (finished.ContainsKey(common))
        {
            common++;
        }

        return common;
    }
}
