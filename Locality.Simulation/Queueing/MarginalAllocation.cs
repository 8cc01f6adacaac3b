using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Shares a number of servers among queues, one after the other to where the next one saves most.</summary>
/// <remarks>
/// Where each queue's cost falls with its servers by ever less, no other split costs less in sum. Source: Fox, "Discrete optimization via marginal analysis", Management Science
/// 13(3), 1966. The mean wait of M/M/c does so: Dyer and Proll, "On the validity of marginal analysis for allocating servers in M/M/c queues", Management Science 23(9), 1977.
/// Thread-safe.
/// </remarks>
public static class MarginalAllocation
{
    /// <summary>Shares the servers out.</summary>
    /// <param name="total">The number to share, no less than the sum of the least.</param>
    /// <param name="least">The least number of each queue, zero or more; one or more queues.</param>
    /// <param name="cost">The cost of a queue (its index) with a number of servers: falling, by ever less; infinite where it cannot do with so few.</param>
    /// <returns>The servers of each queue. Of equal savings the first queue gets the server; a queue whose cost is infinite comes before all others.</returns>
    /// <exception cref="ArgumentException">There is no queue, or the least numbers are not possible.</exception>
    public static ImmutableArray<int> Share(int total, IReadOnlyList<int> least, Func<int, int, double> cost)
    {
        ArgumentNullException.ThrowIfNull(least);
        ArgumentNullException.ThrowIfNull(cost);
        if (least.Count == 0 || least.Any(number => number < 0) || least.Sum() > total)
        {
            throw new ArgumentException($"Found {least.Count} queues that need {least.Sum()} of {total}; expected one or more, with least numbers of zero or more that do not come to more than there are.", nameof(least));
        }

        int[] servers = [.. least];
        double[] costs = [.. servers.Select((number, queue) => cost(queue, number))];
        double[] next = [.. servers.Select((number, queue) => cost(queue, number + 1))];
        for (int left = total - servers.Sum(); left > 0; left--)
        {
            int best = 0;
            for (int queue = 1; queue < servers.Length; queue++)
            {
                best = Saving(queue) > Saving(best) ? queue : best;
            }

            servers[best]++;
            (costs[best], next[best]) = (next[best], cost(best, servers[best] + 1));
        }

        return [.. servers];

        double Saving(int queue) => double.IsPositiveInfinity(costs[queue]) ? double.PositiveInfinity : costs[queue] - next[queue];
    }
}
