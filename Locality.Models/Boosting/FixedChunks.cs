using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>
/// Work on parts that depend only on how much there is, never on the number of threads: sums made part by part and then added in the
/// parts' order have the same bits on any number.
/// </summary>
/// <param name="threads">The number of threads: above zero.</param>
internal sealed class FixedChunks(int threads)
{
    private const int Size = 1 << 14;

    private readonly ParallelOptions options = new() { MaxDegreeOfParallelism = threads };

    /// <summary>How many parts a count makes.</summary>
    internal static int Count(int count) => (count + Size - 1) / Size;

    /// <summary>Works on each part: its number, its first place and the place after its last.</summary>
    internal void Over(int count, Action<int, int, int> work) =>
        Each(Count(count), part => work(part, part * Size, Math.Min(count, (part + 1) * Size)));

    /// <summary>Does tasks that write to different places.</summary>
    internal void Each(int tasks, Action<int> work)
    {
        if (threads == 1 || tasks == 1)
        {
            for (int task = 0; task < tasks; task++)
            {
                work(task);
            }
        }
        else
        {
            Parallel.For(0, tasks, options, work);
        }
    }

    /// <summary>Adds up a pair of sums of each part, in the parts' order.</summary>
    internal Vector128<double> Sum(int count, Func<int, int, Vector128<double>> sum)
    {
        Vector128<double>[] parts = new Vector128<double>[Count(count)];
        Over(count, (part, from, to) => parts[part] = sum(from, to));
        Vector128<double> total = Vector128<double>.Zero;
        foreach (Vector128<double> part in parts)
        {
            total += part;
        }

        return total;
    }
}
