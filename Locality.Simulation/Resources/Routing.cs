namespace LocalitySim.Simulation;

/// <summary>Chooses where to go by the state of things now. Of several equally good the first given is chosen.</summary>
/// <remarks>
/// Nothing is kept between choices, and nothing is reserved: go there before the next wait. Joining the shortest queue is best
/// among rules that see the queues alone, for equal exponential servers (Winston, "Optimality of the shortest line discipline",
/// Journal of Applied Probability 14(1), 1977).
/// </remarks>
public static class Routing
{
    /// <summary>Returns the resource at which the fewest are present, waiting or in service.</summary>
    /// <param name="resources">The resources, one or more.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Resource ShortestQueue(params ReadOnlySpan<Resource> resources) => Least(resources, static resource => resource.QueueLength + resource.InUse);

    /// <summary>Returns the pool at which the fewest are present, waiting, in service or kept for a next shift.</summary>
    /// <param name="pools">The pools, one or more.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ServerPool ShortestQueue(params ReadOnlySpan<ServerPool> pools) => Least(pools, static pool => pool.JobCount);

    /// <summary>Returns the candidate with the least load.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="candidates">The candidates, one or more.</param>
    /// <param name="load">Gives a candidate's load: not NaN, in any unit.</param>
    /// <exception cref="ArgumentException">There is none, or a load is NaN.</exception>
    public static T Least<T>(ReadOnlySpan<T> candidates, Func<T, double> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        if (candidates.IsEmpty)
        {
            throw new ArgumentException("Expected at least one to choose from.", nameof(candidates));
        }

        T best = candidates[0];
        double least = Check(load(best));
        foreach (T candidate in candidates[1..])
        {
            double here = Check(load(candidate));
            if (here < least)
            {
                best = candidate;
                least = here;
            }
        }

        return best;
    }

    private static double Check(double load) =>
        double.IsNaN(load) ? throw new ArgumentException("load: found NaN; expected numbers that can be compared.", nameof(load)) : load;
}
