namespace LocalitySim.Simulation;

/// <summary>The least number of servers of M/M/c, first come first served, that keeps waits within a target.</summary>
/// <remarks>
/// The wait falls with every server added, so the search goes up from the least number that is above the load, and the first that meets the
/// target is the least; the probability of loss is carried from one number to the next. In time proportional to the answer.
/// Thread-safe.
/// </remarks>
public static class LeastServers
{
    /// <summary>So many that at least a share p of arrivals wait no longer than t.</summary>
    /// <param name="arrivalRate">Arrivals in a unit of time, finite, above zero.</param>
    /// <param name="meanService">The mean service time, finite, above zero; the load must be at most 10⁸.</param>
    /// <param name="time">The time t in the same unit, finite, zero or more.</param>
    /// <param name="share">The share p, between 0 and 1, exclusive.</param>
    /// <returns>The system with that number of servers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static ErlangC ForWaitAtMost(double arrivalRate, double meanService, double time, double share)
    {
        NumberGuard.NonNegative(time);
        double beyond = 1 - NumberGuard.OpenShare(share);
        return Search(arrivalRate, meanService, queue => queue.WaitBeyond(time) <= beyond);
    }

    /// <summary>So many that the mean wait, over all arrivals, is at most m.</summary>
    /// <param name="arrivalRate">Arrivals in a unit of time, finite, above zero.</param>
    /// <param name="meanService">The mean service time, finite, above zero; the load must be at most 10⁸.</param>
    /// <param name="meanWait">The greatest mean wait m in the same unit, finite, above zero: no number of servers makes it zero.</param>
    /// <returns>The system with that number of servers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static ErlangC ForMeanWait(double arrivalRate, double meanService, double meanWait)
    {
        NumberGuard.Positive(meanWait);
        return Search(arrivalRate, meanService, queue => queue.MeanWait <= meanWait);
    }

    private static ErlangC Search(double arrivalRate, double meanService, Func<ErlangC, bool> meets)
    {
        double load = NumberGuard.Positive(arrivalRate) * NumberGuard.Positive(meanService);
        if (!(load is > 0 and <= 1e8))
        {
            throw NumberGuard.Refusal(load, "arrivalRate × meanService", "a load above 0, at most 100000000");
        }

        int servers = (int)Math.Floor(load);
        double loss = ErlangB.LossProbability(servers, load);
        while (true)
        {
            servers++;
            loss = ErlangB.Next(loss, servers, load);
            ErlangC queue = new(servers, arrivalRate, meanService, ErlangC.FromLoss(loss, servers, load));
            if (meets(queue))
            {
                return queue;
            }
        }
    }
}
