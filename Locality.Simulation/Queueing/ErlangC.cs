using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>
/// The delay system M/M/c in steady state, first come first served: Poisson arrivals, exponential service, c servers alike, no bound on
/// the queue, nobody leaves it unserved. Times are in the unit of the mean service.
/// </summary>
/// <remarks>
/// Sources: Erlang (1917); Cooper, "Introduction to Queueing Theory" (2nd ed. 1981), section 3.4; Gross, Shortle, Thompson and Harris,
/// "Fundamentals of Queueing Theory" (4th ed. 2008), section 2.3. The probability of waiting comes from that of loss by
/// C = c B/(c − a (1 − B)), in time proportional to c. Immutable and thread-safe.
/// </remarks>
public sealed record ErlangC
{
    /// <summary>Works out the system.</summary>
    /// <param name="servers">The number c of servers, 1 or more.</param>
    /// <param name="arrivalRate">Arrivals in a unit of time, finite, above zero.</param>
    /// <param name="meanService">The mean service time, finite, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is out of range, or the load is not below the number of servers: then the queue grows without end.
    /// </exception>
    public ErlangC(int servers, double arrivalRate, double meanService)
        : this(servers, NumberGuard.Positive(arrivalRate), NumberGuard.Positive(meanService), DelayProbability(servers, arrivalRate * meanService))
    {
    }

    internal ErlangC(int servers, double arrivalRate, double meanService, double waitProbability)
    {
        Servers = servers;
        ArrivalRate = arrivalRate;
        MeanService = meanService;
        WaitProbability = waitProbability;
    }

    /// <summary>The number c of servers.</summary>
    public int Servers { get; }

    /// <summary>Arrivals in a unit of time.</summary>
    public double ArrivalRate { get; }

    /// <summary>The mean service time.</summary>
    public double MeanService { get; }

    /// <summary>The load a: the mean number of busy servers.</summary>
    public double Load => ArrivalRate * MeanService;

    /// <summary>The share of time that a server is busy, between 0 and 1.</summary>
    public double Utilisation => Load / Servers;

    /// <summary>The probability C that an arrival has to wait.</summary>
    public double WaitProbability { get; }

    /// <summary>The mean wait for service, over all arrivals, those that do not wait included: C s/(c − a).</summary>
    public double MeanWait => WaitProbability * MeanWaitOfThoseWhoWait;

    /// <summary>The mean wait of those who wait: s/(c − a).</summary>
    public double MeanWaitOfThoseWhoWait => MeanService / (Servers - Load);

    /// <summary>The mean number waiting, by Little's law.</summary>
    public double MeanQueueLength => ArrivalRate * MeanWait;

    /// <summary>The probability that an arrival has to wait, by the formula called Erlang C, from 0 to 1.</summary>
    /// <param name="servers">The number c of servers, 1 or more.</param>
    /// <param name="load">The load a: arrivals in a unit of time times mean service, zero or more, below the number of servers.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double DelayProbability(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        if (!(load >= 0 && load < servers))
        {
            throw NumberGuard.Refusal(
                load, nameof(load), string.Create(CultureInfo.InvariantCulture, $"a number, zero or more, below the number of servers, {servers}, for else the queue grows without end"));
        }

        return FromLoss(ErlangB.LossProbability(servers, load), servers, load);
    }

    /// <summary>P(wait ≤ t) of an arrival: 1 − C e^(−(c − a) t/s).</summary>
    /// <param name="time">The time t, zero or more; 0 gives the probability of no wait, ∞ gives 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is NaN or negative.</exception>
    public double WaitAtMost(double time) => 1 - WaitBeyond(time);

    /// <summary>P(wait &gt; t) of an arrival, accurate where it is small.</summary>
    /// <param name="time">The time t, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is NaN or negative.</exception>
    public double WaitBeyond(double time) => time >= 0
        ? WaitProbability * PortableMath.Exp(-time / MeanWaitOfThoseWhoWait)
        : throw NumberGuard.Refusal(time, nameof(time), "a number, zero or more");

    /// <summary>The quantile of the wait: the least t with P(wait ≤ t) ≥ p. Zero if that many do not wait at all.</summary>
    /// <param name="share">The share p, from 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public double WaitQuantile(double share)
    {
        if (!(share >= 0 && share < 1))
        {
            throw NumberGuard.Refusal(share, nameof(share), "a number from 0 to below 1");
        }

        double beyond = 1 - share;
        return WaitProbability <= beyond ? 0 : MeanWaitOfThoseWhoWait * PortableMath.Log(WaitProbability / beyond);
    }

    /// <summary>C from B; written with c − a, which is exact or nearly so, for it is small next to full load.</summary>
    internal static double FromLoss(double loss, int servers, double load) => servers * loss / (servers - load + (load * loss));
}
