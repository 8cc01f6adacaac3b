using System.Runtime.ExceptionServices;

namespace LocalitySim.Models;

/// <summary>Makes several fits at once, and lets the first refusal through as it is.</summary>
internal static class ParallelFits
{
    /// <summary>Runs a fit for each place from 0. What it throws is thrown, that of the first place where several fail.</summary>
    /// <exception cref="OperationCanceledException">The fits were stopped.</exception>
    internal static void Run(int count, Action<int> fit, CancellationToken cancellation)
    {
        Exception?[] failed = new Exception?[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, place =>
        {
            try
            {
                fit(place);
            }
            catch (ArgumentException refusal)
            {
                failed[place] = refusal;
            }
        });
        if (Array.Find(failed, failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
