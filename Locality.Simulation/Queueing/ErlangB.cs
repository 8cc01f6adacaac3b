namespace LocalitySim.Simulation;

/// <summary>The loss system M/M/c/c: arrivals that find all servers busy are lost.</summary>
/// <remarks>
/// Source: Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges" (1917). The
/// recursion over the number of servers, B(k) = a B(k − 1)/(k + a B(k − 1)) with B(0) = 1, adds and multiplies positive numbers only, so it
/// neither cancels nor overflows; see Cooper, "Introduction to Queueing Theory" (2nd ed. 1981), section 3.3. Thread-safe.
/// </remarks>
public static class ErlangB
{
    /// <summary>The probability that an arrival is lost, from 0 to 1. In time proportional to the number of servers.</summary>
    /// <param name="servers">The number c of servers, zero or more.</param>
    /// <param name="load">The load a: arrivals in a unit of time times mean service, finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double LossProbability(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        NumberGuard.NonNegative(load);
        double loss = 1;
        for (int server = 1; server <= servers; server++)
        {
            loss = Next(loss, server, load);
        }

        return loss;
    }

    /// <summary>The probability with one more server, its number being <paramref name="server"/>.</summary>
    internal static double Next(double loss, int server, double load) => load * loss / (server + (load * loss));
}
